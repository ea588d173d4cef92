package io.outflow.vendors;

import io.outflow.access.Action;
import io.outflow.access.Permission;
import io.outflow.access.Requires;
import io.outflow.history.Revision;
import io.outflow.history.Revisions;
import io.outflow.vendors.content.Attachment;
import io.outflow.vendors.internal.DocumentFiles;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files on objects of the register. The bytes lie once, by their SHA-256, in the data folder; what they are of is an entry of
 * the register with its history. A document taken out of the register keeps its bytes, because the history still names them.
 */
@Service
@Requires(value = Action.REGISTER, level = Permission.READ)
public class Documents {

    /** The largest file taken, in bytes: 100 MiB. */
    public static final long LARGEST = DocumentFiles.LARGEST;

    private static final Logger LOG = LoggerFactory.getLogger(Documents.class);
    private static final int LONGEST_NAME = 200;
    private static final Duration YOUNG = Duration.ofDays(1);

    private final DocumentFiles files;
    private final Register register;
    private final Revisions revisions;
    private final EntryJson json;
    private final Clock clock;

    Documents(DocumentFiles files, Register register, Revisions revisions, EntryJson json, Clock clock) {
        this.files = files;
        this.register = register;
        this.revisions = revisions;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Keeps a file and tells what it is; {@link #add} puts it on an object.
     *
     * @param name as somebody sent it; only its last part is kept, and it never decides what the file is
     * @throws EntryRefused when it is too large, empty, or a program; then nothing is left of it
     */
    @Requires(Action.REGISTER)
    public Attachment store(InputStream bytes, String name) throws IOException {
        var shown = lastPart(name);
        var kept = files.keep(bytes, shown);
        return new Attachment("", shown, kept.sha256(), kept.mediaType(), kept.size(), null);
    }

    /**
     * Puts a stored file on an object, with a reason; as the newer version of another one when it says so.
     *
     * @throws EntryRefused when it has not been stored, or the older version is not the newest on that object
     */
    @Transactional
    @Requires(Action.REGISTER)
    public Entry<?> add(UUID owner, Attachment file, String reason) {
        var problems = file.problems();
        if (!problems.isEmpty()) {
            throw new EntryRefused(problems);
        }
        if (files.find(file.sha256()).isEmpty()) {
            throw new EntryRefused("sha256", "The file has not been stored.");
        }
        var older = file.replaces();
        if (older != null) {
            var there = register.now().of(owner, Attachment.class);
            if (there.stream().noneMatch(entry -> entry.id().equals(older))) {
                throw new EntryRefused("replaces", "The older version is not on this object any more.");
            }
            if (there.stream().anyMatch(entry -> older.equals(entry.content().replaces()))) {
                throw new EntryRefused(
                        "replaces", "There is a newer version of it already. Add yours as the version after that one.");
            }
        }
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return register.add(new Draft(owner, file, Basis.ours("", today, null)), reason);
    }

    /** Takes back {@link #store}: the file goes, unless a document names or named it, or somebody else is about to attach it. */
    @Requires(Action.REGISTER)
    public void giveUp(Attachment file) {
        try {
            files.giveUp(file.sha256(), named().contains(file.sha256()));
        } catch (IOException e) {
            LOG.warn("A file that was given up could not be removed; it goes with the next sweep", e);
        }
    }

    /**
     * Removes stored files that no document names or ever named, as a crash or a closed browser leaves them. Those younger than
     * a day stay: somebody may be about to attach them.
     *
     * @return how many were removed
     */
    @Requires(Action.REGISTER)
    public int sweep() throws IOException {
        var old = files.olderThan(clock.instant().minus(YOUNG));
        // Read after the files were listed, so that what was attached meanwhile is known.
        var named = named();
        var removed = 0;
        for (var sha256 : old) {
            if (!named.contains(sha256) && files.remove(sha256)) {
                removed++;
            }
        }
        return removed;
    }

    /** Every file that the history knows: what is taken out of the register can still be asked for there. */
    private Set<String> named() {
        return revisions.ofKind(Kind.DOCUMENT.name()).stream()
                .map(Revision::json)
                .filter(Objects::nonNull)
                .map(state -> json.read(Kind.DOCUMENT, state).content())
                .filter(Attachment.class::isInstance)
                .map(content -> ((Attachment) content).sha256())
                .collect(Collectors.toSet());
    }

    /** A document that the register names there, to be read; empty when it names none, or its bytes are not on this machine. */
    public Optional<Document> open(Snapshot snapshot, UUID id) throws IOException {
        var entry = snapshot.find(id, Attachment.class);
        var file = entry.flatMap(found -> files.find(found.content().sha256()));
        return entry.isEmpty() || file.isEmpty()
                ? Optional.empty()
                : Optional.of(new Document(entry.get(), file.get(), files.mediaType(file.get())));
    }

    private static String lastPart(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        return last.isEmpty() ? "document" : last.length() <= LONGEST_NAME ? last : last.substring(0, LONGEST_NAME);
    }
}
