package io.outflow.access.internal;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
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
class Directory {

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
                        .filter(known -> known.enabled() && known.stamp() == signedIn.stamp())
                        .isPresent();
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void forget(PersonChanged changed) {
        people.invalidate(changed.personId());
    }
}
