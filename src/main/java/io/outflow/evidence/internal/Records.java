package io.outflow.evidence.internal;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.outflow.base.SpreadsheetText;
import io.outflow.evidence.Part;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The tables of a package: each as JSONL with exact values, as CSV and as a sheet for reading. One is written at a time. */
final class Records {

    private final BagWriter bag;
    private final Workbooks book;
    private final IntConsumer progress;
    private final List<ControlTotals> totals = new ArrayList<>();
    private final List<Population> populations = new ArrayList<>();
    private final Map<Part, List<String>> files = new EnumMap<>(Part.class);
    private Optional<Instant> gapsComputed = Optional.empty();
    private long escaped;
    private int written;

    /** @param progress told how many rows were written so far, now and then */
    Records(BagWriter bag, Workbooks book, IntConsumer progress) {
        this.bag = bag;
        this.book = book;
        this.progress = progress;
    }

    /**
     * A count that was made twice.
     *
     * @param rows as written
     * @param query as counted by a question of its own
     */
    record Population(String name, long rows, long query) {}

    BagWriter bag() {
        return bag;
    }

    /** What was written of each part so far; the files of documents stand as their folder. */
    Map<Part, List<String>> files() {
        return files;
    }

    /** Says that what was written since is of a part. */
    void of(Part part, Set<String> before) {
        var names = files.computeIfAbsent(part, _ -> new ArrayList<>());
        bag.written().stream()
                .map(BagWriter.Written::name)
                .filter(name -> !before.contains(name))
                .map(name -> name.startsWith("data/documents/") ? "data/documents/" : name)
                .distinct()
                .forEach(names::add);
    }

    /** The names of all that was written so far. */
    Set<String> names() {
        return bag.written().stream().map(BagWriter.Written::name).collect(Collectors.toSet());
    }

    /** When the figures of gaps were computed; empty without gaps, or when they were not computed since the start. */
    Optional<Instant> gapsComputed() {
        return gapsComputed;
    }

    void gapsComputed(@Nullable Instant at) {
        gapsComputed = Optional.ofNullable(at);
    }

    long escaped() {
        return escaped;
    }

    List<Population> populations() {
        return List.copyOf(populations);
    }

    /** Of each table that was begun. */
    List<ControlTotals> totals() {
        return List.copyOf(totals);
    }

    /**
     * Says how many rows there must be. A file that has more or fewer is not handed over.
     *
     * @throws DataChanged when they differ
     */
    void reconcile(String name, long rows, long query) throws IOException {
        if (rows != query) {
            throw new DataChanged(
                    "%s: %d rows were written and %d counted. The data changed meanwhile; nothing was handed over. Make the package again."
                            .formatted(name, rows, query));
        }
        populations.add(new Population(name, rows, query));
    }

    /** Begins a table; close it before the next one. */
    Table table(String name, List<String> columns) throws IOException {
        return new Table(name, columns);
    }

    /** A table while it is written. */
    final class Table implements AutoCloseable {

        private final List<String> columns;
        private final BagWriter.PayloadFile exact;
        private final BagWriter.PayloadFile file;
        private final OutputStreamWriter text;
        private final CsvWriter csv;
        private final ControlTotals controls;
        private long rows;

        private Table(String name, List<String> columns) throws IOException {
            this.columns = List.copyOf(columns);
            exact = bag.create("data/records/" + name + ".jsonl").withRows();
            controls = new ControlTotals("data/records/" + name + ".jsonl", columns);
            totals.add(controls);
            file = bag.create("data/records/" + name + ".csv").withRows();
            text = new OutputStreamWriter(file, StandardCharsets.UTF_8);
            csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
            csv.writeRecord(this.columns);
            book.sheet(name, this.columns);
        }

        long rows() {
            return rows;
        }

        /** A row: one JSON object, whose fields of the names of the columns are the cells. */
        void row(ObjectNode row) throws IOException {
            exact.write((JsonMapper.shared().writeValueAsString(row) + "\n").getBytes(StandardCharsets.UTF_8));
            exact.row();
            controls.add(row);
            file.row();
            var cells = columns.stream().map(column -> cell(row.get(column))).toList();
            csv.writeRecord(cells);
            book.row(cells);
            rows++;
            if (++written % 1_000 == 0) {
                progress.accept(written);
            }
        }

        private String cell(@Nullable JsonNode value) {
            if (value == null || value.isNull()) {
                return "";
            }
            if (value.isNumber() || value.isBoolean()) {
                return value.asString();
            }
            var shown = value.isString() ? value.asString() : value.toString();
            if (SpreadsheetText.runs(shown)) {
                escaped++;
                return SpreadsheetText.harmless(shown);
            }
            return shown;
        }

        @Override
        public void close() throws IOException {
            csv.flush();
            text.close();
            exact.close();
            book.end();
        }
    }
}
