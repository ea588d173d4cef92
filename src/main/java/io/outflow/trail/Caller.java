package io.outflow.trail;

import org.jspecify.annotations.Nullable;

/**
 * Who made a call, as well as the record tells.
 *
 * @param kind what kind of caller this is
 * @param id stable identity within the account, such as a user ARN, an Identity Center user id, a role ARN or a service name
 * @param name the name to show
 * @param role the role's ARN with its path where a role was assumed, else null
 * @param session the session name where it names somebody or something lasting; ids of instances, uuids and numbered SDK
 *     sessions collapse to their kind, such as {@code (instance)}; null where there was none
 * @param grade how well the caller is known
 */
public record Caller(
        CallerKind kind,
        String id,
        String name,
        @Nullable String role,
        @Nullable String session,
        Grade grade) {}
