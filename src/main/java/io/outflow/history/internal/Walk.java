package io.outflow.history.internal;

import io.outflow.history.Entry;
import io.outflow.history.Revision;
import io.outflow.history.Verdict;
import io.outflow.history.Verdict.Fault;
import io.outflow.history.Verdict.Kind;
import java.util.Iterator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Goes along the change log and the revisions side by side, up to the first thing that does not hold. */
public final class Walk {

    private final Set<String> tellOfRevisions;
    private final Iterator<Revision> revisions;
    private LogRows.Head last = new LogRows.Head(0, Chain.START);
    private long agreeing;

    /**
     * @param tellOfRevisions the actions of the entries that each tell of one revision
     * @param revisions all, in the order of their numbers
     */
    public Walk(Set<String> tellOfRevisions, Iterator<Revision> revisions) {
        this.tellOfRevisions = tellOfRevisions;
        this.revisions = revisions;
    }

    /**
     * Checks all entries.
     *
     * @param head what the last entry must be
     */
    public Verdict along(Iterator<Entry> entries, LogRows.Head head) {
        while (entries.hasNext()) {
            var entry = entries.next();
            var expected = last.seq() + 1;
            if (entry.seq() != expected || !entry.prevHash().equals(last.hash()) || !Chain.holds(entry)) {
                return broken(expected, Kind.ENTRY);
            }
            if (tellOfRevisions.contains(entry.action())
                    && !agrees(entry, revisions.hasNext() ? revisions.next() : null)) {
                return broken(expected, Kind.REVISION);
            }
            last = new LogRows.Head(entry.seq(), entry.hash());
        }
        if (!last.equals(head)) {
            return broken(last.seq() + 1, Kind.ENTRY);
        }
        return revisions.hasNext()
                ? broken(revisions.next().logSeq(), Kind.REVISION)
                : new Verdict(last.seq(), agreeing, null);
    }

    private boolean agrees(Entry entry, @Nullable Revision revision) {
        var agrees = revision != null
                && revision.seq() == agreeing + 1
                && revision.logSeq() == entry.seq()
                && Chain.holds(revision)
                && RevisionText.named(entry.text())
                        .filter(new RevisionText.Named(revision.seq(), revision.sha256())::equals)
                        .isPresent();
        if (agrees) {
            agreeing++;
        }
        return agrees;
    }

    private Verdict broken(long entry, Kind kind) {
        return new Verdict(last.seq(), agreeing, new Fault(entry, kind));
    }
}
