package io.outflow.evidence;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A standard or law that a reader works from, with those of its controls that a package can give evidence for. Titles are ours;
 * the numbers are the standards'. Giving evidence for a control is not the same as meeting it.
 */
public enum Framework {
    ISO_27001("ISO/IEC 27001:2022", ""),
    SOC_2("SOC 2 (2017, points of 2022)", ""),
    GDPR("GDPR", ""),
    EU_AI_ACT("EU AI Act", "Art. 26 binds deployers of high-risk systems."),
    ISO_42001("ISO/IEC 42001:2023", ""),
    NIST_AI_RMF("NIST AI RMF 1.0", ""),
    CSA_AICM("CSA AICM", ""),
    HIPAA("HIPAA", ""),
    MAS_TRM("MAS TRM Guidelines 2021", ""),
    PIPEDA("PIPEDA", ""),
    AU_PRIVACY("Australian Privacy Act 1988", "");

    private static final Map<Framework, List<Control>> CONTROLS = read();

    private final String label;
    private final String note;

    Framework(String label, String note) {
        this.label = label;
        this.note = note;
    }

    /**
     * A control that a package can give evidence for.
     *
     * @param parts which parts do, each for itself
     */
    public record Control(Framework framework, String id, String title, Set<Part> parts) {

        public Control {
            parts = Set.copyOf(parts);
        }
    }

    public String label() {
        return label;
    }

    /** What to keep in mind; empty for nothing. */
    public String note() {
        return note;
    }

    public List<Control> controls() {
        return Objects.requireNonNull(CONTROLS.get(this));
    }

    /** The parts that give evidence for at least one of its controls. */
    public Set<Part> parts() {
        return controls().stream()
                .flatMap(control -> control.parts().stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Part.class)));
    }

    /** Those of {@link #parts} that go in when it is picked. Single calls are many; they go in when somebody says so. */
    public Set<Part> usualParts() {
        var usual = parts();
        usual.remove(Part.EVENTS);
        return usual;
    }

    private static Map<Framework, List<Control>> read() {
        var stream = Framework.class.getResourceAsStream("controls.csv");
        try (var csv = CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(Objects.requireNonNull(stream), StandardCharsets.UTF_8))) {
            var controls = new EnumMap<Framework, List<Control>>(csv.stream()
                    .map(row -> new Control(
                            valueOf(row.getField("framework")),
                            row.getField("control"),
                            row.getField("title"),
                            Arrays.stream(row.getField("parts").split(" "))
                                    .map(Part::valueOf)
                                    .collect(Collectors.toSet())))
                    .collect(Collectors.groupingBy(Control::framework)));
            return controls;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
