package io.outflow.usage.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.textfield.TextField;
import io.outflow.As;
import io.outflow.Shown;
import io.outflow.access.AccessRefused;
import io.outflow.access.Role;
import io.outflow.trail.Claude;
import io.outflow.usage.UsageReport.Row;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

@ViewPackages(classes = {UsageView.class, CallsView.class})
class UC04SeeWhoUsesClaudeTest extends UsageScreenTest {
    private static final String ALL = "usage?from=2026-11-15&to=2026-11-21";

    @Test
    void startsWithAllUseOfClaudeInTheNinetyDaysThatEndWithTheLastEvidencedOne() {
        var view = open("usage");

        assertThat(Shown.text(view))
                .contains("Period 24 Aug–21 Nov", "Model Claude")
                .contains("20 calls by 1 person, 1 role and 1 workload used Claude. no digest, 24 Aug–21 Nov")
                .contains("15.0\u00a0% of calls have no known data class.")
                .contains("15.0\u00a0% of calls come from callers we cannot name.")
                .contains("10 attempts were denied ; 80\u00a0% asked for Claude Sonnet 4.5 in 444455556666.");
        assertThat(Shown.text(view)).contains("20 calls; 7 outside this filter");
    }

    @Test
    void theLineUnderANumberIsSolidForTheVerifiedShare() {
        usage.verified = 5;

        var view = open("usage");

        assertThat(Shown.text(view)).contains("75.0\u00a0% no digest, 25.0\u00a0% verified, 24 Aug–21 Nov");
        assertThat(find(Sentences.class)
                        .single()
                        .getContent()
                        .getChildren()
                        .findFirst()
                        .orElseThrow()
                        .getElement()
                        .getOuterHTML())
                .contains("--v:25.0%");
    }

    @Test
    void theDaysSayHowMuchOfThemIsVerified() {
        usage.verified = 5;

        open(ALL + "&days=table");

        assertThat(Shown.text(find(DaysSection.class).single())).contains("Log files", "18.5\u00a0% verified");
    }

    @Test
    void coverageDrawsWhatCannotBeSeen() {
        var view = open(ALL);

        assertThat(Shown.text(view))
                .contains("Bedrock runtime not evidenced until 21 Nov")
                .contains("Bedrock mantle not evidenced")
                .contains("leaves no record in AWS: use cannot be seen here blind, 7 of 7 days")
                .doesNotContain("eu-central-1 Bedrock runtime not evidenced");

        click(withTestId("coverage-toggle"));

        assertThat(shown().shown().cells()).isTrue();
        assertThat(rows(CoverageCells.class))
                .contains("111122223333 eu-central-1 Bedrock runtime not evidenced until 21 Nov");
    }

    @Test
    void aClickOnTheFlowFiltersThePageAndAnotherClearsIt() {
        open(ALL);
        var flow = find(FlowSection.class).single();

        flow.picked("caller", "claims");
        assertThat(shown().values(Facet.CALLER)).containsExactly("claims");
        assertThat(items()).extracting(row -> row.caller().name()).containsExactly("claims");

        flow.picked("caller", "claims");
        assertThat(shown().restricts(Facet.CALLER)).isFalse();
        assertThat(items()).hasSize(4);
    }

    @Test
    void aClickOnABandPicksItsWholeWay() {
        open(ALL);

        find(FlowSection.class).single().picked("path", "[\"claims\",\"Claude Sonnet 4.5\",\"PERSONAL\"]");

        assertThat(shown().chosen())
                .isEqualTo(Selection.EVERYTHING
                        .with(Facet.CALLER, Set.of("claims"))
                        .with(Facet.MODEL, Set.of("Claude Sonnet 4.5"))
                        .with(Facet.DATA_CLASS, Set.of("PERSONAL"))
                        .chosen());
    }

    @Test
    void whatIsFoldedCannotBePicked() {
        open(ALL);

        find(FlowSection.class).single().picked("caller", FlowData.FOLDED);

        assertThat(shown().chosen()).isEmpty();
    }

    @Test
    void aClickOnADayShowsThatDayAndAnotherTheUsualPeriod() {
        open(ALL);
        var day = LocalDate.of(2026, 11, 21);

        find(DaysSection.class).single().pickedDay(day);
        assertThat(shown().period()).isEqualTo(new Period(day, day));

        find(DaysSection.class).single().pickedDay(day);
        assertThat(shown().period()).isEqualTo(Period.lastDays(day, 90));
    }

    @Test
    void aCellOfTheHeatMapBecomesAFilter() {
        open(ALL + "&days=heat");
        assertThat(find(HeatChart.class).single()).isNotNull();

        find(DaysSection.class).single().pickedHour("5-0");

        assertThat(shown().values(Facet.HOUR))
                .containsExactly(HourOfWeek.of(DayOfWeek.SATURDAY, 0).written());
        assertThat(Shown.text(find(FilterBar.class).single())).contains("Hours Sat 00:00");
    }

    @Test
    void everyChartHasItsNumbersInATable() {
        open(ALL);
        click(withTestId("flow-toggle"));
        click(withTestId("days-toggle"));

        assertThat(shown().shown().flow()).isEqualTo(io.outflow.usage.ui.Shown.Flow.TABLE);
        assertThat(find(FlowChart.class).all()).isEmpty();
        assertThat(rows(FlowSection.class)).contains("claims Claude Sonnet 4.5 Personal 12 44\u00a0%");
        assertThat(rows(DaysSection.class))
                .contains("21 Nov 27 5 12 10 none verified logged", "20 Nov 0 0 0 0 not evidenced");

        click(withTestId("days-kind"));
        click(withTestId("days-toggle"));
        assertThat(rows(DaysSection.class)).contains("00:00 0 0 0 0 0 27 0");
    }

    @Test
    void chartsTellTheirFindingToWhoCannotSeeThem() {
        open(ALL);

        assertThat(find(FlowChart.class).single().getElement().getAttribute("aria-label"))
                .isEqualTo("27 calls from caller to model to data class. Most come from claims; most carry Personal,"
                        + " 44\u00a0%. The table shows the same numbers.");
        assertThat(find(DaysChart.class).single().getElement().getAttribute("role"))
                .isEqualTo("img");
    }

    @Test
    void aChipChoosesAndMarksItself() {
        open(ALL);
        var chip = withTestId("filter-class");
        assertThat(chip.hasClassName("on")).isFalse();

        var group = find(CheckboxGroup.class)
                .withCondition(one -> "Class".equals(one.getLabel()))
                .single();
        assertThat(group.getListDataView().getItems())
                .as("choices are sent when they are looked at")
                .isEmpty();
        find(Popover.class)
                .withCondition(
                        one -> "Filter by Class".equals(one.getAriaLabel().orElse("")))
                .single()
                .open();
        choose(group, "Personal");

        assertThat(shown().values(Facet.DATA_CLASS)).containsExactly("PERSONAL");
        assertThat(Shown.text(withTestId("filter-class"))).isEqualTo("Class Personal");
        assertThat(withTestId("filter-class").hasClassName("on")).isTrue();
    }

    @Test
    void clearTakesAwayEveryFilterButNotTheDrawing() {
        open(ALL + "&claude=yes&grade=named&flow=table");

        click(withTestId("usage-clear"));

        assertThat(shown().chosen()).isEmpty();
        assertThat(shown().shown().flow()).isEqualTo(io.outflow.usage.ui.Shown.Flow.TABLE);
        assertThat(items()).hasSize(4);
    }

    @Test
    void aNumberOpensWhatItCounts() {
        open("usage?from=2026-11-21&to=2026-11-21&claude=yes");

        assertThat(find(Anchor.class, find(Sentences.class).single()).all())
                .extracting(Anchor::getHref)
                .anySatisfy(link -> assertThat(link).startsWith("usage/calls?").contains("outcome=use"))
                .anySatisfy(link -> assertThat(link).startsWith("usage?").contains("class=UNKNOWN"))
                .anySatisfy(link -> assertThat(link).startsWith("usage?").contains("grade=role-only"))
                .anySatisfy(link ->
                        assertThat(link).startsWith("usage/calls?").contains("outcome=denied", "account=444455556666"));
    }

    @Test
    void theTableIsSortedAsTheAddressSays() {
        open(ALL + "&sort=caller&columns=caller,calls");

        assertThat(items())
                .extracting(row -> row.caller().name())
                .containsExactly("claims", "nova-batch", "Person 3f2a", "sandbox");
        assertThat(grid().getColumns().stream().filter(Grid.Column::isVisible).map(Grid.Column::getKey))
                .containsExactly("caller", "calls");
    }

    @Test
    void aRowOpensItsCalls() {
        open(ALL + "&claude=yes");
        var row = items().getFirst();
        assertThat(row.caller().name()).isEqualTo("claims");

        var link = (Anchor) test(grid()).getCellComponent(0, 0);

        assertThat(link.getHref())
                .startsWith("usage/calls?")
                .contains(
                        "caller=claims", "account=111122223333", "class=PERSONAL", "claude=yes", "provenance=declared");
    }

    @Test
    void withoutLogsThePageSaysThatUseIsUnknown() {
        usage.makers = List.of();

        var view = open("usage");

        assertThat(Shown.text(view))
                .isEqualTo("Usage No logs yet. Use is unknown. Drop CloudTrail files here. Import CloudTrail files");
    }

    @Test
    void aFilterThatNothingMatchesSaysHowMuchIsOutside() {
        var view = open(ALL + "&account=999");

        assertThat(Shown.text(view))
                .contains("No calls match. 27 calls are outside this filter.", "What these numbers can see")
                .doesNotContain("Callers");

        test(find(Button.class).withText("Clear").single()).click();
        assertThat(items()).hasSize(4);
    }

    @Test
    void attemptsAloneAreInTheTable() {
        usage.makers = List.of(SampleUsage.SANDBOX);

        var view = open(ALL + "&outcome=denied");

        assertThat(Shown.text(view))
                .contains("This filter leaves only attempts: they are in the table.", "Callers 1 row");
        assertThat(find(FlowChart.class).all()).isEmpty();
    }

    @Test
    void aFailureIsShownInPlaceAndCanBeTriedAgain() {
        usage.failing = true;
        var view = open(ALL);
        assertThat(Shown.text(view)).contains("The numbers could not be read. Nothing was changed");

        usage.failing = false;
        test(find(Button.class).withText("Try again").single()).click();

        assertThat(Shown.text(view)).contains("27 calls").doesNotContain("could not be read");
    }

    @Test
    void numbersThatStillGrowSaySo() {
        usage.counted = 0.62;
        var view = open(ALL);
        assertThat(Shown.text(view)).contains("Still counting, 62 %.");
        assertThat(UI.getCurrent().getPollInterval()).isPositive();

        usage.counted = 1;
        open(ALL);
        assertThat(Shown.text(view)).doesNotContain("Still counting");
        assertThat(UI.getCurrent().getPollInterval()).isEqualTo(-1);
    }

    @Test
    void newCallsAreToldOfQuietlyAndShownWhenTheReaderAsks() {
        usage.makers = List.of(SampleUsage.CLAIMS);
        var view = open(ALL);
        assertThat(find(NativeButton.class).withTestId("data-changed-show").all())
                .isEmpty();

        usage.change(List.of(SampleUsage.CLAIMS, SampleUsage.PERSON), Instant.parse("2026-11-22T09:20:31Z"));
        var show = withTestId("data-changed-show");
        assertThat(Shown.text(view)).contains("Data changed 09:20 UTC. Show", "12 calls");

        click(show);
        assertThat(Shown.text(view)).contains("17 calls").doesNotContain("Data changed");
    }

    @Test
    void aPageThatWasReadAfterTheChangeSaysNothingOfIt() {
        var view = open(ALL);
        usage.change(usage.makers, Instant.parse("2026-11-22T09:20:31Z"));
        open(ALL + "&grade=service");

        assertThat(find(NativeButton.class).withTestId("data-changed-show").all())
                .isEmpty();
        assertThat(Shown.text(view)).doesNotContain("Data changed");
    }

    @Test
    void aPageThatIsLeftIsToldOfNothingMore() {
        open(ALL);
        assertThat(usage.listeners).hasSize(1);

        open("usage/calls?from=2026-11-21&to=2026-11-21");

        assertThat(usage.listeners).isEmpty();
    }

    @Test
    void nothingCountedYetIsNotSaidToBeNoLogs() {
        usage.counted = 0.3;
        usage.makers = List.of();

        var view = open("usage");

        assertThat(Shown.text(view)).contains("Still counting, 30 %.").doesNotContain("No logs yet");
    }

    @Test
    void namesAreShownAfterAReason() {
        when(names.mayReveal()).thenReturn(true);
        open(ALL);

        click(withTestId("show-names"));
        doThrow(AccessRefused.byRule("Names are shown after a reason."))
                .when(names)
                .reveal("");
        test(find(Button.class).withTestId("names-confirm").single()).click();
        assertThat(find(TextField.class).withTestId("names-reason").single().getErrorMessage())
                .isEqualTo("Names are shown after a reason.");

        test(find(TextField.class).withTestId("names-reason").single()).setValue("Audit of November");
        when(names.revealed()).thenReturn(true);
        test(find(Button.class).withTestId("names-confirm").single()).click();

        verify(names).reveal("Audit of November");
        assertThat(Shown.text(find(NamesControl.class).single())).isEqualTo("Names are shown until you sign out.");
    }

    @Test
    void whoMayNotSeeNamesReadsWhy() {
        As.role(Role.LEGAL);

        open(ALL);

        assertThat(Shown.text(find(NamesControl.class).single()))
                .startsWith("Names are masked. Seeing names of people needs the role")
                .contains("You are signed in as Legal.");
    }

    @Test
    void theStartIsClaudeOnly() {
        open("usage");

        assertThat(items()).extracting(Row::claude).containsOnly(Claude.YES);
    }

    private NativeButton withTestId(String id) {
        return find(NativeButton.class).withTestId(id).single();
    }

    private void click(NativeButton button) {
        test(button).click();
    }

    @SuppressWarnings("unchecked")
    private void choose(CheckboxGroup<?> group, String label) {
        var choices = (CheckboxGroup<Choice>) group;
        var choice = choices.getListDataView()
                .getItems()
                .filter(one -> one.label().equals(label))
                .findFirst()
                .orElseThrow();
        choices.setValue(Set.of(choice));
    }

    @SuppressWarnings("unchecked")
    private Grid<Row> grid() {
        return (Grid<Row>) find(Grid.class).single();
    }

    private List<Row> items() {
        return java.util.stream.IntStream.range(0, test(grid()).size())
                .mapToObj(test(grid())::getRow)
                .toList();
    }

    private List<String> rows(Class<? extends Component> part) {
        return find(NativeTableRow.class, find(part).single()).all().stream()
                .map(Shown::text)
                .toList();
    }
}
