package io.outflow.imports;

import org.jspecify.annotations.Nullable;

/**
 * What AWS must be told so that Outflow may read a source, to be copied.
 *
 * @param permissions the IAM policy of the identity or role that reads
 * @param trust the trust policy of the role; null where none is assumed
 */
public record SourcePolicy(String permissions, @Nullable String trust) {}
