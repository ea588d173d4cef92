package io.outflow.vendors;

import io.outflow.vendors.content.Attachment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A stored document to be read.
 *
 * @param mediaType found from the content just now, whatever the register says
 */
public record Document(Entry<Attachment> entry, Path file, String mediaType) {

    /** Whether it may be shown in place. Everything else is only ever handed out as a file. */
    public boolean canBeShown() {
        return mediaType.equals("application/pdf");
    }

    public InputStream open() throws IOException {
        return Files.newInputStream(file);
    }

    /** In bytes. */
    public long size() throws IOException {
        return Files.size(file);
    }
}
