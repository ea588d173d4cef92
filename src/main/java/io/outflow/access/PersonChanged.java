package io.outflow.access;

import java.util.UUID;

/** A person's roles, password or state changed; what was remembered of them no longer holds. */
public record PersonChanged(UUID personId) {}
