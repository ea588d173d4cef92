package io.outflow.imports.internal;

import io.outflow.aws.AwsAccess;
import io.outflow.imports.SourceKind;
import io.outflow.imports.SourceSettings;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The settings of a source as they are stored. */
@Entity
@Table(name = "log_source")
class StoredSource {
    private static final String CHAIN = "CHAIN";
    private static final String PROFILE = "PROFILE";
    private static final String ROLE = "ROLE";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private int version;

    private String name;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "VARCHAR(24)")
    private SourceKind kind;

    private String homeRegion;
    private String bucket;
    private String keyPrefix;
    private String organization;
    private String accounts;
    private String regions;
    private String credentials;
    private String profileName;
    private String roleArn;
    private String externalId;
    private @Nullable LocalDate firstDay;
    private int everyMinutes;
    private int silentAfterHours;
    private boolean paused;
    private @Nullable Instant removedAt;
    private @Nullable String removedReason;

    @SuppressWarnings("NullAway.Init")
    protected StoredSource() {}

    @SuppressWarnings("NullAway.Init") // take() sets the rest
    StoredSource(SourceSettings settings) {
        take(settings);
    }

    final void take(SourceSettings settings) {
        name = settings.name();
        kind = settings.kind();
        homeRegion = settings.homeRegion();
        bucket = settings.bucket();
        keyPrefix = settings.prefix();
        organization = settings.organization();
        accounts = String.join(" ", settings.accounts());
        regions = String.join(" ", settings.regions());
        firstDay = settings.firstDay();
        everyMinutes = settings.everyMinutes();
        silentAfterHours = settings.silentAfterHours();
        profileName = "";
        roleArn = "";
        externalId = "";
        switch (settings.access()) {
            case AwsAccess.DefaultChain chain -> credentials = CHAIN;
            case AwsAccess.Profile(String profile) -> {
                credentials = PROFILE;
                profileName = profile;
            }
            case AwsAccess.Role(String arn, String external) -> {
                credentials = ROLE;
                roleArn = arn;
                externalId = external;
            }
        }
    }

    SourceSettings settings() {
        return new SourceSettings(
                name,
                kind,
                homeRegion,
                bucket,
                keyPrefix,
                organization,
                words(accounts),
                words(regions),
                access(),
                firstDay,
                everyMinutes,
                silentAfterHours);
    }

    private AwsAccess access() {
        return switch (credentials) {
            case PROFILE -> new AwsAccess.Profile(profileName);
            case ROLE -> new AwsAccess.Role(roleArn, externalId);
            default -> new AwsAccess.DefaultChain();
        };
    }

    private static List<String> words(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split(" "));
    }

    long id() {
        if (id == null) {
            throw new IllegalStateException("The source is not stored yet.");
        }
        return id;
    }

    int version() {
        return version;
    }

    boolean removed() {
        return removedAt != null;
    }

    /** Its name is free for another from now on. */
    void remove(Instant now, String reason) {
        removedAt = now;
        removedReason = reason;
        paused = true;
        var kept = name + " (removed, " + id() + ")";
        name = kept.substring(Math.max(0, kept.length() - 100));
    }

    boolean paused() {
        return paused;
    }

    void pause(boolean pause) {
        paused = pause;
    }
}
