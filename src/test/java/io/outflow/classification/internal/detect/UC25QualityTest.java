package io.outflow.classification.internal.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.classification.Detector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Precision and recall on a set whose content is known. docs/detectors.md names the figures; none may fall below what it says. */
class UC25QualityTest {
    private static final long SEED = 20_261_126;
    private static final int EACH = 200;
    private static final Path PAGE = Path.of("docs/detectors.md");
    private static final Pattern ROW =
            Pattern.compile("\\| `([A-Z_]+)` \\| [^|]+ \\| [^|]+ \\| (\\d+\\.\\d) % \\| (\\d+\\.\\d) % \\| [^|]+ \\|");

    private static final class Score {
        int right;
        int wrong;
        int missed;

        double precision() {
            return right + wrong == 0 ? 0 : 100.0 * right / (right + wrong);
        }

        double recall() {
            return right + missed == 0 ? 0 : 100.0 * right / (right + missed);
        }
    }

    @Test
    void noFigureFallsBelowWhatTheDocumentationSays() throws IOException {
        var scores = scores();
        var table = table(scores);
        Files.writeString(Files.createDirectories(Path.of("target")).resolve("detectors-table.md"), table);

        var documented = new ArrayList<Detector>();
        for (var line : Files.readAllLines(PAGE)) {
            var row = ROW.matcher(line);
            if (row.matches()) {
                var detector = Detector.valueOf(row.group(1));
                documented.add(detector);
                var score = scores.get(detector);
                assertThat(score).isNotNull();
                assertThat(score.precision())
                        .as("precision of " + detector)
                        .isGreaterThanOrEqualTo(Double.parseDouble(row.group(2)) - 0.05);
                assertThat(score.recall())
                        .as("recall of " + detector)
                        .isGreaterThanOrEqualTo(Double.parseDouble(row.group(3)) - 0.05);
            }
        }
        assertThat(documented)
                .as("write target/detectors-table.md into the page")
                .containsExactly(Detector.values());
    }

    private static Map<Detector, Score> scores() {
        var scores = new EnumMap<Detector, Score>(Detector.class);
        List.of(Detector.values()).forEach(detector -> scores.put(detector, new Score()));
        var scan = Looking.everything();
        var examples = new StringBuilder();
        for (var labelled : new LabelledTexts(SEED).make(EACH)) {
            var found = Looking.at(scan, labelled.text()).keySet();
            scores.forEach((detector, score) -> {
                var holds = labelled.holds().contains(detector);
                if (found.contains(detector)) {
                    score.right += holds ? 1 : 0;
                    score.wrong += holds ? 0 : 1;
                } else {
                    score.missed += holds ? 1 : 0;
                }
                if (holds != found.contains(detector)) {
                    examples.append(detector)
                            .append(holds ? " missed: " : " wrong: ")
                            .append(labelled.text().replace('\n', '~'))
                            .append('\n');
                }
            });
        }
        try {
            Files.writeString(Files.createDirectories(Path.of("target")).resolve("detectors-errors.txt"), examples);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return scores;
    }

    private static String table(Map<Detector, Score> scores) {
        var table = new StringBuilder(
                "| detector | finds | class at first | precision | recall | right / wrong / missed |\n|---|---|---|---|---|---|\n");
        scores.forEach((detector, score) -> table.append(String.format(
                Locale.ROOT,
                "| `%s` | %s | %s | %.1f %% | %.1f %% | %d / %d / %d |%n",
                detector,
                detector.label(),
                detector.dataClass().replace('_', ' ').toLowerCase(Locale.ROOT),
                Math.floor(score.precision() * 10) / 10,
                Math.floor(score.recall() * 10) / 10,
                score.right,
                score.wrong,
                score.missed)));
        return table.toString();
    }
}
