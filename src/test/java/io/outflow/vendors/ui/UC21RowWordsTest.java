package io.outflow.vendors.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import io.outflow.base.ui.Glyph;
import io.outflow.vendors.Agreements;
import io.outflow.vendors.Basis;
import io.outflow.vendors.Entry;
import io.outflow.vendors.ProductRow;
import io.outflow.vendors.Snapshot;
import io.outflow.vendors.content.AgreementState;
import io.outflow.vendors.content.Content;
import io.outflow.vendors.content.DataKind;
import io.outflow.vendors.content.Product;
import io.outflow.vendors.content.RetentionWindow;
import io.outflow.vendors.content.Training;
import io.outflow.vendors.content.TrainingChoice;
import io.outflow.vendors.content.TrainingUse;
import io.outflow.vendors.content.YesNo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the cells of the register say. */
class UC21RowWordsTest {

    private static final Instant NOW = Instant.parse("2026-11-26T09:00:00Z");
    private static final Basis CONFIRMED = Basis.ours("DPA § 5.3", null, null).confirmed("Legal", NOW, null);
    private static final Basis CLAIMED = Basis.catalogue("https://example.com", null, "x");

    private final RowWords words = new RowWords(LocalDate.of(2026, 11, 26));

    @Test
    void anAgreementInForceSaysHowLong() {
        assertThat(dpa("2026-01-01T00:00Z", null, CONFIRMED))
                .isEqualTo(Cell.plain(Glyph.CONFIRMED, "Signed", "no end date"));
        assertThat(dpa("2026-01-01T00:00Z", "2027-10-17T00:00Z", CONFIRMED).second())
                .isEqualTo("325 d left");
    }

    @Test
    void anAgreementThatEndsSoonIsToBeWatchedAndALapsedOneIsAGap() {
        assertThat(dpa("2026-01-01T00:00Z", "2026-12-04T00:00Z", CONFIRMED))
                .isEqualTo(Cell.watch("Ends 4 Dec 2026", "8 d left"));
        assertThat(dpa("2026-01-01T00:00Z", "2026-11-04T00:00Z", CONFIRMED))
                .isEqualTo(Cell.gap("Lapsed", "since 4 Nov 2026"));
    }

    @Test
    void aClaimedAgreementLooksLikeAClaim() {
        assertThat(dpa("2026-01-01T00:00Z", null, CLAIMED))
                .isEqualTo(new Cell(Glyph.CLAIMED, Cell.Tone.QUIET, "Signed", "claimed, not confirmed"));
    }

    @Test
    void whatIsNotKnownIsUnknownAndNotNothing() {
        var row = row();

        assertThat(words.retention(row).first()).isEqualTo("unknown");
        assertThat(words.training(row).first()).isEqualTo("unknown");
        assertThat(words.regions(row).first()).isEqualTo("unknown");
        assertThat(words.agreement(row, row.dpa()).first()).isEqualTo("None recorded");
        assertThat(words.facts(row).first()).isEqualTo("no facts");
    }

    @Test
    void sourcesThatDifferAreShownBesideTheNumber() {
        var row = row(entry(
                new RetentionWindow(
                        DataKind.PROMPTS_AND_OUTPUTS, "", 30, "up to", "", "", "", List.of(28), YesNo.UNKNOWN, "", ""),
                CONFIRMED));

        assertThat(words.retention(row)).isEqualTo(Cell.watch("up to 30 days", "elsewhere 28 days"));
    }

    @Test
    void anOptOutWithoutProofIsOnlyAWord() {
        var row = row(entry(
                new Training(TrainingUse.USED, TrainingChoice.OPTED_OUT, "", null, "", null, null, ""), CONFIRMED));

        assertThat(words.training(row)).isEqualTo(Cell.watch("Opted out", "no proof"));
    }

    @Test
    void anAddressGivesBackTheSelectionThatWroteIt() {
        for (var view : ViewChoice.made(NOW)) {
            var query = QueryParameters.fromString(view.selection().write().getQueryString());

            assertThat(RegisterSelection.read(new Location("vendors", query))).isEqualTo(view.selection());
        }
    }

    private Cell dpa(String from, @Nullable String until, Basis basis) {
        var row = row(entry(Agreements.dpa(AgreementState.SIGNED, from, until), basis));
        return words.agreement(row, row.dpa());
    }

    private static Entry<?> entry(Content content, Basis basis) {
        return new Entry<>(UUID.randomUUID(), new UUID(1, 1), content, basis, 1, NOW, "Legal");
    }

    private static ProductRow row(Entry<?>... facts) {
        var entries = new ArrayList<Entry<?>>(List.of(facts));
        entries.add(new Entry<>(
                new UUID(1, 1), null, Product.named("Claude API"), Basis.ours("", null, null), 1, NOW, "Legal"));
        return ProductRow.of(new Snapshot(entries), NOW).getFirst();
    }
}
