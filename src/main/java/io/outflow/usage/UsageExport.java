package io.outflow.usage;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes what the usage screen shows as a file: with period, filter, coverage and time of generation in it, names as the person
 * sees them now and, for roles that never see any, {@linkplain SmallGroups small groups} merged. Every export is an entry of the change log; where that cannot be written nothing is exported. Needs the right
 * to read usage.
 */
public interface UsageExport {

    /**
     * Writes to the end and leaves the stream open. CSV follows RFC 4180 in UTF-8; a text that a spreadsheet would run as a
     * formula gets an apostrophe in front, and the last line says how many did.
     */
    void write(UsageFilter filter, Content content, Format format, OutputStream out) throws IOException;

    /** A name for the file that says what is in it. */
    String fileName(UsageFilter filter, Content content, Format format);

    /** What is exported. */
    enum Content {
        /** The rows of the table. */
        ROWS,
        /** Every call of the filter, newest first. */
        CALLS
    }

    /** How. */
    enum Format {
        CSV,
        JSON
    }
}
