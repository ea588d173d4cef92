package io.outflow.usage.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Pre;
import io.outflow.Shown;
import io.outflow.usage.Usage.Call;
import io.outflow.usage.Usage.CallId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

@ViewPackages(classes = {UsageView.class, CallsView.class, CallView.class})
class UC05FromANumberToItsRecordTest extends UsageScreenTest {
    private static final String DAY = "from=2026-11-21&to=2026-11-21";

    @Test
    void theCallsOfAFilterAreListedNewestFirst() {
        open("usage/calls?" + DAY + "&caller=claims");

        assertThat(find(H1.class).single().getText()).isEqualTo("14 calls");
        var grid = grid();
        assertThat(test(grid).size()).isEqualTo(14);
        assertThat(test(grid).getRow(0).id().time())
                .isAfter(test(grid).getRow(13).id().time());
        assertThat(test(grid).getCellText(0, 1)).isEqualTo("claims");
    }

    @Test
    void stepsOfAnswersAreListedAndNotAmongTheNumber() {
        usage.steps = 4;

        var view = open("usage/calls?" + DAY + "&caller=claims");

        assertThat(find(H1.class).single().getText()).isEqualTo("14 calls");
        assertThat(Shown.text(view))
                .contains("Uses and attempts; besides, 4 model calls inside agents' answers, counted by the answer.");
    }

    @Test
    void anOutcomeOfTheFilterHoldsHereToo() {
        open("usage/calls?" + DAY + "&caller=claims&outcome=denied");

        assertThat(test(grid()).size()).isEqualTo(2);
        assertThat(Shown.text(test(grid()).getCellComponent(0, 8))).isEqualTo("Denied, AccessDenied");
    }

    @Test
    void aFilterWithoutCallsSaysSo() {
        var view = open("usage/calls?" + DAY + "&caller=nobody");

        assertThat(Shown.text(view)).contains("0 calls", "No calls match.", "Show all usage");
    }

    @Test
    void aFailureCanBeTriedAgain() {
        usage.failing = true;
        var view = open("usage/calls?" + DAY);
        assertThat(Shown.text(view)).contains("The calls could not be read.");

        usage.failing = false;
        test(find(Button.class).withText("Try again").single()).click();

        assertThat(find(H1.class).single().getText()).isEqualTo("37 calls");
    }

    @Test
    void aCallOpensItsFieldsAndItsRecords() {
        open("usage/calls?" + DAY + "&caller=claims");
        var link = (Anchor) test(grid()).getCellComponent(0, 0);

        var view = open(link.getHref());

        assertThat(Shown.text(view))
                .contains("claims was denied Claude Sonnet 4.5")
                .contains("Region that was called eu-central-1")
                .contains("Region where it ran not evidenced")
                .contains("Where it may run In any Region of the geography eu, by its inference profile")
                .contains("How the class is known Declared R-12 v3")
                .contains("Outcome Denied with AccessDenied")
                .contains("Input tokens not evidenced")
                .contains("Record 391 of trail.json.gz , import 7");
        assertThat(find(Pre.class).all())
                .extracting(Pre::getText)
                .containsExactly("{\n  \"eventName\" : \"InvokeModel\"\n}", "not json");
        assertThat(find(Anchor.class).all()).extracting(Anchor::getHref).contains("imports/7");
    }

    @Test
    void aNarrowPageKeepsTimeCallerAndClass() {
        var view = (CallsView) open("usage/calls?" + DAY);

        view.narrow(true);
        assertThat(grid().getColumns().stream().filter(Grid.Column::isVisible).map(Grid.Column::getKey))
                .containsExactly("time", "caller", "class");

        view.narrow(false);
        assertThat(grid().getColumns()).allMatch(Grid.Column::isVisible);
    }

    @Test
    void anAddressOfNoCallSaysSo() {
        var gone = CallAddress.write(new CallId(Instant.EPOCH, "1", "gone"));

        for (var address : List.of("usage/call/" + gone, "usage/call/%21%21")) {
            assertThat(Shown.text(open(address))).contains("There is no such call.");
        }
    }

    @Test
    void theWayBackLeadsToTheSameFilter() {
        var view = (CallsView) open("usage/calls?" + DAY + "&caller=claims");

        assertThat(view.crumbs().getFirst().route()).startsWith("usage?").contains("caller=claims", "from=2026-11-21");
    }

    @SuppressWarnings("unchecked")
    private Grid<Call> grid() {
        return (Grid<Call>) find(Grid.class).single();
    }
}
