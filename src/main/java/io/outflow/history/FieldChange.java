package io.outflow.history;

import org.jspecify.annotations.Nullable;

/**
 * One field that a revision changed.
 *
 * @param field its place in the state: a JSON pointer (RFC 6901) without the leading slash. A list of plain values is one
 *     field, its values joined by a comma
 * @param before null when the field was not there
 * @param after null when the field is no longer there
 */
public record FieldChange(
        String field, @Nullable String before, @Nullable String after) {}
