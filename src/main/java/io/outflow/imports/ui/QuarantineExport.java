package io.outflow.imports.ui;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.outflow.base.SpreadsheetText;
import io.outflow.imports.Imports;
import io.outflow.imports.Imports.Difference;
import io.outflow.imports.Imports.Quarantined;
import io.outflow.trail.BadRecord.Reason;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Writes the records that a run keeps aside, of one file or for one reason where that is asked, page by page, so that a million of them need no memory. */
final class QuarantineExport {
    private static final int PAGE = 500;
    private static final List<String> COLUMNS = List.of(
            "file",
            "entry",
            "record",
            "byte",
            "length",
            "reason",
            "sentence",
            "storedRun",
            "storedFile",
            "storedRecord",
            "differs");

    private final Imports imports;
    private final RecordText text;

    QuarantineExport(Imports imports, RecordText text) {
        this.imports = imports;
        this.text = text;
    }

    void csv(long runId, @Nullable Long fileId, @Nullable Reason reason, OutputStream out) throws IOException {
        try (var csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            csv.writeRecord(COLUMNS);
            each(runId, fileId, reason, q -> {
                var place = q.record().place();
                var stored = q.stored();
                csv.writeRecord(
                        SpreadsheetText.harmless(q.fileName()),
                        SpreadsheetText.harmless(place.entry()),
                        Integer.toString(place.recordNo()),
                        Long.toString(place.byteOffset()),
                        Long.toString(place.length()),
                        q.record().reason().name(),
                        SpreadsheetText.harmless(q.record().sentence()),
                        stored == null ? "" : Long.toString(stored.runId()),
                        stored == null ? "" : SpreadsheetText.harmless(stored.fileName()),
                        stored == null ? "" : Integer.toString(stored.recordNo()),
                        SpreadsheetText.harmless(text.differences(q).stream()
                                .map(d -> d.path() + ": stored " + d.stored() + ", here " + d.here())
                                .collect(Collectors.joining("; "))));
            });
        }
    }

    void json(long runId, @Nullable Long fileId, @Nullable Reason reason, OutputStream out) {
        try (var json = JsonFactory.builder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build()
                .createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeArrayPropertyStart("items");
            each(runId, fileId, reason, q -> item(json, q));
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private void item(JsonGenerator json, Quarantined q) {
        var place = q.record().place();
        json.writeStartObject();
        json.writeStringProperty("file", q.fileName());
        json.writeStringProperty("entry", place.entry());
        json.writeNumberProperty("record", place.recordNo());
        json.writeNumberProperty("byte", place.byteOffset());
        json.writeNumberProperty("length", place.length());
        json.writeStringProperty("reason", q.record().reason().name());
        json.writeStringProperty("sentence", q.record().sentence());
        var stored = q.stored();
        if (stored != null) {
            json.writeObjectPropertyStart("stored");
            json.writeNumberProperty("run", stored.runId());
            json.writeStringProperty("file", stored.fileName());
            json.writeNumberProperty("record", stored.recordNo());
            json.writeEndObject();
        }
        json.writeArrayPropertyStart("differs");
        for (Difference d : text.differences(q)) {
            json.writeStartObject();
            json.writeStringProperty("path", d.path());
            json.writeStringProperty("stored", d.stored());
            json.writeStringProperty("here", d.here());
            json.writeEndObject();
        }
        json.writeEndArray();
        text.excerpt(q).ifPresent(excerpt -> json.writeStringProperty("excerpt", excerpt));
        json.writeEndObject();
    }

    private void each(long runId, @Nullable Long fileId, @Nullable Reason reason, Consumer<Quarantined> use) {
        List<Quarantined> page;
        for (var offset = 0;
                !(page = imports.quarantined(runId, fileId, reason, offset, PAGE)).isEmpty();
                offset += page.size()) {
            page.forEach(use);
        }
    }
}
