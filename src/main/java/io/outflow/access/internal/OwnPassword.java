package io.outflow.access.internal;

import io.outflow.access.ChangeRefused;
import io.outflow.access.ChangeRefused.Field;
import io.outflow.access.PersonChanged;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Changes the password of somebody who knows the present one. */
@Component
public class OwnPassword {

    private final Persons persons;
    private final PasswordHashing hashing;
    private final PasswordRules rules;
    private final Throttle throttle;
    private final ApplicationEventPublisher events;

    OwnPassword(
            Persons persons,
            PasswordHashing hashing,
            PasswordRules rules,
            Throttle throttle,
            ApplicationEventPublisher events) {
        this.persons = persons;
        this.hashing = hashing;
        this.rules = rules;
        this.throttle = throttle;
        this.events = events;
    }

    public void change(UUID id, String present, String next) {
        var person = persons.findById(id).orElseThrow();
        var attempt = throttle.begin(Person.nameKey(person.name()), "own account");
        if (!hashing.matches(present, person.passwordHash())) {
            throw new ChangeRefused(Field.PRESENT_PASSWORD, "The present password is wrong. Nothing was changed.");
        }
        attempt.succeeded();
        rules.check(person.name(), next);
        person.takePassword(hashing.hash(next));
        events.publishEvent(new PersonChanged(id));
    }
}
