package io.outflow.api.internal;

import io.outflow.access.Action;
import io.outflow.access.Permission;
import io.outflow.access.Requires;
import io.outflow.vendors.Document;
import io.outflow.vendors.Documents;
import io.outflow.vendors.Entry;
import io.outflow.vendors.EntryRefused;
import io.outflow.vendors.Kind;
import io.outflow.vendors.Register;
import io.outflow.vendors.content.Attachment;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** Documents over REST: put on a vendor, a product or an agreement, and handed out as files only. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Register")
class DocumentsApi {

    private final Documents documents;
    private final Register register;

    DocumentsApi(Documents documents, Register register) {
        this.documents = documents;
        this.register = register;
    }

    /** A document as it was added. */
    record Added(UUID id, String sha256, String mediaType, long size) {}

    @PostMapping(
            path = "/{owners:vendors|products|applications|agreements}/{id}/documents",
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Requires(Action.REGISTER)
    @Operation(summary = "Puts a document of up to 100 MiB on a vendor, product, application or agreement")
    ResponseEntity<Added> add(
            @PathVariable String owners,
            @PathVariable UUID id,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(required = false) @Nullable UUID replaces,
            @RequestParam(defaultValue = "") String reason)
            throws IOException {
        if (file == null) {
            throw new EntryRefused("file", "Nothing was sent. Send one file in a part named file.");
        }
        if (reason.isBlank()) {
            throw new EntryRefused("reason", "Say why in 1 to 2,000 characters. The history keeps it.");
        }
        if (register.now()
                .find(id)
                .filter(entry -> entry.kind() == Kind.ofPath(owners).orElseThrow())
                .isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such entry in the register.");
        }
        try (var bytes = file.getInputStream()) {
            var stored = documents
                    .store(bytes, Objects.requireNonNullElse(file.getOriginalFilename(), ""))
                    .titled(title);
            var added = add(id, replaces == null ? stored : stored.replacing(replaces), reason);
            return ResponseEntity.created(URI.create("/api/v1/documents/" + added.id()))
                    .body(new Added(added.id(), stored.sha256(), stored.mediaType(), stored.size()));
        }
    }

    private Entry<?> add(UUID owner, Attachment stored, String reason) {
        try {
            return documents.add(owner, stored, reason);
        } catch (RuntimeException e) {
            documents.giveUp(stored);
            throw e;
        }
    }

    @GetMapping("/documents/{id}")
    @Requires(value = Action.REGISTER, level = Permission.READ)
    @Operation(summary = "Hands out a document as a file")
    ResponseEntity<Resource> read(@PathVariable UUID id) throws IOException {
        var document = documents
                .open(register.now(), id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such document."));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(document.mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(document))
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .cacheControl(CacheControl.noStore().cachePrivate())
                .body(new FileSystemResource(document.file()));
    }

    private static String disposition(Document document) {
        return ContentDisposition.attachment()
                .filename(document.entry().content().fileName(), StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
