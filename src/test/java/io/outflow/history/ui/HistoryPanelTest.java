package io.outflow.history.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.select.Select;
import io.outflow.Shown;
import io.outflow.ViewTest;
import io.outflow.access.Role;
import io.outflow.base.Formats;
import io.outflow.history.LogCheck;
import io.outflow.history.Revision;
import io.outflow.history.Revisions;
import io.outflow.history.Statement;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class HistoryPanelTest extends ViewTest {

    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");

    @Autowired
    private Revisions revisions;

    @Autowired
    private LogCheck check;

    @Autowired
    private PlatformTransactionManager transactions;

    private final UUID product = UUID.randomUUID();
    private final UUID agreement = UUID.randomUUID();

    @BeforeEach
    void signIn() {
        signInAs(Role.LEGAL);
        UI.getCurrent().navigate("change-log");
    }

    @Test
    void revisionsAreListedNewestFirstWithWhoWhyAndEachFieldBeforeAndAfter() {
        record(product, null, "{\"days\":30}", "First facts");
        record(agreement, product, "{\"state\":\"requested\"}", "Asked for");
        record(product, null, "{\"days\":0}", "Read in schedule 2");

        var panel = panel();
        panel.showOwner(product);

        assertThat(find(ListItem.class, panel).all())
                .extracting(Shown::text)
                .satisfiesExactly(
                        text -> assertThat(text)
                                .contains(
                                        "product days 30 → 0",
                                        "Holds from 1 Mar 2026, 00:00 UTC",
                                        "Sample Legal. Read in schedule 2"),
                        text -> assertThat(text).contains("agreement state requested", "Asked for"),
                        text -> assertThat(text)
                                .contains("product days 30", "First facts")
                                .doesNotContain("→"));
    }

    @Test
    void onePickedFieldLeavesOnlyItsOwnChanges() {
        record(product, null, "{\"days\":30,\"name\":\"API\"}", "");
        record(product, null, "{\"days\":0,\"name\":\"API\"}", "");
        record(product, null, "{\"days\":0,\"name\":\"Claude API\"}", "");
        var panel = panel();
        panel.showObject(product);
        @SuppressWarnings("unchecked")
        Select<String> fields =
                find(Select.class, panel).withTestId("history-field").single();

        test(fields).selectItem("product days");

        assertThat(find(ListItem.class, panel).all())
                .extracting(Shown::text)
                .satisfiesExactly(
                        text -> assertThat(text).contains("days 30 → 0"),
                        text -> assertThat(text).contains("days 30").doesNotContain("name"));
        panel.pick(null);
        assertThat(find(ListItem.class, panel).all()).hasSize(3);
    }

    @Test
    void olderRevisionsAreReadWhenAskedFor() {
        for (var i = 0; i < 53; i++) {
            record(product, null, "{\"days\":%d}".formatted(i), "");
        }
        var panel = panel();
        panel.showObject(product);
        assertThat(find(ListItem.class, panel).all()).hasSize(50);

        test(find(Button.class, panel).withTestId("history-older").single()).click();

        assertThat(find(ListItem.class, panel).all()).hasSize(53);
        assertThat(find(Button.class, panel).withTestId("history-older").all()).isEmpty();
    }

    @Test
    void aPanelOfAMomentShowsWhatWasKnownThenAndSaysThatLaterIsLeftOut() {
        var first = record(product, null, "{\"days\":30}", "");
        record(product, null, "{\"days\":0}", "");
        record(agreement, product, "{}", "");
        var panel = panel();

        panel.knownAt(first.recordedAt());
        panel.showOwner(product);

        assertThat(find(ListItem.class, panel).all()).extracting(Shown::text).satisfiesExactly(text -> assertThat(text)
                .contains("days 30"));
        assertThat(Shown.text(panel))
                .contains("As known at %s. What was recorded later is left out."
                        .formatted(Formats.minute(first.recordedAt())))
                .contains("Entry " + Formats.count(first.logSeq()));
        panel.showObject(agreement);
        assertThat(Shown.text(panel)).contains("Nothing was recorded by then.");
    }

    @Test
    void footNamesTheEntryThatProvesItAndWhetherTheChainHolds() {
        var newest = record(product, null, "{\"days\":30}", "");
        var panel = panel();
        panel.showObject(product);
        var entry = "Entry " + Formats.count(newest.logSeq());
        assertThat(Shown.text(panel))
                .contains(entry + ", not checked yet", newest.sha256().substring(0, 4));

        check.run();
        panel.showObject(product);

        assertThat(Shown.text(panel)).contains(entry + ", chain unbroken");
    }

    @Test
    void aRemovedObjectAndOneWithoutHistorySaySo() {
        var panel = panel();
        panel.showObject(product);
        assertThat(Shown.text(panel)).contains("Nothing was recorded yet.");

        record(product, null, "{}", "");
        record(product, null, null, "No longer used");
        panel.showObject(product);

        assertThat(find(ListItem.class, panel).all())
                .extracting(Shown::text)
                .satisfiesExactly(
                        text -> assertThat(text).contains("Removed", "No longer used"),
                        text -> assertThat(text).contains("Nothing changed but when it holds"));
    }

    @Test
    void aFailureIsSaidInThePlaceOfTheHistoryWithAWayToRepeat() {
        record(product, null, "{\"days\":30}", "");
        var panel = panel();
        signInAs(Role.ADMIN);
        panel.showObject(product);
        assertThat(Shown.text(panel)).contains("The history could not be read. Nothing was changed.");

        signInAs(Role.LEGAL);
        test(find(Button.class, panel).withText("Try again").single()).click();

        assertThat(find(ListItem.class, panel).all()).hasSize(1);
    }

    private HistoryPanel panel() {
        var panel = new HistoryPanel(revisions, check, (revision, change) -> revision.kind() + " " + change.field());
        UI.getCurrent().add(panel);
        return panel;
    }

    private Revision record(UUID object, @Nullable UUID owner, @Nullable String json, String reason) {
        var kind = object.equals(agreement) ? "agreement" : "product";
        return new TransactionTemplate(transactions)
                .execute(status ->
                        revisions.record(new Statement(kind, object, owner, "Claude API", MARCH, null, json, reason)));
    }
}
