package io.outflow.evidence.internal;

import io.outflow.access.Action;
import io.outflow.access.CurrentPerson;
import io.outflow.evidence.EvidencePackage;
import io.outflow.evidence.PackageRequest;
import io.outflow.history.ChangeLog;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Which packages the person signed in may open. Who was invited from outside sees those that are made for them within their scope, and
 * each look at one is an entry of the change log.
 */
@Component
public class Readers {

    /** What a page asks within one look. */
    private static final Duration ONE_LOOK = Duration.ofMinutes(1);

    private final PackageRows rows;
    private final InvitationRows invitations;
    private final ChangeLog log;
    private final CurrentPerson person;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Map<Look, Instant> looks = new ConcurrentHashMap<>();

    Readers(
            PackageRows rows,
            InvitationRows invitations,
            ChangeLog log,
            CurrentPerson person,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.invitations = invitations;
        this.log = log;
        this.person = person;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Look(UUID person, long number) {}

    public boolean mayOpen(EvidencePackage one) {
        return switch (person.permission(Action.EVIDENCE)) {
            case DO -> true;
            case IN_SCOPE -> rows.isFor(one.number(), person.id().orElse(null), person.name());
            default ->
                person.id()
                        .flatMap(invitations::find)
                        .filter(guest -> mayOpen(guest, one))
                        .isPresent();
        };
    }

    private boolean mayOpen(InvitationRows.Stored guest, EvidencePackage one) {
        return clock.instant().isBefore(guest.endsAt())
                && (guest.scope().packages().contains(one.number())
                        || guest.scope().takes(one.request()) && rows.isMadeFor(one.number(), guest.person()));
    }

    /** Writes down that somebody from outside looked at a package. */
    public void looked(EvidencePackage one) {
        var guest = person.id().filter(id -> !person.may(Action.EVIDENCE));
        if (guest.isEmpty()) {
            return;
        }
        var now = clock.instant();
        looks.values().removeIf(at -> at.plus(ONE_LOOK).isBefore(now));
        var look = new Look(guest.get(), one.number());
        if (!looks.containsKey(look)) {
            transaction.executeWithoutResult(_ -> log.append(
                    "evidence read",
                    "evidence package " + one.number(),
                    one.request().title()));
            looks.put(look, now);
        }
    }

    /**
     * The invited person that a package is to be made for; empty when its recipient is somebody else.
     *
     * @throws IllegalArgumentException with a sentence when it reaches beyond what they were invited for, or their time is over
     */
    Optional<UUID> guest(PackageRequest request) {
        var guest = invitations.list().stream()
                .filter(one -> one.name().equalsIgnoreCase(request.recipient()))
                .findFirst();
        guest.ifPresent(one -> {
            if (!clock.instant().isBefore(one.endsAt())) {
                throw new IllegalArgumentException(
                        "The time for which %s was invited is over. Give them longer, or name another recipient."
                                .formatted(one.name()));
            }
            var beyond = one.scope().beyond(request);
            if (!beyond.isEmpty()) {
                throw new IllegalArgumentException(
                        "This package holds %s, beyond what %s was invited for. Narrow it, or change the invitation."
                                .formatted(String.join(" and ", beyond), one.name()));
            }
        });
        return guest.map(InvitationRows.Stored::person);
    }
}
