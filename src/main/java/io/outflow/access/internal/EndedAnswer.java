package io.outflow.access.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;

/** Tells the browser of somebody whose time is over why it goes on no further. */
public interface EndedAnswer {

    void tell(HttpServletRequest request, HttpServletResponse response, Instant endedAt) throws IOException;
}
