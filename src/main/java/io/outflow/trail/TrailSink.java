package io.outflow.trail;

/**
 * Takes what a file holds, record by record, in the order of the file. Each record leads to exactly one of
 * {@link #kept}, {@link #skipped} and {@link #rejected}.
 */
public interface TrailSink {
    void kept(Reading reading);

    /** @param recordNo number of the record in the file, from 1 */
    void skipped(int recordNo, SkipReason reason);

    void rejected(BadRecord bad);

    /** Called at least once for each distinct coverage that the file proves. */
    void covered(Coverage coverage);

    /** Called now and then with the raw (compressed) bytes taken so far; returns false to stop reading. */
    boolean progress(long rawBytes);

    /**
     * Asked before the records of a file or entry are read: whether the hash of what it holds is wanted, which costs one
     * pass of SHA-256 over its uncompressed bytes.
     *
     * @param entry the name of an entry of an archive; empty for the file itself
     */
    default boolean wantsContent(String entry) {
        return false;
    }

    /** Told after the last record of a file, or of an entry of an archive, where that was wanted and it was read to its end. */
    default void content(String entry, LogContent content) {}

    /**
     * Asked once a file, before its records are read: whether originals and SHA-256 are wanted. For whoever only counts, who says no,
     * {@link Reading#original} is empty and {@link Reading#contentHash} is 64 bits that tell different content apart and prove nothing.
     */
    default boolean wantsOriginals() {
        return true;
    }
}
