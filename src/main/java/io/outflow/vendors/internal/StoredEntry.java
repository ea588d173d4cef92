package io.outflow.vendors.internal;

import io.outflow.vendors.Entry;
import io.outflow.vendors.EntryJson;
import io.outflow.vendors.Kind;
import io.outflow.vendors.content.Content;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** An entry of the register as it stands now. */
@Entity
@Table(name = "register_entry")
class StoredEntry implements Persistable<UUID> {

    private static final int LONGEST_TITLE = 400;

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private @Nullable UUID owner;
    private String title = "";

    @Column(length = 200_000)
    private String json = "";

    private @Nullable String uniqueKey;
    private boolean removed;
    private long seq;
    private Instant changedAt = Instant.EPOCH;
    private String changedBy = "";

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init")
    protected StoredEntry() {}

    StoredEntry(UUID id, Kind kind, @Nullable UUID owner) {
        this.id = id;
        this.kind = kind;
        this.owner = owner;
    }

    void say(Content content, String written, long revision, Instant at, String by) {
        title = cut(content.heading());
        json = written;
        uniqueKey = uniqueKey(kind, owner, content);
        seq = revision;
        changedAt = at;
        changedBy = by;
    }

    void remove(long revision, Instant at, String by) {
        removed = true;
        uniqueKey = null;
        seq = revision;
        changedAt = at;
        changedBy = by;
    }

    /** What may be there once, in one text; nothing where there may be many. */
    static @Nullable String uniqueKey(Kind kind, @Nullable UUID owner, Content content) {
        var name = cut(content.heading()).toLowerCase(Locale.ROOT);
        return switch (kind) {
            case VENDOR, APPLICATION -> kind + " " + name;
            case PRODUCT -> kind + " " + owner + " " + name;
            case TRAINING, RESIDENCY -> kind + " " + owner;
            default -> null;
        };
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_TITLE ? text : text.substring(0, LONGEST_TITLE);
    }

    Entry<?> entry(EntryJson codec) {
        var body = codec.read(kind, json);
        return new Entry<>(id, owner, body.content(), body.basis(), version(), changedAt, changedBy);
    }

    /** Counts from 1; the database counts from 0. */
    private long version() {
        return version == null ? 1 : version + 1;
    }

    @Override
    public UUID getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return version == null;
    }

    Kind kind() {
        return kind;
    }

    @Nullable
    UUID owner() {
        return owner;
    }

    boolean removed() {
        return removed;
    }

    long seq() {
        return seq;
    }
}
