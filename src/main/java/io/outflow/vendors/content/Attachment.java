package io.outflow.vendors.content;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file on an object of the register. Its bytes are stored once, by their hash, outside the database.
 *
 * @param sha256 64 hexadecimal digits, also the name under which the bytes are stored
 * @param mediaType found from the content, never from the name
 * @param size in bytes
 * @param replaces the attachment of which this is the newer version
 */
public record Attachment(
        @Label("Title") String title,
        @Label("File name") String fileName,
        @Label("SHA-256") String sha256,
        @Label("Type") String mediaType,
        @Label("Size") long size,
        @Label("Newer version of") @Nullable UUID replaces)
        implements Content {

    public Attachment {
        title = Texts.of(title);
        fileName = Texts.of(fileName);
        sha256 = Texts.of(sha256);
        mediaType = Texts.of(mediaType);
    }

    /** The same file under a title of its own. */
    public Attachment titled(String words) {
        return new Attachment(words, fileName, sha256, mediaType, size, replaces);
    }

    /** The same file as the newer version of another attachment. */
    public Attachment replacing(UUID older) {
        return new Attachment(title, fileName, sha256, mediaType, size, older);
    }

    @Override
    public String heading() {
        return title.isEmpty() ? fileName : title;
    }

    @Override
    public List<Problem> problems() {
        return Problem.all(
                Problem.missing("fileName", fileName, "The file has no name."),
                Problem.when(!sha256.matches("[0-9a-f]{64}"), "sha256", "The file has not been stored."));
    }
}
