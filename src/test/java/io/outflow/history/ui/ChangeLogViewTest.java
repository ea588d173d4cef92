package io.outflow.history.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import io.outflow.Shown;
import io.outflow.ViewTest;
import io.outflow.access.Role;
import io.outflow.base.ui.MainLayout;
import io.outflow.history.ChangeLog;
import io.outflow.history.Entry;
import io.outflow.history.LogFilter;
import io.outflow.history.Revisions;
import io.outflow.history.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class ChangeLogViewTest extends ViewTest {

    @Autowired
    private ChangeLog log;

    @Autowired
    private Revisions revisions;

    @Autowired
    private PlatformTransactionManager transactions;

    private final String thing = "thing " + UUID.randomUUID();

    @BeforeEach
    void twoEntriesAndARevision() {
        signInAs(Role.LEGAL);
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            log.append("Ana", "rule added", thing, "first");
            log.append("Ben", "rule changed", thing, "second");
            var product = UUID.randomUUID();
            for (var days : List.of(30, 0)) {
                revisions.record(new Statement(
                        "product",
                        product,
                        null,
                        thing,
                        Instant.parse("2026-03-01T00:00:00Z"),
                        null,
                        "{\"retention\":{\"days\":%d}}".formatted(days),
                        "Read in schedule 2"));
            }
        });
    }

    @Test
    void addressHoldsTheFilters() {
        open(Map.of("on", thing, "by", "ana"));

        assertThat(shown()).extracting(Entry::actor).containsExactly("Ana");
        assertThat(counted()).startsWith("1 of ").endsWith(" entries, newest first.");
        assertThat(find(TextField.class).withTestId("log-on").single().getValue())
                .isEqualTo(thing);
    }

    @Test
    void aFilterThatIsTypedGoesIntoTheAddress() {
        open(Map.of("on", thing));

        test(find(TextField.class).withTestId("log-by").single()).setValue("ben");

        assertThat(address()).isEqualTo(Map.of("on", List.of(thing), "by", List.of("ben")));
        assertThat(shown()).extracting(Entry::actor).containsExactly("Ben");
    }

    @Test
    void whatWasDoneIsChosenFromWhatEntriesName() {
        open(Map.of("on", thing));
        @SuppressWarnings("unchecked")
        ComboBox<String> what = find(ComboBox.class).withTestId("log-what").single();

        test(what).selectItem("record changed");

        assertThat(shown()).extracting(Entry::action).containsExactly("record changed");
    }

    @Test
    void aFilterWithoutAnEntrySaysHowManyLieOutside() {
        open(Map.of("on", "there is no such thing"));

        assertThat(Shown.text(view())).contains("No entry matches.", "entries are outside this filter.");
        test(find(Button.class).withText("Clear the filter").single()).click();
        assertThat(address()).isEmpty();
        assertThat(find(Grid.class).single()).isNotNull();
    }

    @Test
    void anEntryOfARevisionShowsEachFieldBeforeAndAfterAndWhy() {
        var entry = log.list(new LogFilter("", "record changed", thing, null, null), 0, 1)
                .getFirst();

        open(Map.of("entry", Long.toString(entry.seq())));

        assertThat(Shown.text(find(EntryPanel.class).single()))
                .contains("retention/days 30 → 0", "Reason Read in schedule 2", entry.hash(), entry.prevHash());
        test(find(Button.class).withTestId("entry-close").single()).click();
        assertThat(find(EntryPanel.class).all()).isEmpty();
        assertThat(address()).isEmpty();
    }

    @Test
    void anEntryThatIsClickedOpensAndTheFilterStays() {
        open(Map.of("on", thing));

        test(grid()).clickRow(0);

        assertThat(address()).containsKeys("on", "entry");
        assertThat(find(EntryPanel.class).all()).hasSize(1);
    }

    @Test
    void whatAnAddressSaysWronglyIsAsIfItWereNotThere() {
        open(Map.of("on", thing, "from", "yesterday", "to", "9999-99-99", "entry", "none"));

        assertThat(shown()).hasSize(4);
        open(Map.of("entry", "999999999"));
        assertThat(Shown.text(view())).contains("There is no entry 999,999,999.");
    }

    @Test
    void checkSaysUpToWhereTheLogHoldsAndTheSideBarRemembers() {
        open(Map.of());
        test(find(Button.class).withTestId("change-log-check").single()).click();

        var found = Shown.text(find(Div.class).withId("verdict").single());
        assertThat(found).matches("holds Unbroken to entry [\\d,]+; .+ with it\\. Checked .+ UTC by Sample Legal\\.");
        open(Map.of());
        assertThat(Shown.text(find(MainLayout.class).single()))
                .containsPattern("Change log Unbroken to entry [\\d,]+, checked \\d\\d:\\d\\d UTC today");
    }

    @Test
    void pageSaysWhatProtectsTheLog() {
        open(Map.of());

        assertThat(Shown.text(view())).contains("Protected by trigger only.");
    }

    private void open(Map<String, String> query) {
        UI.getCurrent().navigate("change-log", QueryParameters.simple(query));
    }

    private ChangeLogView view() {
        return find(ChangeLogView.class).single();
    }

    private Map<String, List<String>> address() {
        return UI.getCurrent().getActiveViewLocation().getQueryParameters().getParameters();
    }

    private String counted() {
        return find(Paragraph.class).withId("counted").single().getText();
    }

    @SuppressWarnings("unchecked")
    private Grid<Entry> grid() {
        return find(Grid.class).withId("change-log").single();
    }

    private List<Entry> shown() {
        return grid().getGenericDataView().getItems().toList();
    }
}
