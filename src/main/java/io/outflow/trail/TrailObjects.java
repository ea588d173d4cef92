package io.outflow.trail;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** Where the digest files and log files of trails are found: buckets, or files that were downloaded from them. */
public interface TrailObjects {
    /** Names at least every digest file whose name ends with a time in the period; others do no harm. */
    void digests(Instant from, Instant to, Consumer<TrailObject> each) throws IOException;

    /** Names at least every log file whose name has a time in the period; others do no harm. */
    void logs(Instant from, Instant to, Consumer<TrailObject> each) throws IOException;

    /**
     * Finds what a digest names.
     *
     * @param namedIn the digest, for copies, whose place is told from the place of the digest
     * @return all copies that are at hand; empty where there is none
     */
    List<TrailObject> find(ObjectPlace place, TrailObject namedIn) throws IOException;
}
