package io.outflow.evidence.internal;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.outflow.evidence.Framework;
import io.outflow.evidence.Framework.Control;
import io.outflow.evidence.Part;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Says which file gives evidence for which control of the frameworks that were picked. */
final class Index {

    static final String FILE = "data/index/controls.csv";

    private Index() {}

    /** @param files the files of each part that was written */
    static void write(Set<Framework> frameworks, Map<Part, List<String>> files, BagWriter bag) throws IOException {
        try (var file = bag.create(FILE).withRows();
                var text = new OutputStreamWriter(file, StandardCharsets.UTF_8)) {
            var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
            csv.writeRecord("framework", "control", "title", "state", "files", "why_not");
            for (var framework : frameworks) {
                for (var control : framework.controls()) {
                    var parts = answering(control, files.keySet());
                    var names = parts.stream()
                            .flatMap(part -> files.getOrDefault(part, List.of()).stream())
                            .distinct()
                            .collect(Collectors.joining(" "));
                    csv.writeRecord(
                            framework.label(),
                            control.id(),
                            control.title(),
                            parts.isEmpty() ? "NO_EVIDENCE_HERE" : "EVIDENCE",
                            names,
                            parts.isEmpty() ? why(control) : "");
                    file.row();
                }
            }
            csv.flush();
        }
    }

    /** Those of the parts that give evidence for a control. */
    static Set<Part> answering(Control control, Set<Part> parts) {
        var answering = EnumSet.noneOf(Part.class);
        control.parts().stream().filter(parts::contains).forEach(answering::add);
        return answering;
    }

    private static String why(Control control) {
        return control.parts().stream()
                .sorted()
                .map(Part::label)
                .collect(Collectors.joining("; ", "Not in this package: ", ""));
    }
}
