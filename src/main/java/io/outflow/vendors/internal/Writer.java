package io.outflow.vendors.internal;

import io.outflow.history.Revision;
import io.outflow.history.Revisions;
import io.outflow.history.Statement;
import io.outflow.vendors.Basis;
import io.outflow.vendors.Draft;
import io.outflow.vendors.Entry;
import io.outflow.vendors.EntryChangedMeanwhile;
import io.outflow.vendors.EntryJson;
import io.outflow.vendors.EntryRefused;
import io.outflow.vendors.Kind;
import io.outflow.vendors.content.Content;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes entries with their revisions, in the caller's transaction. Rows are locked before the history, always in that order. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Writer {

    private static final int LONGEST_JSON = 200_000;
    private static final int LONGEST_REASON = 2_000;

    private final StoredEntries stored;
    private final Revisions revisions;
    private final EntryJson json;
    private final Clock clock;

    Writer(StoredEntries stored, Revisions revisions, EntryJson json, Clock clock) {
        this.stored = stored;
        this.revisions = revisions;
        this.json = json;
        this.clock = clock;
    }

    public Entry<?> add(Draft draft, String reason, @Nullable Instant since) {
        var kind = Kind.of(draft.content());
        place(kind, draft.owner());
        check(draft.content());
        unique(kind, draft.owner(), draft.content(), null);
        return write(
                new StoredEntry(UUID.randomUUID(), kind, draft.owner()), draft.content(), draft.basis(), reason, since);
    }

    public Entry<?> change(
            UUID id, long version, Content content, Basis basis, String reason, @Nullable Instant since) {
        var row = row(id, version);
        if (Kind.of(content) != row.kind()) {
            throw new EntryRefused("", "An entry cannot become one of another kind.");
        }
        check(content);
        unique(row.kind(), row.owner(), content, id);
        return write(row, content, basis, reason, since);
    }

    public void remove(UUID id, long version, String reason) {
        var row = row(id, version);
        if (row.kind() == Kind.VENDOR) {
            var products = stored.findByOwnerAndRemovedFalse(id).stream()
                    .filter(child -> child.kind() == Kind.PRODUCT)
                    .count();
            if (products > 0) {
                throw new EntryRefused(
                        "",
                        "This vendor still has %d %s. Remove them first, or retire them and keep the vendor."
                                .formatted(products, products == 1 ? "product" : "products"));
            }
        }
        take(row, reason);
    }

    /** The entry as it stands, locked against others until this transaction ends. */
    public Entry<?> lock(UUID id, long version) {
        return row(id, version).entry(json);
    }

    public Entry<?> lock(UUID id) {
        return present(id).entry(json);
    }

    private StoredEntry row(UUID id, long version) {
        var row = present(id);
        var entry = row.entry(json);
        if (entry.version() != version) {
            throw EntryChangedMeanwhile.by(entry);
        }
        return row;
    }

    private StoredEntry present(UUID id) {
        return stored.lock(id).filter(row -> !row.removed()).orElseThrow(EntryChangedMeanwhile::removed);
    }

    private void place(Kind kind, @Nullable UUID owner) {
        if (owner == null) {
            if (!kind.standsAlone()) {
                throw new EntryRefused("owner", "Say on what this hangs: a vendor or a product.");
            }
            return;
        }
        var on = stored.lock(owner)
                .filter(row -> !row.removed())
                .orElseThrow(() -> new EntryRefused("owner", "What this hangs on is not in the register any more."));
        if (!kind.hangsOn(on.kind())) {
            throw new EntryRefused(
                    "owner",
                    "%s cannot hang on %s."
                            .formatted(kind.plural(), on.kind().label().toLowerCase(Locale.ROOT)));
        }
    }

    private static void check(Content content) {
        var problems = content.problems();
        if (!problems.isEmpty()) {
            throw new EntryRefused(problems);
        }
    }

    private void unique(Kind kind, @Nullable UUID owner, Content content, @Nullable UUID self) {
        var key = StoredEntry.uniqueKey(kind, owner, content);
        if (key != null
                && stored.findByUniqueKey(key)
                        .filter(row -> !row.getId().equals(self))
                        .isPresent()) {
            throw taken(kind, content);
        }
    }

    private static EntryRefused taken(Kind kind, Content content) {
        return kind.single()
                ? new EntryRefused("", "This is recorded already. Change what is there.")
                : new EntryRefused(
                        "name",
                        "%s is in the register already. Choose another name or open it.".formatted(content.heading()));
    }

    private Entry<?> write(StoredEntry row, Content content, Basis basis, String reason, @Nullable Instant since) {
        var written = json.write(content, basis);
        if (written.length() > LONGEST_JSON) {
            throw new EntryRefused("", "This is too long to keep. Attach it as a document instead.");
        }
        var revision = record(row, content.heading(), written, reason, since);
        row.say(content, written, revision.seq(), revision.recordedAt(), revision.actor());
        try {
            return stored.saveAndFlush(row).entry(json);
        } catch (DataIntegrityViolationException e) {
            // Somebody added the same at the same moment, after we looked.
            throw taken(row.kind(), content);
        }
    }

    private void take(StoredEntry row, String reason) {
        for (var child : stored.findByOwnerAndRemovedFalse(row.getId())) {
            take(stored.lock(child.getId()).orElseThrow(), reason);
        }
        var revision = record(row, row.entry(json).title(), null, reason, null);
        row.remove(revision.seq(), revision.recordedAt(), revision.actor());
        stored.saveAndFlush(row);
    }

    private Revision record(
            StoredEntry row, String title, @Nullable String written, String reason, @Nullable Instant since) {
        var why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw new EntryRefused("reason", "Say why in 1 to 2,000 characters. The history keeps it.");
        }
        var now = clock.instant();
        if (since != null && since.isAfter(now)) {
            throw new EntryRefused("since", "This instant lies ahead. Leave it empty, or name one in the past.");
        }
        return revisions.record(new Statement(
                row.kind().name(),
                row.getId(),
                row.owner(),
                row.kind().label() + " " + title,
                since == null ? now : since,
                null,
                written,
                why));
    }
}
