package io.outflow.imports.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import io.outflow.As;
import io.outflow.FakeBeans;
import io.outflow.Shown;
import io.outflow.access.CurrentPerson;
import io.outflow.access.Role;
import io.outflow.imports.SourceKind;
import io.outflow.imports.SourceLook;
import io.outflow.imports.SourceSettings.Problem;
import io.outflow.imports.SourceTest;
import io.outflow.usage.JoinedCalls;
import io.outflow.usage.LoggedCalls;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ViewPackages(classes = SourceListView.class)
class SourceListViewTest extends BrowserlessTest {
    private final FakeSources sources = new FakeSources();
    private final LoggedCalls calls = new LoggedCalls() {
        @Override
        public JoinedCalls between(java.time.Instant from, java.time.Instant to) {
            return new JoinedCalls(0, 0);
        }

        @Override
        public JoinedCalls ofRun(long runId) {
            return new JoinedCalls(0, 0);
        }

        @Override
        public JoinedCalls ofSource(long sourceId) {
            return new JoinedCalls(1_204, 1_190);
        }
    };

    @Override
    protected Set<Class<?>> lookupServices() {
        return Set.of(FakeBeans.class);
    }

    @BeforeEach
    void signIn() {
        As.role(Role.ADMIN);
        FakeBeans.use(sources, calls, new CurrentPerson());
    }

    @AfterEach
    void signOut() {
        As.nobody();
    }

    private SourceListView open(String picked) {
        UI.getCurrent()
                .navigate(
                        SourceListView.class,
                        picked.isEmpty() ? QueryParameters.empty() : QueryParameters.of("source", picked));
        return find(SourceListView.class).single();
    }

    @Test
    void withoutSourcesThePageSaysHowLogsComeOtherwise() {
        assertThat(Shown.text(open("")))
                .contains("No source is set up. Logs come only when somebody uploads them or runs ./outflow import.")
                .contains("stores no key");
        assertThat(find(RouterLink.class).withText("Add a source").single().getHref())
                .isEqualTo("settings/sources?source=new");
    }

    @Test
    void eachSourceIsListedWithHowItGoes() {
        sources.add("A trail", SourceKind.TRAIL_BUCKET, FakeSources.NOW.minus(Duration.ofMinutes(9)), null, false);
        sources.add("B trail", SourceKind.TRAIL_BUCKET, FakeSources.NOW.minus(Duration.ofDays(3)), null, false);
        sources.add("C history", SourceKind.LOOKUP_EVENTS, null, "No.", false);
        sources.add("D logs", SourceKind.INVOCATION_LOG_BUCKET, FakeSources.NOW.minus(Duration.ofDays(3)), null, true);

        open("");

        var rows = find(NativeTableRow.class).all().stream().map(Shown::text).toList();
        assertThat(rows.get(1))
                .isEqualTo(
                        "A trail CloudTrail log files in S3 Looked at 22 Nov 2026, 09:03 UTC 9 min 22 Nov 2026, 09:12 UTC");
        assertThat(rows.get(2)).contains("B trail", "Silent", "3 d");
        assertThat(rows.get(3)).contains("C history", "CloudTrail event history (no trail)", "Cannot be read");
        assertThat(rows.get(4)).contains("D logs", "Paused");
    }

    @Test
    void aSilentSourceSaysThatUseSinceThenIsUnknown() {
        sources.add("B trail", SourceKind.TRAIL_BUCKET, FakeSources.NOW.minus(Duration.ofDays(3)), null, false);

        assertThat(Shown.text(open("1")))
                .contains(
                        "No new log since 19 Nov 2026, 09:12 UTC. Either delivery stopped or nothing happened: use there "
                                + "since then is unknown.");
        var line = new SilentNote(sources, new CurrentPerson()).line().orElseThrow();
        assertThat(line.title()).isEqualTo("A source is silent");
        assertThat(line.text()).isEqualTo("B trail. Use there is unknown.");
    }

    @Test
    void aSourceIsRemovedWithAReason() {
        sources.add("A trail", SourceKind.TRAIL_BUCKET, FakeSources.NOW, null, false);
        open("1");

        test(find(Button.class).withTestId("source-remove").single()).click();
        test(find(Button.class).withTestId("source-remove-confirm").single()).click();
        assertThat(find(TextArea.class)
                        .withTestId("source-remove-reason")
                        .single()
                        .isInvalid())
                .isTrue();
        test(find(TextArea.class).withTestId("source-remove-reason").single()).setValue("The account was closed.");
        test(find(Button.class).withTestId("source-remove-confirm").single()).click();

        assertThat(sources.asked).contains("remove 1: The account was closed.");
        assertThat(Shown.text(find(SourceListView.class).single())).contains("No source is set up.");
    }

    @Test
    void whereNothingIsSilentNothingIsSaid() {
        sources.add("A trail", SourceKind.TRAIL_BUCKET, FakeSources.NOW, null, false);

        assertThat(new SilentNote(sources, new CurrentPerson()).line()).isEmpty();
    }

    @Test
    void aSourceThatCannotBeReadSaysWhyAndSinceWhen() {
        sources.add("A", SourceKind.TRAIL_BUCKET, FakeSources.NOW, "AWS does not let Outflow list it.", false);

        assertThat(Shown.text(open("1")))
                .contains("AWS does not let Outflow list it. Use there since 22 Nov 2026, 09:12 UTC is unknown.");
    }

    @Test
    void aNewSourceIsWrittenAndSaved() {
        open("new");
        test(field("Name")).setValue("Example trail");
        test(field("Region")).setValue("eu-central-1");
        test(field("Bucket")).setValue("example-logs");
        test(find(Button.class).withText("Save source").single()).click();

        assertThat(sources.asked).containsExactly("add Example trail");
        assertThat(Shown.text(find(SourceListView.class).single())).contains("Outflow takes its first look about");
    }

    @Test
    void whatIsWrongIsSaidAtItsField() {
        open("new");
        test(field("Name")).setValue("Example trail");
        test(field("Region")).setValue("Frankfurt");
        test(find(Button.class).withText("Save source").single()).click();

        assertThat(field("Region").getErrorMessage()).isEqualTo("Give a Region, such as eu-central-1.");
        assertThat(field("Bucket").isInvalid()).isTrue();
        assertThat(sources.asked).isEmpty();
    }

    @Test
    void aChangeThatSomebodyElseForestalledIsSaid() {
        sources.add("A trail", SourceKind.TRAIL_BUCKET, FakeSources.NOW, null, false);
        var view = open("1");
        sources.refused = List.of(new Problem("", "Somebody else changed this source since you opened it."));
        test(field("Name")).setValue("Another");
        test(find(Button.class).withText("Save source").single()).click();

        assertThat(Shown.text(view)).contains("Somebody else changed this source since you opened it.");
    }

    @Test
    void onlyTheFieldsOfAKindAreShown() {
        open("new");
        @SuppressWarnings("unchecked")
        Select<SourceKind> kind = find(Select.class).withLabel("What is read").single();
        kind.setValue(SourceKind.LOOKUP_EVENTS);

        assertThat(find(TextField.class).all())
                .extracting(TextField::getLabel)
                .containsExactly("Name", "Region", "Regions");
        assertThat(Shown.text(find(SourceListView.class).single())).contains("what it shows is a floor");
    }

    @Test
    void theConnectionIsTestedStepByStepAndThePolicyStandsBesideIt() {
        sources.add("A trail", SourceKind.TRAIL_BUCKET, FakeSources.NOW, null, false);
        var view = open("1");
        assertThat(find(Pre.class).all())
                .extracting(Pre::getText)
                .containsExactly("{\"Resource\": \"example-logs\"}", "{\"trust\": 1}");

        test(find(Button.class).withText("Test this connection").single()).click();
        assertThat(Shown.text(view)).contains("Asking AWS ...");
        sources.answer.complete(new SourceTest(List.of(
                new SourceTest.Finding(true, "Outflow reaches AWS as somebody."),
                new SourceTest.Finding(false, "It needs s3:ListBucket."))));
        roundTrip();
        assertThat(Shown.text(find(SourceListView.class).single()))
                .contains("works Outflow reaches AWS as somebody.", "missing It needs s3:ListBucket.");
    }

    @Test
    void lookingNowAndPausingAskForThisSource() {
        sources.add("A trail", SourceKind.TRAIL_BUCKET, FakeSources.NOW, null, false);
        sources.add("B trail", SourceKind.TRAIL_BUCKET, FakeSources.NOW, null, true);
        open("1");
        test(find(Button.class).withText("Look now").single()).click();
        test(find(Button.class).withText("Pause").single()).click();
        open("2");
        test(find(Button.class).withText("Resume").single()).click();

        assertThat(sources.asked).containsExactly("look 1", "pause 1", "resume 2");
    }

    @Test
    void theHistoryLeadsToRunsAndSaysWhatWentWrong() {
        sources.add("A trail", SourceKind.TRAIL_BUCKET, FakeSources.NOW, null, false);
        sources.looks.add(new SourceLook(
                2, "the schedule", FakeSources.NOW, FakeSources.NOW.plusSeconds(2), 0, 0, null, "The bucket is gone."));
        sources.looks.add(new SourceLook(1, "admin", FakeSources.NOW, FakeSources.NOW, 1_000, 12, 7L, null));

        assertThat(Shown.text(open("1")))
                .contains("22 Nov 2026, 09:12 UTC by the schedule The bucket is gone.")
                .contains("22 Nov 2026, 09:12 UTC by admin 12 new of 1,000 log files Run 7");
        assertThat(find(RouterLink.class).withText("Run 7").single().getHref()).isEqualTo("imports/7");
    }

    @Test
    void aSourceOfInvocationLogsTellsHowManyCallsHaveTheirRecord() {
        sources.add("Logs", SourceKind.INVOCATION_LOG_BUCKET, FakeSources.NOW, null, false);

        assertThat(Shown.text(open("1"))).contains("Of 1,204 logged calls 1,190 have their CloudTrail record.");
    }

    private TextField field(String label) {
        return find(TextField.class).withLabel(label).single();
    }
}
