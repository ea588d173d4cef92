package io.outflow.access.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;

/** Tells the browser of somebody whose time is over why it goes on no further. */
public interface EndedAnswer {

    /**
     * Answers a request, which goes no further.
     *
     * @return whether the session may go; the session of a page that is still open stays until the page was led out, because the page
     *     would otherwise notice that and leave before it is told why
     */
    boolean tell(HttpServletRequest request, HttpServletResponse response, Instant endedAt) throws IOException;
}
