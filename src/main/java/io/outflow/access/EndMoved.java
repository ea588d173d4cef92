package io.outflow.access;

import java.util.UUID;

/**
 * The time for which somebody was invited ends at another moment. Open sessions stay until their next request, which tells in words
 * when it is over.
 */
public record EndMoved(UUID personId) {}
