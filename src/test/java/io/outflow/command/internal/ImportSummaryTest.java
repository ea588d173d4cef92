package io.outflow.command.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.imports.Counts;
import io.outflow.imports.FileState;
import io.outflow.imports.ImportFile;
import io.outflow.imports.ImportRun;
import io.outflow.imports.RunState;
import io.outflow.trail.Proof;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ImportSummaryTest {
    @Test
    void statesAreAddedUpAndFilesThatStandOutAreNamedWithTheirReason() {
        var files = List.of(
                file(1, "good.json.gz", FileState.DONE, null, new Counts(2500, 50, 0, 2450, 0)),
                file(2, "also-good.json.gz", FileState.DONE, null, new Counts(1500, 30, 20, 1450, 0)),
                file(3, "cut.json.gz", FileState.FAILED, "The file ends too early.", new Counts(10, 9, 0, 0, 1)),
                file(4, "again.json.gz", FileState.SKIPPED_DUPLICATE, "Imported before.", Counts.ZERO));

        assertThat(printed(RunState.DONE_WITH_QUARANTINE, files)).isEqualTo("""
                Imported, with something set aside: what is named below could not be read or stored; all else is safe.

                Files            Count   Read  Inserted  Duplicate  Skipped  Quarantined
                done                 2  4,000        80         20    3,900            0
                failed               1     10         9          0        0            1
                imported before      1      0         0          0        0            0
                all                  4  4,010        89         20    3,900            1

                File that stands out  State   Quarantined  Reason
                cut.json.gz           failed            1  The file ends too early.
                """);
    }

    @Test
    void aNameThatWouldSteerTheTerminalIsMadeHarmless() {
        var files = List.of(file(1, "\u001b[2Jgone\u202e.json", FileState.FAILED, "Not read.", Counts.ZERO));

        assertThat(printed(RunState.FAILED, files))
                .contains("?[2Jgone?.json")
                .doesNotContain("\u001b")
                .doesNotContain("\u202e");
    }

    private static String printed(RunState state, List<ImportFile> files) {
        Counts totals = files.stream().map(ImportFile::counts).reduce(Counts.ZERO, Counts::plus);
        var run = new ImportRun(
                1,
                state,
                "COMMAND",
                "Outflow",
                Instant.EPOCH,
                Instant.EPOCH,
                null,
                files.size(),
                files.size(),
                totals,
                1,
                1);
        var text = new StringWriter();
        var out = new PrintWriter(text);
        new ImportSummary(run, files).print(out);
        out.flush();
        return text.toString().replace(System.lineSeparator(), "\n");
    }

    private static ImportFile file(int number, String name, FileState state, @Nullable String reason, Counts counts) {
        return new ImportFile(number, number, name, state, reason, counts, 1, 1, Proof.NO_DIGEST);
    }
}
