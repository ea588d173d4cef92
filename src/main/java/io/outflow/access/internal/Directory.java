package io.outflow.access.internal;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.outflow.access.EndMoved;
import io.outflow.access.PersonChanged;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Tells whether somebody who signed in is still who they were. Another instance's change shows after some seconds. */
@Component
public class Directory {

    private static final Duration LONGEST_SESSION = Duration.ofHours(12);

    private final LoadingCache<UUID, Optional<Known>> people;

    Directory(Persons persons) {
        this.people = Caffeine.newBuilder()
                .expireAfterWrite(Duration.ofSeconds(5))
                .maximumSize(10_000)
                .build(id -> persons.findById(id).map(Person::known));
    }

    boolean stillHolds(SignedIn signedIn, Instant now) {
        return now.isBefore(signedIn.since().plus(LONGEST_SESSION))
                && people.get(signedIn.personId())
                        .filter(known -> known.mayEnter(now) && known.stamp() == signedIn.stamp())
                        .isPresent();
    }

    /** Somebody as if they had signed in now; empty for one who may not. */
    public Optional<SignedIn> enter(UUID person, Instant now) {
        return people.get(person).filter(known -> known.mayEnter(now)).map(known -> known.signedIn(now));
    }

    /** When the time of somebody who signed in ended; empty for all others. */
    Optional<Instant> endedAt(SignedIn signedIn, Instant now) {
        return people.get(signedIn.personId()).filter(known -> known.ended(now)).map(Known::endsAt);
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void forget(PersonChanged changed) {
        people.invalidate(changed.personId());
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void forget(EndMoved moved) {
        people.invalidate(moved.personId());
    }
}
