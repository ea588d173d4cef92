package io.outflow.trail;

import org.jspecify.annotations.Nullable;

/**
 * A field in which two versions of one event differ.
 *
 * @param path the field, such as {@code userIdentity.sessionContext.sessionIssuer.arn}
 * @param stored its value in the version that is stored; null where that has no such field
 * @param here its value in the other version; null where that has no such field
 */
public record FieldDifference(
        String path, @Nullable String stored, @Nullable String here) {}
