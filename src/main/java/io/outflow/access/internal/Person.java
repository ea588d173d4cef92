package io.outflow.access.internal;

import io.outflow.access.ChangeRefused;
import io.outflow.access.ChangeRefused.Field;
import io.outflow.access.PersonSummary;
import io.outflow.access.Role;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who may enter. */
@Entity
@Table(name = "person")
public class Person {

    private static final int LONGEST_NAME = 100;

    @Id
    private UUID id;

    private String name;
    private String nameKey;
    private String passwordHash;
    private boolean enabled = true;
    private Instant createdAt;
    private long stamp;
    private @Nullable Instant endsAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "role_grant", joinColumns = @JoinColumn(name = "person_id"))
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    private Set<Role> roles = EnumSet.noneOf(Role.class);

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Person() {}

    public Person(String name, String passwordHash, Set<Role> roles, Instant createdAt) {
        this.id = UUID.randomUUID();
        this.name = name;
        this.nameKey = nameKey(name);
        this.passwordHash = passwordHash;
        this.createdAt = createdAt;
        this.roles.addAll(roles);
    }

    /** Somebody from outside, who may enter until a moment. The hash is of no password until they chose one. */
    public static Person invited(String name, String passwordHash, Instant endsAt, Instant createdAt) {
        var person = new Person(name, passwordHash, EnumSet.of(Role.INVITED), createdAt);
        person.endsAt = endsAt;
        return person;
    }

    /**
     * A name as it is kept.
     *
     * @throws ChangeRefused with a sentence when nobody can have it
     */
    public static String checkedName(String given) {
        var name = given.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw new ChangeRefused(Field.NAME, "Give a name of 1 to %d characters.".formatted(LONGEST_NAME));
        }
        if (name.contains(":")) {
            throw new ChangeRefused(Field.NAME, "A name cannot contain a colon, because the API could not read it.");
        }
        return name;
    }

    /** Two names that differ in case or in blanks around them are the same person. */
    public static String nameKey(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    public void grant(Set<Role> granted) {
        roles.retainAll(granted);
        roles.addAll(granted);
        stamp++;
    }

    public void takePassword(String hash) {
        passwordHash = hash;
        stamp++;
    }

    /** Gives another end to the time for which somebody was invited. */
    public void end(Instant at) {
        endsAt = at;
    }

    public void disable() {
        enabled = false;
        stamp++;
    }

    public void enable() {
        enabled = true;
        stamp++;
    }

    public boolean isEnabledAdmin() {
        return enabled && roles.contains(Role.ADMIN);
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    public Set<Role> roles() {
        return Set.copyOf(roles);
    }

    public boolean enabled() {
        return enabled;
    }

    /** Whether the person may enter at a moment. */
    public boolean mayEnter(Instant now) {
        return known().mayEnter(now);
    }

    public boolean isInvited() {
        return roles.contains(Role.INVITED);
    }

    String passwordHash() {
        return passwordHash;
    }

    Known known() {
        return new Known(id, name, roles(), enabled, endsAt, stamp);
    }

    public PersonSummary summary(@Nullable Instant lastSignIn) {
        return new PersonSummary(id, name, roles(), enabled, endsAt, createdAt, lastSignIn);
    }
}
