package io.outflow.evidence;

import io.outflow.evidence.Verification.Check;
import io.outflow.evidence.Verification.Stamp;
import io.outflow.evidence.internal.BagNames;
import io.outflow.evidence.internal.ChainCheck;
import io.outflow.evidence.internal.CountCheck;
import io.outflow.evidence.internal.Hashes;
import io.outflow.evidence.internal.ManifestCheck;
import io.outflow.evidence.internal.StampCheck;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.bouncycastle.asn1.ASN1Primitive;
import org.jspecify.annotations.Nullable;

/**
 * Checks a package from its bytes and from certificates that the reader brings, and says in words what is not as it was made.
 * Needs no database and no connection. It finds all that verify.sh finds, and compares the rows of files with ipe.json.
 */
public final class PackageVerifier {

    private static final int SMALL = 1 << 20;
    private static final String BAGIT = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

    private final List<X509Certificate> signers;
    private final List<X509Certificate> authorities;

    /**
     * @param signers certificates of keys that may have signed
     * @param authorities certificates of time-stamp authorities or of who certified them; none leaves stamps unchecked
     */
    public PackageVerifier(List<X509Certificate> signers, List<X509Certificate> authorities) {
        this.signers = List.copyOf(signers);
        this.authorities = List.copyOf(authorities);
    }

    /** Checks all of it. */
    public Verification verify(Bag bag) throws IOException {
        var tags = bag.small(BagNames.TAG_MANIFEST, SMALL).orElse(new byte[0]);
        var signer = signer(bag, tags);
        var checks = new ArrayList<Check>();
        checks.add(new Check(
                "signature",
                signer.isPresent()
                        ? List.of()
                        : List.of("The signature is not of a key that you trust over this list of files.")));
        var stamp = stamp(bag, tags);
        if (stamp.state() == Stamp.HOLDS || stamp.state() == Stamp.BROKEN) {
            checks.add(new Check("time stamp", stamp.findings()));
        }
        var tagManifest = ManifestCheck.tagManifest(tags);
        checks.add(new Check("list of seals", tagManifest.findings()));
        var seen = new HashMap<String, String>();
        checks.add(new Check("seals", hashes(bag, tagManifest.hashes(), seen)));
        checks.add(new Check(
                "form of the package",
                bag.small(BagNames.BAGIT, SMALL)
                                .filter(bytes -> Arrays.equals(bytes, BAGIT.getBytes(StandardCharsets.UTF_8)))
                                .isPresent()
                        ? List.of()
                        : List.of("bagit.txt is not that of a BagIt 1.0 bag.")));
        ManifestCheck manifest;
        try (var lines =
                bag.has(BagNames.MANIFEST) ? bag.open(BagNames.MANIFEST) : java.io.InputStream.nullInputStream()) {
            manifest = ManifestCheck.manifest(lines);
        }
        checks.add(new Check("list of files", manifest.findings()));
        checks.add(new Check("content of files", hashes(bag, manifest.hashes(), seen)));
        checks.add(new Check("nothing put in", extra(bag, manifest.hashes(), stamp)));
        checks.add(new Check("plain files", bag.strange()));
        checks.add(new Check("change log", ChainCheck.findings(bag)));
        checks.add(new Check("counts", CountCheck.findings(bag)));
        return new Verification(checks, signer.map(Certificates::fingerprint).orElse(null), stamp.state(), stamp.at());
    }

    private Optional<X509Certificate> signer(Bag bag, byte[] tags) throws IOException {
        var signature = bag.small(BagNames.SIGNATURE, SMALL).orElse(new byte[0]);
        return canonical(signature)
                ? signers.stream()
                        .filter(certificate -> signed(certificate, tags, signature))
                        .findFirst()
                : Optional.empty();
    }

    /** A signature is written in one way only; another one that means the same was not written by Outflow. */
    private static boolean canonical(byte[] signature) {
        try {
            return Arrays.equals(ASN1Primitive.fromByteArray(signature).getEncoded("DER"), signature);
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    private static boolean signed(X509Certificate certificate, byte[] bytes, byte[] signature) {
        try {
            var check = Signature.getInstance("SHA256withECDSA");
            check.initVerify(certificate.getPublicKey());
            check.update(bytes);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private StampCheck stamp(Bag bag, byte[] tags) throws IOException {
        var info = new String(bag.small(BagNames.INFO, SMALL).orElse(new byte[0]), StandardCharsets.UTF_8);
        var made = info.lines()
                .filter(line -> line.startsWith(BagNames.TIME_STAMP))
                .map(line -> line.substring(BagNames.TIME_STAMP.length()))
                .toList();
        if (made.equals(List.of(BagNames.STAMP))) {
            var inside = bag.small(BagNames.STAMP, SMALL);
            return inside.isPresent()
                    ? StampCheck.of(inside.get(), tags, authorities, true)
                    : StampCheck.broken("The package was stamped when it was made, and its time stamp is missing.");
        }
        if (!made.equals(List.of(BagNames.NO_STAMP))) {
            return StampCheck.broken("bag-info.txt does not say whether the package was stamped.");
        }
        var beside = bag.stampBeside();
        return beside.isPresent()
                ? StampCheck.of(Files.readAllBytes(beside.get()), tags, authorities, false)
                : StampCheck.NONE;
    }

    private static List<String> hashes(Bag bag, Map<String, String> listed, Map<String, String> seen)
            throws IOException {
        var findings = new ArrayList<String>();
        for (var file : listed.entrySet()) {
            var name = file.getKey();
            if (!bag.has(name)) {
                findings.add(name + " is missing.");
                continue;
            }
            var found = hash(bag, name);
            if (!file.getValue().equals(found)) {
                findings.add(
                        found == null
                                ? name + " was changed: it cannot be unpacked any more."
                                : name + " was changed: its content is not what was signed.");
            }
            seen.put(name, file.getValue());
        }
        return findings;
    }

    private static @Nullable String hash(Bag bag, String name) {
        try (var bytes = bag.open(name)) {
            // An archive that unpacks to more than it says is no package; reading on would take for ever.
            return Hashes.of(bytes, bag.size(name));
        } catch (IOException e) {
            return null;
        }
    }

    private static List<String> extra(Bag bag, Map<String, String> listed, StampCheck stamp) {
        var expected = new TreeSet<>(listed.keySet());
        expected.addAll(BagNames.TAG_FILES);
        expected.add(BagNames.TAG_MANIFEST);
        expected.add(BagNames.SIGNATURE);
        if (stamp.inside()) {
            expected.add(BagNames.STAMP);
        }
        return bag.names().stream()
                .filter(name -> !expected.contains(name))
                .map(name -> name + " was put in: nothing that was signed names it.")
                .toList();
    }
}
