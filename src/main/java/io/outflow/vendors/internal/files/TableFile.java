package io.outflow.vendors.internal.files;

import java.io.IOException;
import java.util.List;

/** A file of several tables, written one after the other. */
interface TableFile {

    void about(List<String> lines);

    /**
     * @param name what the table is called for people
     * @param path what it is called in file names
     */
    void table(String name, String path, List<String> header, List<List<String>> rows) throws IOException;

    /** Writes to the end and leaves the stream open. */
    void end() throws IOException;
}
