package io.outflow.access;

import io.outflow.access.ChangeRefused.Field;
import io.outflow.access.internal.ApiToken;
import io.outflow.access.internal.ApiTokens;
import io.outflow.access.internal.PasswordHashing;
import io.outflow.access.internal.PasswordRules;
import io.outflow.access.internal.Person;
import io.outflow.access.internal.Persons;
import io.outflow.access.internal.Secrets;
import io.outflow.access.internal.Throttle;
import java.time.Clock;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets whoever holds a set-up link choose a password, once. The link is the proof: nobody is signed in yet. */
@Service
public class FirstPassword {

    /** Said of a link that does not work. */
    public static final String CLOSED =
            "This link was used already, or is too old. Ask whoever invited you for a new one.";

    private final ApiTokens tokens;
    private final Persons persons;
    private final PasswordRules rules;
    private final PasswordHashing hashing;
    private final Throttle throttle;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FirstPassword(
            ApiTokens tokens,
            Persons persons,
            PasswordRules rules,
            PasswordHashing hashing,
            Throttle throttle,
            Journal journal,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tokens = tokens;
        this.persons = persons;
        this.rules = rules;
        this.hashing = hashing;
        this.throttle = throttle;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    /** The name to sign in with; empty when the link was used, is too old or never was one. */
    @Transactional(readOnly = true)
    public Optional<String> nameFor(String link, String address) {
        var attempt = throttle.begin("set-up link", address);
        var name = token(link).flatMap(this::person).map(Person::name);
        if (name.isPresent()) {
            attempt.succeeded();
        }
        return name;
    }

    /**
     * Takes a password, and the link stops working.
     *
     * @throws ChangeRefused with a sentence for a weak password, or a link that does not work
     */
    @Transactional
    public void choose(String link, String password, String address) {
        var attempt = throttle.begin("set-up link", address);
        var token = token(link).orElseThrow(FirstPassword::closed);
        var person = person(token).orElseThrow(FirstPassword::closed);
        rules.check(person.name(), password);
        attempt.succeeded();
        person.takePassword(hashing.hash(password));
        token.revoke(clock.instant());
        events.publishEvent(new PersonChanged(person.id()));
        journal.append(person.name(), "password chosen", "person " + person.name(), "by a set-up link");
    }

    /** The token of a link that still works. */
    private Optional<ApiToken> token(String link) {
        return tokens.findByTokenHash(Secrets.sha256(link))
                .filter(token -> token.opens(TokenPurpose.SET_UP, clock.instant()));
    }

    private Optional<Person> person(ApiToken token) {
        return persons.findById(token.personId()).filter(person -> person.mayEnter(clock.instant()));
    }

    private static ChangeRefused closed() {
        return new ChangeRefused(Field.CODE, CLOSED);
    }
}
