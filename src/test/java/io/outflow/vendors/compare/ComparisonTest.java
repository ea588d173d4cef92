package io.outflow.vendors.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.vendors.Agreements;
import io.outflow.vendors.compare.Comparison.Row;
import io.outflow.vendors.content.Category;
import io.outflow.vendors.content.DataKind;
import io.outflow.vendors.content.RetentionWindow;
import io.outflow.vendors.content.YesNo;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private final Shelf shelf = new Shelf();

    @Test
    void onlyFactsThatDifferAreMarkedSo() {
        var api = shelf.product("Anthropic", "Claude API", Category.API);
        var bedrock = shelf.product("Amazon Web Services", "Claude on Bedrock", Category.CLOUD_HOSTED_MODEL);
        shelf.claimed(api, window(30, List.of(0, 7)));
        shelf.confirmed(bedrock, window(0, List.of()));
        shelf.claimed(api, Agreements.inForce("2024-01-01T00:00Z", null));
        shelf.confirmed(bedrock, Agreements.inForce("2024-01-01T00:00Z", null));

        var comparison = Comparison.of(shelf.snapshot(), List.of(shelf.find(api), shelf.find(bedrock)), Shelf.NOW);

        var retention = row(comparison, "Retention of prompts");
        assertThat(retention.differs()).isTrue();
        assertThat(retention.cells().getFirst().text()).isEqualTo("up to 30 days");
        assertThat(retention.cells().getFirst().conflict()).isEqualTo("other sources say 0, 7 days");
        assertThat(row(comparison, "DPA").differs()).isFalse();
        assertThat(comparison.different())
                .extracting(Row::fact)
                .contains("Retention of prompts")
                .doesNotContain("DPA");
    }

    @Test
    void whatIsNotRecordedDiffersFromEveryValue() {
        var api = shelf.product("Anthropic", "Claude API", Category.API);
        var other = shelf.product("OpenAI", "OpenAI API", Category.API);
        shelf.claimed(api, window(30, List.of()));

        var row = row(
                Comparison.of(shelf.snapshot(), List.of(shelf.find(api), shelf.find(other)), Shelf.NOW),
                "Retention of prompts");

        assertThat(row.differs()).isTrue();
        assertThat(row.cells().getLast().text()).isEqualTo("not recorded");
        assertThat(row.cells().getLast().recorded()).isFalse();
    }

    private static Row row(Comparison comparison, String fact) {
        return comparison.rows().stream()
                .filter(row -> row.fact().equals(fact))
                .findFirst()
                .orElseThrow();
    }

    private static RetentionWindow window(int days, List<Integer> others) {
        return new RetentionWindow(
                DataKind.PROMPTS_AND_OUTPUTS,
                "",
                days,
                days == 0 ? "" : "up to",
                "",
                "",
                "",
                others,
                YesNo.UNKNOWN,
                "",
                "");
    }
}
