package io.outflow.imports.ui;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.imports.Imports.Quarantined;
import io.outflow.trail.BadRecord;
import io.outflow.trail.BadRecord.Reason;
import io.outflow.trail.Place;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class QuarantineExportTest {
    private final FakeImports imports = new FakeImports();

    @Test
    void csvHasALineForEveryRecordOverAllPages() throws IOException {
        for (var i = 1; i <= 1_201; i++) {
            imports.quarantined.add(FakeImports.conflict(i, 1, "file-" + i + ".json", "eventName"));
        }

        var lines = csv(false).lines().toList();

        assertThat(lines).hasSize(1_202);
        assertThat(lines.getFirst())
                .isEqualTo("file,entry,record,byte,length,reason,sentence,storedRun,storedFile,storedRecord,differs");
        assertThat(lines.getLast())
                .startsWith("file-1201.json,,11482,9440127,1204,CONFLICT,")
                .endsWith("12,first.json,7,\"eventName: stored before, here after\"");
    }

    @Test
    void cellsThatASpreadsheetWouldRunAreMadeText() throws IOException {
        imports.quarantined.add(new Quarantined(
                1,
                1,
                "=cmd|'/c calc'!A1.json",
                new BadRecord(new Place("@entry", 1, 0, 1), Reason.MALFORMED, "+1", null),
                null,
                List.of()));

        assertThat(csv(false)).contains("'=cmd|'/c calc'!A1.json,'@entry,1,0,1,MALFORMED,'+1,");
    }

    @Test
    void namesStayOutOfTheFileOfSomebodyWhoDoesNotSeeThem() throws IOException {
        imports.quarantined.add(FakeImports.conflict(1, 1, "a.json", "userIdentity.arn"));

        assertThat(csv(false)).doesNotContain("before", "after").contains(RecordText.HIDDEN);
        assertThat(json(false)).doesNotContain("before", "after", "sample.person", "excerpt");
        assertThat(json(true)).contains("before", "after", "sample.person");
    }

    @Test
    void jsonCanBeReadBack() {
        imports.quarantined.add(FakeImports.conflict(1, 1, "a \"b\".json", "eventName"));

        var items = JsonMapper.shared().readTree(json(true)).get("items");

        assertThat(items).hasSize(1);
        assertThat(items.get(0).get("file").asString()).isEqualTo("a \"b\".json");
        assertThat(items.get(0).get("byte").asLong()).isEqualTo(9_440_127);
        assertThat(items.get(0).get("stored").get("run").asLong()).isEqualTo(12);
        assertThat(items.get(0).get("stored").get("file").asString()).isEqualTo("first.json");
        assertThat(items.get(0).get("differs").get(0).get("path").asString()).isEqualTo("eventName");
    }

    private String csv(boolean names) throws IOException {
        var out = new ByteArrayOutputStream();
        new QuarantineExport(imports, new RecordText(names)).csv(7, null, null, out);
        return out.toString(UTF_8);
    }

    private String json(boolean names) {
        var out = new ByteArrayOutputStream();
        new QuarantineExport(imports, new RecordText(names)).json(7, null, null, out);
        return out.toString(UTF_8);
    }
}
