package io.outflow.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An auditor from outside who was invited.
 *
 * @param name to sign in with, and printed in reports made for them
 * @param endsAt from when on they may not enter any more
 * @param lastSignIn nothing before the first
 */
public record Invitation(
        UUID person,
        String name,
        String email,
        String organisation,
        Instant endsAt,
        InvitationScope scope,
        String invitedBy,
        Instant invitedAt,
        @Nullable Instant lastSignIn) {

    public boolean ended(Instant now) {
        return !now.isBefore(endsAt);
    }

    /** The last moment's day, in UTC. */
    public LocalDate lastDay() {
        return LocalDate.ofInstant(endsAt.minusNanos(1), ZoneOffset.UTC);
    }

    /** The moment after a last day, in UTC. */
    public static Instant endOf(LocalDate lastDay) {
        return lastDay.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
