package io.outflow.api.internal;

import io.outflow.access.Action;
import io.outflow.access.Permission;
import io.outflow.access.Requires;
import io.outflow.evidence.EvidencePackage;
import io.outflow.evidence.EvidencePackage.State;
import io.outflow.evidence.EvidencePackages;
import io.outflow.evidence.Verification;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** Evidence packages over REST: asked for, waited for, taken away byte for byte, and checked. */
@RestController
@RequestMapping("/api/v1/packages")
@Requires(value = Action.EVIDENCE, level = Permission.READ)
@Tag(name = "Evidence packages")
class PackagesApi {

    private static final String SECONDS_TO_WAIT = "2";

    private final EvidencePackages packages;

    PackagesApi(EvidencePackages packages) {
        this.packages = packages;
    }

    /**
     * A package without its files.
     *
     * @param doing what is done now; nothing unless it is being made
     * @param message why it could not be made; empty otherwise
     */
    record PackageItem(
            long number,
            State state,
            @Nullable String doing,
            String message,
            PackageBody request,
            String madeBy,
            Instant requestedAt,
            @Nullable Instant madeAt,
            String fileName,
            long bytes,
            String sha256,
            String tagManifest,
            String signer,
            @Nullable Instant stampedAt,
            long previous) {}

    /** A package with its files, once it is made. */
    record PackageDetails(PackageItem item, List<EvidencePackage.File> files) {}

    /** What a check found: the verdict, in a sentence, and each thing that was looked at. */
    record Verdict(
            boolean verified,
            String sentence,
            @Nullable String signer,
            Verification.Stamp stamp,
            @Nullable Instant stampedAt,
            List<Verification.Check> checks) {

        static Verdict of(Verification found) {
            return new Verdict(
                    found.verified(),
                    found.sentence(),
                    found.signer(),
                    found.stamp(),
                    found.stampedAt(),
                    found.checks());
        }
    }

    @GetMapping
    @Operation(summary = "Lists the packages that the caller may see, newest first")
    Listing<PackageItem> list() {
        return Listing.of(packages.list().stream().map(this::item).toList());
    }

    @PostMapping
    @Operation(summary = "Begins to make a package; Location says where to ask how far it is")
    ResponseEntity<PackageItem> make(@RequestBody PackageBody body) {
        var request = body.request();
        long number;
        try {
            number = packages.make(request);
        } catch (IllegalArgumentException e) {
            throw new BadParameter("request", String.valueOf(e.getMessage()));
        }
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/packages/" + number))
                .header(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT)
                .body(item(found(number)));
    }

    @GetMapping("/{number}")
    @Operation(summary = "Says how far a package is, and which files it holds once it is made")
    ResponseEntity<PackageDetails> one(@PathVariable long number) {
        var item = item(found(number));
        var answer = ResponseEntity.ok().cacheControl(CacheControl.noCache().cachePrivate());
        if (item.state() == State.MAKING) {
            answer.header(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT);
        } else {
            answer.eTag("%d-%s-%s".formatted(number, item.state(), item.stampedAt()));
        }
        return answer.body(new PackageDetails(item, packages.files(number)));
    }

    @GetMapping("/{number}/archive")
    @Operation(summary = "Hands out the archive, the same bytes each time, whole or by Range; the ETag is its SHA-256")
    @Nullable
    ResponseEntity<Resource> archive(
            @PathVariable long number,
            @RequestHeader(name = HttpHeaders.RANGE, required = false) @Nullable String range,
            @RequestHeader(name = HttpHeaders.IF_RANGE, required = false) @Nullable String ifRange,
            HttpMethod method,
            WebRequest request)
            throws IOException {
        var made = made(number);
        var tag = "\"" + made.sha256() + "\"";
        if (request.checkNotModified(tag)) {
            return null;
        }
        var answer = ResponseEntity.ok()
                .eTag(tag)
                .contentType(MediaType.parseMediaType("application/zip"))
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(made.fileName()))
                .header(HttpHeaders.ACCEPT_RANGES, "bytes")
                .header(
                        "Repr-Digest",
                        "sha-256=:%s:"
                                .formatted(Base64.getEncoder()
                                        .encodeToString(HexFormat.of().parseHex(made.sha256()))))
                .cacheControl(CacheControl.noCache().cachePrivate());
        if (method == HttpMethod.HEAD) {
            return answer.contentLength(made.bytes()).build();
        }
        if (range == null) {
            return answer.body(new FileSystemResource(packages.handOut(number, "")));
        }
        if (ifRange == null || ifRange.equals(tag)) {
            return answer.body(new FileSystemResource(packages.handOut(number, range)));
        }
        // A part of other bytes was asked for. Of a stream Spring gives no part, whatever Range says.
        var whole = new FileSystemResource(packages.handOut(number, ""));
        return answer.contentLength(made.bytes()).body(new InputStreamResource(whole));
    }

    @GetMapping("/{number}/stamp")
    @Operation(
            summary =
                    "Hands out the time stamp (RFC 3161) that came after the package was made; save it beside the archive")
    ResponseEntity<byte[]> stamp(@PathVariable long number) throws IOException {
        var made = made(number);
        var stamp = packages.laterStamp(number)
                .orElseThrow(() -> new NotThere(
                        made.stampedAt() == null
                                ? "Package %d has no time stamp yet.".formatted(number)
                                : "The time stamp of package %d is in its archive.".formatted(number)));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/timestamp-reply"))
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(made.folder() + ".tsr"))
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(stamp);
    }

    @GetMapping("/{number}/verification")
    @Operation(summary = "Checks the archive that is kept, as anybody would; it reads all of it")
    Verdict verification(@PathVariable long number) throws IOException {
        made(number);
        return Verdict.of(packages.verify(number));
    }

    private PackageItem item(EvidencePackage one) {
        return new PackageItem(
                one.number(),
                one.state(),
                packages.doing(one.number()).orElse(null),
                one.message(),
                PackageBody.of(one.request()),
                one.madeBy(),
                one.requestedAt(),
                one.madeAt(),
                one.fileName(),
                one.bytes(),
                one.sha256(),
                one.tagManifest(),
                one.signer(),
                one.stampedAt(),
                one.previous());
    }

    private EvidencePackage found(long number) {
        return packages.find(number)
                .orElseThrow(() -> new NotThere("There is no package %d that you may open.".formatted(number)));
    }

    private EvidencePackage made(long number) {
        return Optional.of(found(number))
                .filter(one -> one.state() == State.MADE)
                .orElseThrow(() -> new NotThere("Package %d is not made. Ask for its state.".formatted(number)));
    }

    private static String attachment(String name) {
        return ContentDisposition.attachment().filename(name).build().toString();
    }
}
