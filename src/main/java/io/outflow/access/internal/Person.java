package io.outflow.access.internal;

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

    @Id
    private UUID id;

    private String name;
    private String nameKey;
    private String passwordHash;
    private boolean enabled = true;
    private Instant createdAt;
    private long stamp;

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

    String passwordHash() {
        return passwordHash;
    }

    Known known() {
        return new Known(id, name, roles(), enabled, stamp);
    }

    public PersonSummary summary(@Nullable Instant lastSignIn) {
        return new PersonSummary(id, name, roles(), enabled, createdAt, lastSignIn);
    }
}
