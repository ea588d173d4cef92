package io.outflow.vendors.internal.files;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.outflow.vendors.Entry;
import io.outflow.vendors.EntryJson;
import io.outflow.vendors.ImportPreview.Refusal;
import io.outflow.vendors.Kind;
import io.outflow.vendors.RegisterFiles.Format;
import io.outflow.vendors.Snapshot;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes one state of the register in each format. */
public final class Writing {

    private final Snapshot register;
    private final String asOf;
    private final String generated;
    private final EntryJson json;

    public Writing(Snapshot register, String asOf, String generated, EntryJson json) {
        this.register = register;
        this.asOf = asOf;
        this.generated = generated;
        this.json = json;
    }

    public void write(Format format, OutputStream out) throws IOException {
        switch (format) {
            case XLSX -> tables(new XlsxFile(out));
            case CSV -> tables(new CsvFiles(out));
            case JSON -> json(out);
        }
    }

    public static void refused(List<Refusal> refused, OutputStream out) throws IOException {
        var text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        var csv = CsvWriter.builder().build(text);
        csv.writeRecord("sheet", "line", "entry", "reason");
        for (var one : refused) {
            csv.writeRecord(
                    CellText.harmless(one.place().sheet()),
                    Integer.toString(one.place().line()),
                    CellText.harmless(one.title()),
                    CellText.harmless(one.sentence()));
        }
        csv.flush();
        text.flush();
    }

    private void tables(TableFile file) throws IOException {
        file.about(AboutFile.lines(asOf, generated));
        for (var kind : Kind.values()) {
            file.table(
                    kind.plural(),
                    kind.path(),
                    Columns.of(kind),
                    register.list(kind).stream()
                            .map(entry -> Columns.cells(register, entry))
                            .toList());
        }
        file.end();
    }

    private void json(OutputStream out) {
        var mapper = JsonMapper.builder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build();
        try (var generator = mapper.createGenerator(out, JsonEncoding.UTF8)) {
            generator.writeStartObject();
            generator.writeStringProperty("asOf", asOf);
            generator.writeStringProperty("generated", generated);
            generator.writeArrayPropertyStart("entries");
            for (var entry : register.all()) {
                generator.writeTree(tree(mapper, entry));
            }
            generator.writeEndArray();
            generator.writeEndObject();
        }
    }

    private tools.jackson.databind.JsonNode tree(JsonMapper mapper, Entry<?> entry) {
        var node = mapper.createObjectNode();
        node.put("id", entry.id().toString());
        node.put("kind", entry.kind().path());
        if (entry.owner() != null) {
            node.put("owner", entry.owner().toString());
        }
        node.put("version", entry.version());
        node.put("changedAt", entry.changedAt().toString());
        node.put("changedBy", entry.changedBy());
        node.set("content", json.tree(entry.content()));
        node.set("basis", json.tree(entry.basis()));
        return node;
    }
}
