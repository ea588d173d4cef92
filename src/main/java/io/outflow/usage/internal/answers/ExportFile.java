package io.outflow.usage.internal.answers;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table being written as a file: what it tells about itself, a line of names, and its lines. */
interface ExportFile {
    /** Says something about the whole, before the lines. */
    void about(String name, String text) throws IOException;

    void names(List<String> names) throws IOException;

    void line(List<? extends @Nullable Object> values) throws IOException;

    /** Writes what comes after the last line; the stream stays open. */
    void end() throws IOException;
}
