package io.outflow.vendors.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import io.outflow.Shown;
import io.outflow.classification.DataClass;
import io.outflow.vendors.Kind;
import io.outflow.vendors.SeenUse.Found;
import io.outflow.vendors.SeenUse.Picture;
import io.outflow.vendors.SeenUse.Use;
import io.outflow.vendors.SeenUse.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** UC-53: what was agreed, seen and where they part, beside each section of a product. */
class UC53AgreedSeenGapTest {
    private static final UUID PRODUCT = UUID.randomUUID();
    private static final LocalDate LAST = LocalDate.of(2026, 11, 21);
    private static final List<DataClass> CLASSES =
            List.of(new DataClass("PERSONAL", "Personal", "Pe", 5, 5, "About people."));
    private static final Use USE = new Use(
            51_782,
            76,
            67,
            2_000,
            Instant.parse("2026-11-21T23:00:00Z"),
            Map.of("PERSONAL", 50_000L, "UNKNOWN", 1_782L),
            Map.of("eu-central-1", 40_000L, "us-east-1", 6_939L),
            4_843,
            Map.of("Claude Sonnet 4.5", 51_782L),
            Map.of("service", 51_782L),
            Map.of("Bedrock runtime", 51_782L),
            "95 % verified",
            49_193,
            new TreeMap<>());
    private static final Found GAP = new Found(
            "G-144",
            "gaps/144",
            PRODUCT,
            Kind.RESIDENCY,
            Verdict.CONTRADICTED,
            "Outside the agreed Regions",
            "6,939 calls ran outside the agreed Regions.",
            "open, Cloud platform",
            true);

    @Test
    void whatWasSeenStandsBesideWhatWasAgreedAndTheGapLeadsToItsPage() {
        var row = beside(picture(Map.of(PRODUCT, USE), Set.of(PRODUCT), GAP), Kind.RESIDENCY);

        assertThat(Shown.text(row))
                .contains("the agreed part")
                .contains("40,000 eu-central-1, 6,939 us-east-1")
                .contains("For 4,843 calls the Region is not evidenced. 95 % verified")
                .contains("Outside the agreed Regions")
                .contains("G-144 , open, Cloud platform");
        assertThat(links(row)).contains("gaps/144");
    }

    @Test
    void classesAreNamedAndUndecidedOnesAreUnknown() {
        assertThat(Shown.text(beside(picture(Map.of(PRODUCT, USE), Set.of(PRODUCT)), Kind.APPROVAL)))
                .contains("50,000 Personal, 1,782 Unknown")
                .contains("No contradiction seen");
    }

    @Test
    void whatNoLogTellsOfIsNeverSaidToAgree() {
        assertThat(Shown.text(beside(picture(Map.of(PRODUCT, USE), Set.of(PRODUCT)), Kind.TRAINING)))
                .contains("Cannot be seen in logs")
                .contains("Cannot tell: rests on the register alone")
                .doesNotContain("No contradiction");
    }

    @Test
    void aProductWithoutALogSourceIsNotUnused() {
        assertThat(Shown.text(beside(picture(Map.of(), Set.of()), Kind.AGREEMENT)))
                .contains("Cannot be seen", "use is unknown")
                .doesNotContain("No call");
    }

    @Test
    void aVisibleProductThatWasNotSeenSaysWhichDaysWereLogged() {
        assertThat(Shown.text(beside(picture(Map.of(), Set.of(PRODUCT)), Kind.AGREEMENT)))
                .contains("No call seen", "In what is logged from 24 Aug–21 Nov 2026", "Days without logs");
    }

    @Test
    void beforeAnythingWasImportedUseIsUnknown() {
        assertThat(Shown.text(beside(Picture.nothing(LAST), Kind.AGREEMENT)))
                .contains("Unknown No logs are stored yet.");
    }

    @Test
    void whereLogsHaveNothingToSayTheAgreedStandsAlone() {
        assertThat(Shown.text(beside(picture(Map.of(PRODUCT, USE), Set.of(PRODUCT)), Kind.COMMERCIALS)))
                .isEqualTo("the agreed part");
    }

    @Test
    void aPastMomentShowsNoGapOfToday() {
        var columns = new BesideColumns(PRODUCT, picture(Map.of(PRODUCT, USE), Set.of(PRODUCT), GAP), CLASSES, true);

        assertThat(Shown.text(columns.with(new Div("agreed"), Kind.RESIDENCY)))
                .contains("Gaps are shown for now only.")
                .doesNotContain("G-144");
    }

    private static Component beside(Picture picture, Kind kind) {
        return new BesideColumns(PRODUCT, picture, CLASSES, false).with(new Div("the agreed part"), kind);
    }

    private static Picture picture(Map<UUID, Use> products, Set<UUID> visible, Found... gaps) {
        return new Picture(LAST.minusDays(89), LAST, true, visible, products, Map.of(), List.of(), List.of(gaps));
    }

    private static List<String> links(Component component) {
        return component
                .getChildren()
                .flatMap(child -> child instanceof Anchor link
                        ? java.util.stream.Stream.of(link.getHref())
                        : links(child).stream())
                .toList();
    }
}
