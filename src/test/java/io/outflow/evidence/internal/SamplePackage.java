package io.outflow.evidence.internal;

import io.outflow.evidence.Bag;
import io.outflow.evidence.PackageVerifier;
import io.outflow.evidence.Verification;
import io.outflow.history.internal.Chain;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipInputStream;

/** Packages for tests, with made-up content of any size, and both ways to check them. */
final class SamplePackage {

    static final String NAME = "evidence-sample-20261122T091400Z-27";

    private SamplePackage() {}

    /** A package with {@code lines} entries of the change log and payload that grows with {@code size}. */
    static BagWriter.Sealed make(
            Path folder, Path zip, long seed, int lines, int size, SigningKey key, TimeStamps stamps)
            throws IOException {
        var random = new Random(seed);
        Files.createDirectories(folder);
        var bag = new BagWriter(folder);
        var before = Chain.START;
        var first = 1 + random.nextInt(1_000);
        try (var extract = new AuditExtract(bag, first, before)) {
            for (var i = 0; i < lines; i++) {
                var entry = Chain.link(
                        first + i,
                        Instant.parse("2026-11-01T00:00:00.000001Z").plusSeconds(i),
                        "Sample Legal",
                        "record changed",
                        "product \"Löwe\\n\" " + random.nextInt(),
                        "state: \"a\" -> \"b\"\n* glob ? [x] $HOME `x` %s",
                        before);
                extract.accept(entry);
                before = entry.hash();
            }
        }
        var rows = 3 + random.nextInt(size);
        try (var file = bag.create("data/records/facts.jsonl").withRows()) {
            for (var i = 0; i < rows; i++) {
                file.write("{\"id\":%d,\"as_of\":\"2026-11-22\",\"value\":\"%x\"}\n"
                        .formatted(i, random.nextLong())
                        .getBytes(StandardCharsets.UTF_8));
                file.row();
            }
        }
        for (var i = 0; i < 2 + random.nextInt(4); i++) {
            var bytes = new byte[1 + random.nextInt(size * 40)];
            random.nextBytes(bytes);
            var sha256 = Hashes.of(bytes);
            if (!bag.has("data/documents/" + sha256 + ".pdf")) {
                bag.write("data/documents/" + sha256 + ".pdf", bytes);
            }
        }
        bag.write("data/report.pdf", "%PDF-1.7\nsample\n%%EOF\n".getBytes(StandardCharsets.UTF_8));
        bag.write(
                BagNames.IPE,
                "{\"population\":{\"exported\":%d},\"reconciliation\":[{\"file\":\"data/records/facts.jsonl\",\"rows\":%d}]}\n"
                        .formatted(rows, rows)
                        .getBytes(StandardCharsets.UTF_8));
        return bag.seal(NAME, List.of("Source-Organization: Sample", "Bagging-Date: 2026-11-22"), key, stamps, zip);
    }

    /** Unpacks an archive below a folder and gives the folder of the package. */
    static Path unpack(Path zip, Path into) throws IOException {
        var top = into;
        try (var archive = new ZipInputStream(Files.newInputStream(zip))) {
            for (var entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                var file = into.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.copy(archive, file);
                top = into.resolve(entry.getName().substring(0, entry.getName().indexOf('/')));
            }
        }
        return top;
    }

    static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                var target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    static Verification verify(Path path, X509Certificate signer, X509Certificate... authorities) throws IOException {
        try (var bag = Bag.open(path)) {
            return new PackageVerifier(List.of(signer), List.of(authorities)).verify(bag);
        }
    }

    /** What verify.sh says of an unpacked package. */
    record Said(int code, String text) {
        boolean verified() {
            return code == 0 && text.contains("RESULT: VERIFIED");
        }
    }

    static Said script(Path folder, Path signer, Path... authority) throws IOException, InterruptedException {
        var script = Path.of("src/main/resources/io/outflow/evidence/verify.sh");
        var command = new java.util.ArrayList<>(List.of("sh", script.toString(), folder.toString(), signer.toString()));
        for (var file : authority) {
            command.add(file.toString());
        }
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        return new Said(process.exitValue(), text);
    }

    static Path pem(Path file, X509Certificate certificate) throws Exception {
        var text = "-----BEGIN CERTIFICATE-----\n"
                + java.util.Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
        return Files.writeString(file, text);
    }
}
