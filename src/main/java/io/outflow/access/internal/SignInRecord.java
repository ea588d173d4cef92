package io.outflow.access.internal;

import io.outflow.access.Journal;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes tries to sign in down. A name that nobody has is not kept: it may be a password in the wrong field. */
@Component
class SignInRecord {

    private final SignInTries tries;
    private final Journal journal;
    private final Clock clock;

    SignInRecord(SignInTries tries, Journal journal, Clock clock) {
        this.tries = tries;
        this.journal = journal;
        this.clock = clock;
    }

    @Transactional
    void succeeded(Known person, String address, String way) {
        tries.save(new SignInTry(clock.instant(), person.id(), address, true));
        journal.append(person.name(), "signed in", "person " + person.name(), way + " from " + address);
    }

    /** Somebody whose time is over. */
    @Transactional
    void ended(Known person, String address, String way) {
        tries.save(new SignInTry(clock.instant(), person.id(), address, false));
        journal.append(
                "nobody", "sign-in refused", "person " + person.name(), way + " from " + address + ", access ended");
    }

    @Transactional
    void failed(@Nullable Person person, String address, String way) {
        var id = Optional.ofNullable(person).map(Person::id).orElse(null);
        var object = person == null ? "a name that nobody has" : "person " + person.name();
        tries.save(new SignInTry(clock.instant(), id, address, false));
        journal.append("nobody", "sign-in refused", object, way + " from " + address);
    }
}
