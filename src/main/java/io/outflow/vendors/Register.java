package io.outflow.vendors;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.outflow.access.Action;
import io.outflow.access.CurrentPerson;
import io.outflow.access.Permission;
import io.outflow.access.Requires;
import io.outflow.history.AsOf;
import io.outflow.history.Revisions;
import io.outflow.vendors.content.Approval;
import io.outflow.vendors.content.ApprovalDecision;
import io.outflow.vendors.content.Comment;
import io.outflow.vendors.content.Content;
import io.outflow.vendors.content.Product;
import io.outflow.vendors.content.ProductStatus;
import io.outflow.vendors.content.Proposal;
import io.outflow.vendors.content.ProposalState;
import io.outflow.vendors.content.UsageLink;
import io.outflow.vendors.internal.Latest;
import io.outflow.vendors.internal.Writer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one door to the register. Every change carries a reason, is refused when somebody else saved first, and is recorded
 * with its history in the same transaction.
 */
@Service
@Requires(value = Action.REGISTER, level = Permission.READ)
public class Register {

    private static final Pattern MENTION = Pattern.compile("(?<!\\S)@([\\p{L}\\p{N}][\\p{L}\\p{N}._-]*)");

    /** The kinds of revisions that are entries of the register; others may keep their own. */
    private static final List<String> KINDS =
            Arrays.stream(Kind.values()).map(Kind::name).toList();

    private static final Duration COMMITTED = Duration.ofMinutes(1);

    private final Latest latest;
    private final Writer writer;
    private final Revisions revisions;
    private final EntryJson json;
    private final CurrentPerson person;
    private final Clock clock;
    private final Cache<AsOf, Snapshot> past =
            Caffeine.newBuilder().maximumSize(8).build();

    Register(Latest latest, Writer writer, Revisions revisions, EntryJson json, CurrentPerson person, Clock clock) {
        this.latest = latest;
        this.writer = writer;
        this.revisions = revisions;
        this.json = json;
        this.person = person;
        this.clock = clock;
    }

    /** The register as it stands. */
    @Transactional(readOnly = true)
    public Snapshot now() {
        return latest.snapshot();
    }

    /** The register as it stood, at a point of both times. */
    @Transactional(readOnly = true)
    public Snapshot asOf(AsOf asOf) {
        // What was recorded later cannot change an answer whose knowledge ends in the past.
        // What is being recorded can, until it is committed.
        return asOf.known().isBefore(clock.instant().minus(COMMITTED)) ? past.get(asOf, this::read) : read(asOf);
    }

    private Snapshot read(AsOf asOf) {
        var entries = new ArrayList<Entry<?>>();
        for (var revision : revisions.at(asOf, KINDS)) {
            if (revision.json() != null) {
                var body = json.read(Kind.valueOf(revision.kind()), revision.json());
                entries.add(new Entry<>(
                        revision.object(),
                        revision.owner(),
                        body.content(),
                        body.basis(),
                        0,
                        revision.recordedAt(),
                        revision.actor()));
            }
        }
        return new Snapshot(entries);
    }

    @Transactional
    @Requires(value = Action.REGISTER, level = Permission.PROPOSE)
    public Entry<?> add(Draft draft, String reason) {
        mayWrite(draft.content());
        return writer.add(draft, reason, null);
    }

    /**
     * As {@link #add(Draft, String)}, but it held already since an instant in the past.
     *
     * @param since nothing means from now on
     */
    @Transactional
    @Requires(value = Action.REGISTER, level = Permission.PROPOSE)
    public Entry<?> add(Draft draft, String reason, @Nullable Instant since) {
        mayWrite(draft.content());
        return writer.add(draft, reason, since);
    }

    /** Adds a fact that whoever adds it has read in its source, which it must name, and confirms it with that. */
    @Transactional
    @Requires(Action.REGISTER)
    public Entry<?> addConfirmed(Draft draft, String reason, @Nullable Instant since) {
        mayWrite(draft.content());
        return writer.add(new Draft(draft.owner(), draft.content(), confirmed(draft.basis())), reason, since);
    }

    /**
     * Changes an entry.
     *
     * @param version the version that was read
     * @param since the instant in the past since when it is so; nothing means from now on
     * @throws EntryChangedMeanwhile when somebody saved first
     * @throws EntryRefused when the rules do not allow it
     */
    @Transactional
    @Requires(value = Action.REGISTER, level = Permission.PROPOSE)
    public Entry<?> change(
            UUID id, long version, Content content, Basis basis, String reason, @Nullable Instant since) {
        mayChange(id, content);
        return writer.change(id, version, content, basis, reason, since);
    }

    /** As {@link #change}, for whoever has read it in its source, which it must name, and confirms it with that. */
    @Transactional
    @Requires(Action.REGISTER)
    public Entry<?> changeConfirmed(
            UUID id, long version, Content content, Basis basis, String reason, @Nullable Instant since) {
        mayChange(id, content);
        return writer.change(id, version, content, confirmed(basis), reason, since);
    }

    /**
     * Changes several entries for one reason, all or none.
     *
     * @throws EntryChangedMeanwhile when somebody saved one of them first
     * @throws EntryRefused when the rules do not allow one of them
     */
    @Transactional
    @Requires(value = Action.REGISTER, level = Permission.PROPOSE)
    public void changeAll(List<Change> changes, String reason) {
        // Locked in one order, so that two such changes wait for each other and do not block each other.
        changes.stream().sorted(Comparator.comparing(Change::id)).forEach(change -> {
            mayChange(change.id(), change.content());
            writer.change(change.id(), change.version(), change.content(), change.basis(), reason, null);
        });
    }

    /** Confirms a fact as it stands. Whoever confirms names what it was read in, when the fact does not say so yet. */
    @Transactional
    @Requires(value = Action.REGISTER, level = Permission.PROPOSE)
    public Entry<?> confirm(UUID id, long version, String source, @Nullable LocalDate nextCheck, String reason) {
        var entry = writer.lock(id, version);
        mayWrite(entry.content());
        var basis = source.isBlank() ? entry.basis() : entry.basis().resting(source, today(), nextCheck);
        return writer.change(id, version, entry.content(), confirmed(basis, nextCheck), reason, null);
    }

    /** Marks a fact as wrong. It stays to be seen and counts for nothing. */
    @Transactional
    @Requires(value = Action.REGISTER, level = Permission.PROPOSE)
    public Entry<?> reject(UUID id, long version, String reason) {
        var entry = writer.lock(id, version);
        mayWrite(entry.content());
        return writer.change(
                id, version, entry.content(), entry.basis().refused(person.name(), clock.instant()), reason, null);
    }

    /** Takes an entry and what hangs on it out of the register; the history keeps both. */
    @Transactional
    @Requires(value = Action.REGISTER, level = Permission.PROPOSE)
    public void remove(UUID id, long version, String reason) {
        mayWrite(writer.lock(id, version).content());
        writer.remove(id, version, reason);
    }

    /** Suggests a status for a product, which whoever keeps the register decides. */
    @Transactional
    @Requires(value = Action.REGISTER, level = Permission.PROPOSE)
    public Entry<?> propose(UUID product, ProductStatus status, String why) {
        var draft = new Draft(
                product, new Proposal(status, why, ProposalState.OPEN), Basis.ours(person.name(), today(), null));
        return writer.add(draft, why, null);
    }

    /** Decides a proposal; an accepted one changes the product's status. */
    @Transactional
    @Requires(value = Action.REGISTER, level = Permission.PROPOSE)
    public Entry<?> decide(UUID proposal, long version, boolean accepted, String reason) {
        person.require(Action.REGISTER, Permission.DO);
        var entry = writer.lock(proposal, version);
        if (!(entry.content() instanceof Proposal open)
                || open.state() != ProposalState.OPEN
                || entry.owner() == null) {
            throw new EntryRefused("state", "This proposal is decided already.");
        }
        if (accepted) {
            var product = writer.lock(entry.owner());
            if (product.content() instanceof Product content) {
                writer.change(
                        product.id(), product.version(), content.in(open.status()), product.basis(), reason, null);
            }
        }
        var decided =
                new Proposal(open.status(), open.why(), accepted ? ProposalState.ACCEPTED : ProposalState.DECLINED);
        return writer.change(proposal, version, decided, entry.basis(), reason, null);
    }

    /** Writes a comment beside an entry; {@code @name} calls on somebody. */
    @Transactional
    @Requires(value = Action.REGISTER, level = Permission.PROPOSE)
    public Entry<?> comment(UUID owner, String text) {
        var mentions = MENTION.matcher(text)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
        var draft = new Draft(owner, new Comment(text, mentions), Basis.ours(person.name(), today(), null));
        return writer.add(draft, "Comment", null);
    }

    private Basis confirmed(Basis basis) {
        return confirmed(basis, basis.nextCheck());
    }

    private Basis confirmed(Basis basis, @Nullable LocalDate nextCheck) {
        if (basis.source().isBlank()) {
            throw new EntryRefused("source", "Say what you read it in: a document with its clause, or an address.");
        }
        return basis.confirmed(person.name(), clock.instant(), nextCheck);
    }

    private void mayChange(UUID id, Content content) {
        mayWrite(writer.lock(id).content());
        mayWrite(content);
    }

    /** Approvals are decided by whoever decides; how calls are known may be said by either; the rest is kept by Legal. */
    private void mayWrite(Content content) {
        switch (content) {
            case Approval approval
            when approval.decision() == ApprovalDecision.PROPOSED ->
                person.require(Action.REGISTER, Permission.PROPOSE);
            case Approval _ -> person.require(Action.DECIDE, Permission.DO);
            case UsageLink _ when person.may(Action.DECIDE) -> {}
            default -> person.require(Action.REGISTER, Permission.DO);
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC);
    }
}
