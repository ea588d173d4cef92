package io.outflow.imports.internal;

import io.outflow.imports.Counts;
import io.outflow.imports.FileState;
import io.outflow.imports.Imports.Difference;
import io.outflow.trail.BadRecord;
import io.outflow.trail.OriginalRecord;
import io.outflow.trail.SkipReason;
import io.outflow.usage.EventStore.Conflict;
import io.outflow.usage.EventStore.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Writes counters, cursors and what was set aside, in the transaction of the events. */
final class FileRows {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST_DIFFERENCES = 50;
    private static final int LONGEST_VALUE = 500;

    private final JdbcTemplate jdbc;
    private final List<@Nullable Object[]> files = new ArrayList<>();
    private final Map<Skip, Long> skips = new LinkedHashMap<>();
    private final List<@Nullable Object[]> quarantined = new ArrayList<>();

    private record Skip(long fileId, SkipReason reason) {}

    FileRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param totals gets the counts of each file, for all that is written of it now */
    void write(List<FileBatch> batches, List<Outcome> outcomes, Map<Long, Counts> totals) {
        for (int i = 0; i < batches.size(); i++) {
            add(batches.get(i), outcomes.get(i), totals);
        }
        updateFiles();
        countSkipped();
        LogRows.write(jdbc, batches);
        if (!quarantined.isEmpty()) {
            jdbc.batchUpdate(
                    "INSERT INTO quarantined_record (file_id, record_no, entry, byte_offset, byte_length, reason, sentence, "
                            + "excerpt, stored_file_id, stored_record_no, differences) "
                            + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    quarantined);
        }
    }

    private void add(FileBatch batch, Outcome outcome, Map<Long, Counts> totals) {
        long skipped =
                batch.skipped().values().stream().mapToLong(Long::longValue).sum();
        long aside = batch.rejected().size() + outcome.conflicts().size();
        var file = batch.file();
        var total = totals.getOrDefault(file.id, file.counts)
                .plus(new Counts(batch.read(), outcome.inserted(), outcome.duplicates(), skipped, aside));
        totals.put(file.id, total);

        var ending = batch.ending();
        var state = ending == null ? FileState.READING : ending.state();
        if (state == FileState.DONE && total.quarantined() > 0) {
            state = FileState.DONE_WITH_QUARANTINE;
        }
        files.add(new @Nullable Object[] {
            state.name(),
            ending == null ? null : text(ending.reason()),
            batch.sha256(),
            batch.bytesRead(),
            batch.to(),
            total.read(),
            total.inserted(),
            total.duplicate(),
            total.skipped(),
            total.quarantined(),
            (short) file.proof.ordinal(),
            text(file.proofReason),
            file.id,
            batch.from()
        });
        batch.skipped().forEach((reason, count) -> skips.merge(new Skip(file.id, reason), count, Long::sum));
        for (var bad : batch.rejected()) {
            quarantined.add(row(file.id, bad, null, List.of()));
        }
        for (var conflict : outcome.conflicts()) {
            quarantined.add(row(file.id, bad(conflict), conflict, differences(conflict)));
        }
    }

    /** Each update finds the cursor that it starts from; one that does not shows that another process went on. */
    private void updateFiles() {
        int[] updated = jdbc.batchUpdate(
                "UPDATE import_file SET state = ?, reason = ?, sha256 = ?, bytes_read = ?, cursor_record = ?, "
                        + "read_count = ?, inserted_count = ?, duplicate_count = ?, skipped_count = ?, "
                        + "quarantined_count = ?, proof = ?, proof_reason = ?, attempts = 0 "
                        + "WHERE id = ? AND cursor_record = ? AND state IN ('WAITING', 'READING')",
                files);
        for (int count : updated) {
            if (count == 0) {
                throw new Ledger.RunLost();
            }
        }
    }

    private void countSkipped() {
        if (skips.isEmpty()) {
            return;
        }
        var rows = skips.entrySet().stream()
                .map(skip -> new Object[] {
                    skip.getValue(),
                    skip.getKey().fileId(),
                    skip.getKey().reason().name()
                })
                .toList();
        int[] updated = jdbc.batchUpdate(
                "UPDATE skip_count SET record_count = record_count + ? WHERE file_id = ? AND reason = ?", rows);
        var added = new ArrayList<Object[]>();
        for (int i = 0; i < updated.length; i++) {
            if (updated[i] == 0) {
                added.add(rows.get(i));
            }
        }
        if (!added.isEmpty()) {
            jdbc.batchUpdate("INSERT INTO skip_count (record_count, file_id, reason) VALUES (?, ?, ?)", added);
        }
    }

    private static BadRecord bad(Conflict conflict) {
        return new BadRecord(
                conflict.reading().place(),
                BadRecord.Reason.CONFLICT,
                "An event with the same time, account and id is stored with other content. The stored one stays as it is; "
                        + "this one is kept aside. Look at the fields that differ: an event that was changed on its way "
                        + "would look like this.",
                null);
    }

    private static List<Difference> differences(Conflict conflict) {
        return OriginalRecord.difference(conflict.original(), conflict.reading().original()).stream()
                .limit(MOST_DIFFERENCES)
                .map(d -> new Difference(shortened(d.path()), shortened(d.stored()), shortened(d.here())))
                .toList();
    }

    private static @Nullable Object[] row(
            long fileId, BadRecord bad, @Nullable Conflict conflict, List<Difference> differences) {
        var place = bad.place();
        return new @Nullable Object[] {
            fileId,
            place.recordNo(),
            text(place.entry()),
            place.byteOffset(),
            place.length(),
            bad.reason().name(),
            text(bad.sentence()),
            text(bad.excerpt()),
            conflict == null ? null : conflict.fileId(),
            conflict == null ? null : conflict.recordNo(),
            text(JSON.writeValueAsString(differences))
        };
    }

    private static String shortened(@Nullable String value) {
        if (value == null) {
            return "";
        }
        return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "…";
    }

    /** PostgreSQL takes no NUL in a text, and neither database half a character. */
    static @Nullable String text(@Nullable String value) {
        return value == null
                ? null
                : new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replace('\0', '\uFFFD');
    }
}
