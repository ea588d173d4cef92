package io.outflow.access;

import io.outflow.access.ChangeRefused.Field;
import io.outflow.access.internal.PasswordHashing;
import io.outflow.access.internal.PasswordRules;
import io.outflow.access.internal.Person;
import io.outflow.access.internal.Persons;
import io.outflow.access.internal.SignInTries;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people who may enter. Every change acts at once and ends the sessions of the person it is about. */
@Service
@Requires(Action.ADMINISTER)
public class People {

    private final Persons persons;
    private final SignInTries tries;
    private final PasswordRules rules;
    private final PasswordHashing hashing;
    private final Journal journal;
    private final CurrentPerson current;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    People(
            Persons persons,
            SignInTries tries,
            PasswordRules rules,
            PasswordHashing hashing,
            Journal journal,
            CurrentPerson current,
            ApplicationEventPublisher events,
            Clock clock) {
        this.persons = persons;
        this.tries = tries;
        this.rules = rules;
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
                .map(person -> person.summary(last.get(person.id())))
                .toList();
    }

    @Transactional
    public UUID add(String name, String password, Set<Role> roles) {
        var shown = Person.checkedName(name);
        needRole(roles);
        rules.check(shown, password);
        if (persons.existsByNameKey(Person.nameKey(shown))) {
            throw new ChangeRefused(Field.NAME, "Somebody has this name already. Choose another.");
        }
        var person = persons.save(new Person(shown, hashing.hash(password), roles, clock.instant()));
        note("person added", person, "roles " + labels(roles));
        return person.id();
    }

    @Transactional
    public void changeRoles(UUID id, Set<Role> roles) {
        needRole(roles);
        var all = persons.lockAll();
        var person = one(all, id);
        var before = person.roles();
        if (person.isInvited()) {
            throw new ChangeRefused(
                    Field.ROLES, "This person was invited from outside and stays that. Nothing was changed.");
        }
        if (before.equals(roles)) {
            return;
        }
        person.grant(roles);
        needAdmin(all);
        changed("roles changed", person, "from " + labels(before) + " to " + labels(roles));
    }

    @Transactional
    public void resetPassword(UUID id, String password) {
        var person = one(persons.lockAll(), id);
        rules.check(person.name(), password);
        person.takePassword(hashing.hash(password));
        changed("password reset", person, "by an administrator");
    }

    @Transactional
    public void disable(UUID id) {
        var all = persons.lockAll();
        var person = one(all, id);
        if (person.enabled()) {
            person.disable();
            needAdmin(all);
            changed("person disabled", person, "may no longer sign in");
        }
    }

    @Transactional
    public void enable(UUID id) {
        var person = one(persons.lockAll(), id);
        if (!person.enabled()) {
            person.enable();
            changed("person enabled", person, "may sign in again");
        }
    }

    private static Person one(List<Person> all, UUID id) {
        return all.stream()
                .filter(person -> person.id().equals(id))
                .findAny()
                .orElseThrow(() -> new ChangeRefused(Field.NAME, "This person is not there any more."));
    }

    private static void needRole(Set<Role> roles) {
        if (!Role.OF_THE_HOUSE.containsAll(roles)) {
            throw new ChangeRefused(Field.ROLES, "Auditors from outside are invited under Settings, Invited auditors.");
        }
        if (roles.isEmpty()) {
            throw new ChangeRefused(Field.ROLES, "Choose at least one role. To shut somebody out, disable them.");
        }
    }

    private static void needAdmin(List<Person> all) {
        if (all.stream().noneMatch(Person::isEnabledAdmin)) {
            throw new ChangeRefused(
                    Field.ROLES, "This is the last administrator. Make somebody else an administrator first.");
        }
    }

    private void changed(String action, Person person, String text) {
        events.publishEvent(new PersonChanged(person.id()));
        note(action, person, text);
    }

    private void note(String action, Person person, String text) {
        journal.append(current.name(), action, "person " + person.name(), text);
    }

    private static String labels(Set<Role> roles) {
        return roles.stream().sorted().map(Role::label).collect(Collectors.joining(", "));
    }
}
