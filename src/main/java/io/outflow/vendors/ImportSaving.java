package io.outflow.vendors;

import io.outflow.access.AccessRefused;
import io.outflow.vendors.ImportPreview.Addition;
import io.outflow.vendors.ImportPreview.Alteration;
import io.outflow.vendors.ImportPreview.Place;
import io.outflow.vendors.ImportPreview.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntPredicate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Saves the rows of an import, many in one transaction. When a row of a chunk is refused, the chunk is undone and tried again
 * in halves, until the refused row stands alone and the others are in.
 */
final class ImportSaving {

    private static final int CHUNK = 100;

    private final Register register;
    private final TransactionTemplate transaction;
    private final String reason;
    private final Map<String, UUID> ids = new HashMap<>();
    private final List<Refusal> refused;
    private int added;
    private int changed;

    ImportSaving(Register register, TransactionTemplate transaction, String reason, List<Refusal> refused) {
        this.register = register;
        this.transaction = transaction;
        this.reason = reason;
        this.refused = new ArrayList<>(refused);
    }

    private record Row(Place place, String title, Runnable write) {}

    /**
     * Saves all rows.
     *
     * @param goOn is told after each chunk how many rows are done, and says whether to go on
     * @throws Stopped when it said no; what is done stays
     */
    ImportResult save(ImportPreview preview, IntPredicate goOn) {
        var additions = preview.added().stream().map(this::row).toList();
        var alterations = preview.changed().stream().map(this::row).toList();
        for (var i = 0; i < additions.size(); i += CHUNK) {
            var end = Math.min(i + CHUNK, additions.size());
            added += save(additions.subList(i, end));
            check(goOn, end);
        }
        for (var i = 0; i < alterations.size(); i += CHUNK) {
            var end = Math.min(i + CHUNK, alterations.size());
            changed += save(alterations.subList(i, end));
            check(goOn, additions.size() + end);
        }
        return result(preview);
    }

    /** What was done so far. */
    ImportResult result(ImportPreview preview) {
        return new ImportResult(added, changed, preview.unchanged(), refused);
    }

    private static void check(IntPredicate goOn, int done) {
        if (!goOn.test(done)) {
            throw new Stopped();
        }
    }

    private int save(List<Row> rows) {
        try {
            transaction.executeWithoutResult(
                    _ -> rows.forEach(row -> row.write().run()));
            return rows.size();
        } catch (EntryRefused | EntryChangedMeanwhile | AccessRefused e) {
            if (rows.size() == 1) {
                var row = rows.getFirst();
                refused.add(new Refusal(row.place(), row.title(), String.valueOf(e.getMessage())));
                return 0;
            }
            var half = rows.size() / 2;
            return save(rows.subList(0, half)) + save(rows.subList(half, rows.size()));
        }
    }

    private Row row(Addition addition) {
        return new Row(addition.place(), addition.content().heading(), () -> add(addition));
    }

    private Row row(Alteration change) {
        var before = change.before();
        return new Row(
                change.place(),
                before.title(),
                () -> register.change(before.id(), before.version(), change.content(), change.basis(), reason, null));
    }

    private void add(Addition addition) {
        var name = addition.name().toLowerCase(Locale.ROOT);
        // What an undone chunk left here is not in the register.
        ids.remove(name);
        var owner = addition.owner();
        if (owner == null && !addition.ownerName().isEmpty()) {
            owner = ids.get(addition.ownerName().toLowerCase(Locale.ROOT));
            if (owner == null) {
                throw new EntryRefused("owner", "What this hangs on did not go in, so neither did this.");
            }
        }
        var entry = register.add(new Draft(owner, addition.content(), addition.basis()), reason);
        ids.put(name, entry.id());
    }

    /** Outflow is about to end. */
    static final class Stopped extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
