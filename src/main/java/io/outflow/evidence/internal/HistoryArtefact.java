package io.outflow.evidence.internal;

import io.outflow.evidence.Missing;
import io.outflow.evidence.Part;
import io.outflow.evidence.Preview.Planned;
import io.outflow.history.ChangeLog;
import io.outflow.history.Entry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The change log from the first day of the period to the moment of reading, in one piece. */
@Component
@Order(10)
class HistoryArtefact implements Artefact {

    private static final int ROW = 600;

    private final ChangeLog log;

    HistoryArtefact(ChangeLog log) {
        this.log = log;
    }

    @Override
    public Part part() {
        return Part.HISTORY;
    }

    @Override
    public List<Planned> plan(Scope scope) {
        var range = range(scope);
        return List.of(new Planned(
                BagNames.CHAIN,
                range.count() == 0 ? "no entry" : "entries %,d–%,d".formatted(range.first(), range.last()),
                range.count(),
                range.count() * ROW));
    }

    @Override
    public void write(Scope scope, Records records) throws IOException {
        var range = range(scope);
        var before = range.first() <= 1
                ? "0".repeat(64)
                : log.find(range.first() - 1)
                        .map(Entry::hash)
                        .orElseThrow(() ->
                                new IOException("Entry %d of the change log is missing. Check the change log first."
                                        .formatted(range.first() - 1)));
        try (var extract = new AuditExtract(records.bag(), range.first(), before)) {
            log.each(range, extract);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        var written = records.bag().written().stream()
                .filter(file -> file.name().equals(BagNames.CHAIN))
                .mapToLong(BagWriter.Written::rows)
                .sum();
        records.reconcile("Entries of the change log", written, range.count());
    }

    @Override
    public List<Missing> missing(Scope scope) {
        var range = range(scope);
        return range.first() <= 1
                ? List.of()
                : List.of(
                        new Missing(
                                Missing.Kind.NOT_ASKED,
                                "Entries 1–%,d of the change log".formatted(range.first() - 1),
                                "They were written before the period. The first entry here carries the hash of the last of them."));
    }

    private ChangeLog.Range range(Scope scope) {
        return log.range(scope.request().start(), scope.asOf());
    }
}
