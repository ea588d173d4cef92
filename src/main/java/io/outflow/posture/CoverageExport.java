package io.outflow.posture;

import io.outflow.access.Action;
import io.outflow.access.Requires;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;

/** The coverage map as a file. */
@Requires(Action.READ_USAGE)
public interface CoverageExport {

    /**
     * Writes CSV as of RFC 4180 in UTF-8, one row for each day of each place, and an entry of the change log; where that cannot
     * be written nothing is exported.
     */
    void csv(Instant from, Instant to, OutputStream out) throws IOException;
}
