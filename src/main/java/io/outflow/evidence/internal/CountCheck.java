package io.outflow.evidence.internal;

import io.outflow.evidence.Bag;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares the lines of each JSONL file with the rows that ipe.json says it has. */
public final class CountCheck {

    private static final int LONGEST = 16 << 20;
    private static final int BUFFER = 1 << 16;

    private CountCheck() {}

    public static List<String> findings(Bag bag) throws IOException {
        JsonNode ipe;
        try {
            ipe = JsonMapper.shared().readTree(bag.small(BagNames.IPE, LONGEST).orElse(new byte[0]));
        } catch (JacksonException e) {
            return List.of("data/ipe.json cannot be read.");
        }
        if (ipe == null || !ipe.path("reconciliation").isArray()) {
            return List.of("data/ipe.json does not say how many rows each file has.");
        }
        var findings = new ArrayList<String>();
        for (var file : ipe.path("reconciliation")) {
            var name = file.path("file").asString("");
            var rows = file.path("rows");
            if (!name.endsWith(".jsonl") || !rows.isIntegralNumber()) {
                continue;
            }
            var lines = bag.has(name) ? lines(bag, name) : -1;
            if (lines != rows.asLong()) {
                findings.add("%s must have %d rows and has %s."
                        .formatted(name, rows.asLong(), lines < 0 ? "none that can be read" : lines));
            }
        }
        return findings;
    }

    private static long lines(Bag bag, String name) {
        var lines = 0L;
        try (var bytes = bag.open(name)) {
            var buffer = new byte[BUFFER];
            for (var read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                for (var i = 0; i < read; i++) {
                    if (buffer[i] == '\n') {
                        lines++;
                    }
                }
            }
            return lines;
        } catch (IOException e) {
            return -1;
        }
    }
}
