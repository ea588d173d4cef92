package io.outflow.access;

import io.outflow.access.internal.Directory;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;

/** For Outflow itself: does what a person set up to be done later, with the rights that the person has by then. */
@Service
@Requires(Action.ADMINISTER)
public class OnBehalf {

    private final Directory directory;
    private final Clock clock;

    OnBehalf(Directory directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * Runs work as a person.
     *
     * @throws AccessRefused in a sentence when the person may not enter any more
     */
    public <T> T of(UUID person, Supplier<T> work) {
        return Acting.as(
                directory
                        .enter(person, clock.instant())
                        .orElseThrow(() -> AccessRefused.byRule(
                                "Whoever set this up may not enter Outflow any more. Let somebody else set it up.")),
                work);
    }
}
