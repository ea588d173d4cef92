package io.outflow.trail;

/**
 * Caps against hostile input.
 *
 * @param decompressedBytes most bytes that one file may decompress to
 * @param ratio most decompressed bytes per compressed byte, checked once 1 MiB has come out
 * @param recordBytes most bytes of one record
 * @param depth most levels of nesting in one record
 * @param zipEntries most entries of one zip archive
 */
public record Limits(long decompressedBytes, int ratio, int recordBytes, int depth, int zipEntries) {
    /** The caps that the application uses. */
    public static final Limits STANDARD = new Limits(16L << 30, 200, 1 << 20, 100, 100_000);
}
