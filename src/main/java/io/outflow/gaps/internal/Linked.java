package io.outflow.gaps.internal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The product and application of the register that a call belongs to. */
record Linked(@Nullable UUID product, @Nullable UUID application) {}
