package io.outflow.api.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Reads which version a change began from. */
final class IfMatch {
    private IfMatch() {}

    static long version(@Nullable String match) {
        if (match == null) {
            throw new BadParameter(
                    HttpHeaders.IF_MATCH,
                    "Send the ETag of what your change began from, so that no other change is lost.");
        }
        try {
            return Long.parseLong(
                    match.replaceFirst("^W/", "").replace("\"", "").strip());
        } catch (NumberFormatException e) {
            throw new BadParameter(HttpHeaders.IF_MATCH, "Send the ETag as it was given, such as \"3\".");
        }
    }
}
