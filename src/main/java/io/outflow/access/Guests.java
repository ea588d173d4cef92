package io.outflow.access;

import io.outflow.access.internal.ApiToken;
import io.outflow.access.internal.ApiTokens;
import io.outflow.access.internal.PasswordHashing;
import io.outflow.access.internal.Person;
import io.outflow.access.internal.Persons;
import io.outflow.access.internal.Secrets;
import io.outflow.access.internal.SignInTries;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * People from outside, who may enter until a moment and set themselves up by a link that works once. What they may see is decided
 * by whoever shows it. A change of the end acts at once.
 */
@Service
@Requires(Action.INVITE)
public class Guests {

    /** How long a link may be used. */
    public static final Duration LINK_LASTS = Duration.ofDays(7);

    private static final String LINK = "set-up link";

    private final Persons persons;
    private final ApiTokens tokens;
    private final SignInTries tries;
    private final PasswordHashing hashing;
    private final Journal journal;
    private final CurrentPerson current;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Guests(
            Persons persons,
            ApiTokens tokens,
            SignInTries tries,
            PasswordHashing hashing,
            Journal journal,
            CurrentPerson current,
            ApplicationEventPublisher events,
            Clock clock) {
        this.persons = persons;
        this.tokens = tokens;
        this.tries = tries;
        this.hashing = hashing;
        this.journal = journal;
        this.current = current;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<PersonSummary> list() {
        var last = tries.lastSuccesses().stream()
                .collect(Collectors.toMap(SignInTries.Last::getPersonId, SignInTries.Last::getAt));
        return persons.findAllByOrderByNameKey().stream()
                .filter(Person::isInvited)
                .map(person -> person.summary(last.get(person.id())))
                .toList();
    }

    /**
     * Invites somebody.
     *
     * @param endsAt the moment from which they may not enter any more
     * @return their id
     * @throws ChangeRefused with a sentence when the name is taken or the end lies in the past
     */
    @Transactional
    public UUID invite(String name, Instant endsAt) {
        var shown = Person.checkedName(name);
        if (persons.existsByNameKey(Person.nameKey(shown))) {
            throw new ChangeRefused(
                    ChangeRefused.Field.NAME, "Somebody has this name already. Add the organisation, or another word.");
        }
        if (!endsAt.isAfter(clock.instant())) {
            throw new ChangeRefused(ChangeRefused.Field.DAYS, "The last day has passed. Choose one to come.");
        }
        var person = persons.save(Person.invited(shown, hashing.hash(Secrets.token("")), endsAt, clock.instant()));
        journal.append(current.name(), "auditor invited", object(person), "may enter until " + endsAt);
        return person.id();
    }

    /** Makes a link for somebody to choose a password with, once; links made before stop working. */
    @Transactional
    public String link(UUID id) {
        var person = guest(id);
        var now = clock.instant();
        tokens.findByPersonIdOrderByCreatedAtDesc(id).stream()
                .filter(token -> token.opens(TokenPurpose.SET_UP, now))
                .forEach(token -> token.revoke(now));
        var token = Secrets.token("");
        tokens.save(new ApiToken(id, TokenPurpose.SET_UP, LINK, Secrets.sha256(token), now, now.plus(LINK_LASTS)));
        journal.append(current.name(), "set-up link made", object(person), "works once, until " + now.plus(LINK_LASTS));
        return token;
    }

    /** Gives another end. After it every request is refused, those of open pages too. */
    @Transactional
    public void end(UUID id, Instant at) {
        var person = guest(id);
        person.end(at);
        events.publishEvent(new EndMoved(id));
        journal.append(current.name(), "end of access changed", object(person), "may enter until " + at);
    }

    private Person guest(UUID id) {
        return persons.lockAll().stream()
                .filter(person -> person.id().equals(id) && person.isInvited())
                .findAny()
                .orElseThrow(() ->
                        new ChangeRefused(ChangeRefused.Field.NAME, "This person is not there, or was not invited."));
    }

    private static String object(Person person) {
        return "person " + person.name();
    }
}
