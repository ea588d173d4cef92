package io.outflow.vendors.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.base.ui.Glyph;
import io.outflow.classification.DataClass;
import io.outflow.vendors.Basis;
import io.outflow.vendors.Entry;
import io.outflow.vendors.Kind;
import io.outflow.vendors.ProductRow;
import io.outflow.vendors.SeenUse.Found;
import io.outflow.vendors.SeenUse.Picture;
import io.outflow.vendors.SeenUse.Use;
import io.outflow.vendors.SeenUse.Verdict;
import io.outflow.vendors.Snapshot;
import io.outflow.vendors.content.Approval;
import io.outflow.vendors.content.ApprovalDecision;
import io.outflow.vendors.content.Product;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** UC-53: the usage columns of the register table. */
class UC53SeenColumnsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final LocalDate LAST = LocalDate.of(2026, 11, 21);
    private static final List<DataClass> CLASSES = List.of(
            new DataClass("PUBLIC", "Public", "Pu", 1, 1, ""), new DataClass("PERSONAL", "Personal", "Pe", 5, 5, ""));

    private final Entry<Product> product =
            new Entry<>(UUID.randomUUID(), null, Product.named("Claude"), Basis.ours("", null, null), 1, NOW, "x");

    @Test
    void callsPeopleLastSeenAndProofAreTold() {
        var words = words(picture(Map.of(product.id(), use(9)), Set.of(product.id())));

        assertThat(words.calls(row()).first()).isEqualTo("12");
        assertThat(words.people(row()).first()).isEqualTo("3");
        assertThat(words.lastSeen(row()).first()).isEqualTo("21 Nov 2026");
        assertThat(words.proof(row())).isEqualTo(Cell.plain(Glyph.PARTLY_VERIFIED, "75 % verified", "no open gap"));
        assertThat(words.spark(row())).startsWith("M0 12H90").contains("v-12h2v12z");
    }

    @Test
    void withoutALogSourceUseIsUnknownAndNotNone() {
        assertThat(words(picture(Map.of(), Set.of())).calls(row()))
                .isEqualTo(Cell.quiet("no log source", "use unknown"));
        assertThat(words(picture(Map.of(), Set.of(product.id()))).calls(row()))
                .isEqualTo(Cell.quiet("none seen", "in what is logged"));
        assertThat(words(Picture.nothing(LAST)).calls(row())).isEqualTo(Cell.quiet("no logs yet", "use unknown"));
    }

    @Test
    void classesSeenButNotApprovedStandApart() {
        var words = words(
                picture(Map.of(product.id(), use(9)), Set.of(product.id())),
                approval("PUBLIC", ApprovalDecision.ALLOWED, null));

        assertThat(words.approved(row())).isEqualTo("Pu:1");
        assertThat(words.alsoSeen(row())).isEqualTo("Pe:5 ?:0");
    }

    @Test
    void neitherAProposalNorAnEndedApprovalApproves() {
        var words = words(
                picture(Map.of(), Set.of()),
                approval("PUBLIC", ApprovalDecision.PROPOSED, null),
                approval("PERSONAL", ApprovalDecision.ALLOWED, ZonedDateTime.parse("2026-11-01T00:00Z")));

        assertThat(words.approved(row())).isEmpty();
    }

    @Test
    void regionsThatPartSaySoBeneathTheAgreedOnes() {
        var gap = new Found(
                "G-144", "gaps/144", product.id(), Kind.RESIDENCY, Verdict.CONTRADICTED, "", "", "open", true);
        var picture =
                new Picture(LAST.minusDays(29), LAST, true, Set.of(), Map.of(), Map.of(), List.of(), List.of(gap));

        assertThat(words(picture).regions(row())).contains("others seen, G-144");
        assertThat(words(picture).gapsOf(row())).isEqualTo(1);
    }

    private Use use(long verified) {
        return new Use(
                12,
                4,
                3,
                0,
                Instant.parse("2026-11-21T10:00:00Z"),
                Map.of("PERSONAL", 8L, "UNKNOWN", 4L),
                Map.of(),
                12,
                Map.of(),
                Map.of(),
                Map.of(),
                "75 % verified",
                verified,
                new TreeMap<>(Map.of(LAST, 12L)));
    }

    private Picture picture(Map<UUID, Use> products, Set<UUID> visible) {
        return new Picture(LAST.minusDays(29), LAST, true, visible, products, Map.of(), List.of(), List.of());
    }

    @SafeVarargs
    private SeenWords words(Picture picture, Entry<Approval>... approvals) {
        return new SeenWords(picture, new Snapshot(List.<Entry<?>>of(approvals)), CLASSES, NOW);
    }

    private Entry<Approval> approval(String code, ApprovalDecision decision, @Nullable ZonedDateTime until) {
        var content = new Approval(
                List.of(code), decision, List.of(), List.of(), List.of(), null, null, until, "", "CISO", "Why");
        return new Entry<>(UUID.randomUUID(), product.id(), content, Basis.ours("", null, null), 1, NOW, "CISO");
    }

    private ProductRow row() {
        return ProductRow.of(new Snapshot(List.of(product)), product, NOW);
    }
}
