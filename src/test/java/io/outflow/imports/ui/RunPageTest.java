package io.outflow.imports.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.RouterLink;
import io.outflow.Shown;
import io.outflow.imports.Counts;
import io.outflow.imports.FileState;
import io.outflow.imports.ImportRun;
import io.outflow.imports.RunState;
import io.outflow.trail.BadRecord.Reason;
import io.outflow.trail.SkipReason;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

@ViewPackages(classes = ImportRunView.class)
class RunPageTest extends BrowserlessTest {
    private static final Counts SOME = new Counts(2_705_004, 36_023, 7_111, 2_661_655, 215);

    private final FakeImports imports = new FakeImports();
    private Instant now = FakeImports.START;
    private final InstantSource clock = () -> now;
    private RunPage page;

    @Test
    void aRunThatIsReadShowsItsSumItsShareAndWhoStartedIt() {
        open(FakeImports.run(318, RunState.RUNNING, SOME));

        assertThat(find(H1.class).single().getText()).isEqualTo("Import run 318, reading");
        assertThat(text(page))
                .contains("Started 22 Nov 2026, 09:12 UTC by sample.ciso in the browser. 1 of 2 files.")
                .contains("You may close this page.")
                .contains("2,705,004", "36,023", "7,111", "2,661,655", "215")
                .contains("Adds up, to the record")
                .contains("83 % of 2.00");
        assertThat(find(ProgressBar.class).all().getFirst().getValue()).isEqualTo(0.83);
    }

    @Test
    void progressChangesNumbersInPlaceAndSaysHowFastItGoes() {
        imports.files.add(FakeImports.file(1, "a.json.gz", FileState.READING, null, new Counts(10, 10, 0, 0, 0)));
        open(FakeImports.run(318, RunState.RUNNING, Counts.ZERO));
        var row = find(FileRow.class).single();

        now = now.plus(Duration.ofSeconds(2));
        imports.files.set(
                0, FakeImports.file(1, "a.json.gz", FileState.READING, null, new Counts(400_000, 0, 0, 400_000, 0)));
        page.show(FakeImports.run(318, RunState.RUNNING, new Counts(400_000, 0, 0, 400_000, 0)));

        assertThat(find(FileRow.class).single()).isSameAs(row);
        assertThat(text(row)).contains("Reading, 62 %", "400,000");
        assertThat(text(page)).contains("200,000 records a second");
    }

    @Test
    void filesAreReadAtMostOnceASecondWhileTotalsFollowAtOnce() {
        open(FakeImports.run(318, RunState.RUNNING, Counts.ZERO));
        imports.files.add(FakeImports.file(1, "late.json", FileState.READING, null, Counts.ZERO));

        now = now.plusMillis(250);
        page.show(FakeImports.run(318, RunState.RUNNING, new Counts(5, 5, 0, 0, 0)));
        assertThat(text(page)).contains("5").doesNotContain("late.json");

        now = now.plusMillis(750);
        page.show(FakeImports.run(318, RunState.RUNNING, new Counts(6, 6, 0, 0, 0)));
        assertThat(text(page)).contains("late.json");
    }

    @Test
    void aFileThatWasSetAsideIsAdmittedWithAReasonAlone() {
        imports.files.add(
                FakeImports.file(7, "changed.json.gz", FileState.SET_ASIDE, "This log file was changed.", Counts.ZERO));
        imports.files.add(FakeImports.file(8, "good.json.gz", FileState.DONE, null, Counts.ZERO));
        open(FakeImports.run(318, RunState.DONE_WITH_QUARANTINE, Counts.ZERO));

        test(find(Button.class).withText("Admit with a reason").single()).click();
        test(find(Button.class).withText("Admit").single()).click();
        assertThat(imports.asked).isEmpty();
        assertThat(find(TextArea.class).single().isInvalid()).isTrue();

        test(find(TextArea.class).single()).setValue("Packed anew by our archive.");
        test(find(Button.class).withText("Admit").single()).click();
        assertThat(imports.asked).containsExactly("admit 7 Packed anew by our archive.");

        imports.files.set(0, FakeImports.file(7, "changed.json.gz", FileState.READING, null, Counts.ZERO));
        page.show(FakeImports.run(318, RunState.DONE, Counts.ZERO));
        assertThat(find(Button.class).withText("Admit with a reason").all()).isEmpty();
    }

    @Test
    void aFinishedRunLeadsToTheUsageAndOffersNoCancel() {
        open(FakeImports.run(318, RunState.DONE, new Counts(1_000, 1_000, 0, 0, 0)));

        assertThat(find(H1.class).single().getText()).isEqualTo("Import run 318, done");
        assertThat(find(Anchor.class).withText("See usage").single().getHref()).isEqualTo("usage");
        assertThat(find(Button.class).withText("Cancel run").all()).isEmpty();
        assertThat(text(page))
                .contains("It took 10 s.")
                .contains("100 records a second on average")
                .contains("Nothing was set aside. Every record that was read is accounted for.");
    }

    @Test
    void cancelAndResumeAskForTheRun() {
        open(FakeImports.run(318, RunState.RUNNING, Counts.ZERO));
        test(find(Button.class).withText("Cancel run").single()).click();

        page.show(FakeImports.run(318, RunState.CANCELLED, Counts.ZERO));
        test(find(Button.class).withText("Resume").single()).click();

        assertThat(imports.asked).containsExactly("cancel 318", "resume 318");
        assertThat(text(page)).contains("What went in stays. Resume goes on where it stopped.");
    }

    @Test
    void whoMayNotImportMayNotCancelOrResume() {
        open(FakeImports.run(318, RunState.RUNNING, Counts.ZERO), RunAddress.START, false, false);
        assertThat(find(Button.class).withText("Cancel run").all()).isEmpty();

        page.show(FakeImports.run(318, RunState.CANCELLED, Counts.ZERO));
        assertThat(find(Button.class).withText("Resume").all()).isEmpty();
    }

    @Test
    void aRunThatFailedSaysWhy() {
        imports.files.add(FakeImports.file(
                1, "photo.png", FileState.FAILED, "The file holds nothing that Outflow knows.", Counts.ZERO));

        open(FakeImports.run(318, RunState.FAILED, Counts.ZERO));

        assertThat(text(page))
                .contains("No file of this run could be read.")
                .contains("The file holds nothing that Outflow knows.");
        assertThat(find(Anchor.class).withText("See usage").all()).isEmpty();
    }

    @Test
    void aRunWithAFailedFileAmongGoodOnesSaysSo() {
        open(FakeImports.run(318, RunState.DONE_WITH_QUARANTINE, new Counts(3, 3, 0, 0, 0)));

        assertThat(find(H1.class).single().getText()).isEqualTo("Import run 318, done, some files could not be read");
    }

    @Test
    void skippedRecordsAreToldByReasonMostFrequentFirst() {
        imports.skipped.put(SkipReason.INSIGHT, 3L);
        imports.skipped.put(SkipReason.OTHER_SERVICE, 2_661_652L);

        open(FakeImports.run(318, RunState.DONE, SOME));

        var rows = find(NativeTable.class, find(SkippedList.class).single())
                .single()
                .getBody()
                .getRows();
        assertThat(rows)
                .extracting(RunPageTest::text)
                .containsExactly(
                        SkipReason.OTHER_SERVICE.sentence() + " 2,661,652", SkipReason.INSIGHT.sentence() + " 3");
    }

    @Test
    void reasonsAreCountedOnWhileTheRunGoesOn() {
        imports.skipped.put(SkipReason.INSIGHT, 3L);
        open(FakeImports.run(318, RunState.RUNNING, SOME));

        imports.skipped.put(SkipReason.INSIGHT, 4L);
        page.show(FakeImports.run(318, RunState.DONE, SOME));

        assertThat(text(find(SkippedList.class).single()))
                .isEqualTo("Skipped by reason read well, and not kept Reason Records " + SkipReason.INSIGHT.sentence()
                        + " 4");
    }

    @Test
    void manyFilesOfOneStateAreOneLineThatOpensThem() {
        for (var id = 1; id <= 30; id++) {
            imports.files.add(FakeImports.file(id, "f" + id, FileState.DONE, null, new Counts(2, 1, 0, 1, 0)));
        }

        open(FakeImports.run(318, RunState.DONE, SOME));

        assertThat(text(find(FileRow.class).single())).isEqualTo("30 files, done 60 30 0 30 0");
        assertThat(find(RouterLink.class).withText("30 files, done").single().getHref())
                .isEqualTo("imports/318?state=done");
        assertThat(text(page)).contains("None of 30 stand out; the rest in one line a state");
    }

    @Test
    void theFilterListsOneStateAndSaysWhenThereIsNone() {
        imports.files.add(FakeImports.file(1, "good.json", FileState.DONE, null, Counts.ZERO));

        open(FakeImports.run(318, RunState.DONE, SOME), RunAddress.START.withState(FileState.FAILED), true, true);

        assertThat(find(Select.class).withTestId("file-state").single().getValue())
                .isEqualTo(FileState.FAILED);
        assertThat(find(FileRow.class).all()).isEmpty();
        assertThat(text(page)).contains("No file of this run is in this state.");
    }

    @Test
    void theFileThatIsPickedIsMarkedAndItsRecordsAreShown() {
        imports.files.addAll(List.of(
                FakeImports.file(1, "one.json", FileState.DONE_WITH_QUARANTINE, null, new Counts(1, 0, 0, 0, 1)),
                FakeImports.file(2, "two.json", FileState.DONE_WITH_QUARANTINE, null, new Counts(2, 0, 0, 0, 2))));
        imports.quarantined.addAll(List.of(
                FakeImports.conflict(1, 1, "one.json", "eventName"),
                FakeImports.conflict(2, 2, "two.json", "awsRegion"),
                FakeImports.conflict(3, 2, "two.json", "errorCode")));

        open(
                FakeImports.run(318, RunState.DONE_WITH_QUARANTINE, SOME),
                RunAddress.START.withFile(2L).withRecord(2),
                true,
                true);

        var panel = find(QuarantinePanel.class).single();
        assertThat(text(panel))
                .contains("2 of 2")
                .contains("record 11,482, byte 9,440,127")
                .contains("errorCode")
                .contains("Prompt and answer text is never stored, here neither.")
                .doesNotContain("awsRegion");
        var previous = find(RouterLink.class, panel).withText("Previous record").single();
        assertThat(previous.getHref()).isEqualTo("imports/318?file=2");
        assertThat(find(FileRow.class).all().get(1).getElement().getAttribute("aria-current"))
                .isEqualTo("true");
    }

    @Test
    void aHeadingSortsTheFilesThenTheWayRoundThenAsAtTheStart() {
        imports.files.addAll(List.of(
                FakeImports.file(1, "b.json", FileState.DONE, null, new Counts(5, 5, 0, 0, 0)),
                FakeImports.file(2, "a.json", FileState.FAILED, null, Counts.ZERO),
                FakeImports.file(3, "c.json", FileState.DONE, null, new Counts(9, 9, 0, 0, 0))));
        open(FakeImports.run(318, RunState.DONE_WITH_QUARANTINE, SOME));
        assertThat(names()).containsExactly("a.json", "b.json", "c.json");

        var heading = find(RouterLink.class).withText("Read").single();
        assertThat(heading.getHref()).isEqualTo("imports/318?sort=-read");
        page.show(run318(), sorted("-read"));
        assertThat(names()).containsExactly("c.json", "b.json", "a.json");
        assertThat(heading.getElement().getParent().getAttribute("aria-sort")).isEqualTo("descending");
        assertThat(heading.getHref()).isEqualTo("imports/318?sort=read");

        page.show(run318(), sorted("read"));
        assertThat(names()).containsExactly("a.json", "b.json", "c.json");
        assertThat(heading.getHref()).isEqualTo("imports/318");
        assertThat(find(RouterLink.class).withText("File").single().getHref()).isEqualTo("imports/318?sort=file");
    }

    @Test
    void sortedFilesAreListedOneByOneThoughTheyAreMany() {
        for (var id = 1; id <= 30; id++) {
            imports.files.add(FakeImports.file(id, "f" + id, FileState.DONE, null, new Counts(id, 0, 0, id, 0)));
        }
        open(run318());
        assertThat(names()).hasSize(1);

        page.show(run318(), sorted("-skipped"));

        assertThat(names()).hasSize(30).startsWith("f30", "f29");
    }

    @Test
    void theFilesAreTakenAwayAsTheyAreListed() {
        imports.files.addAll(List.of(
                FakeImports.file(1, "=b.json", FileState.DONE, null, new Counts(5, 4, 1, 0, 0)),
                FakeImports.file(2, "a.json", FileState.FAILED, "It is empty.", Counts.ZERO),
                FakeImports.file(3, "c.json", FileState.DONE, null, new Counts(9, 9, 0, 0, 0))));
        open(run318(), sorted("-read").withState(FileState.DONE), true, true);

        assertThat(download("files-csv").lines())
                .containsExactly(
                        "number,file,state,reason,bytes,read,inserted,duplicate,skipped,quarantined",
                        "3,c.json,DONE,,1000000,9,9,0,0,0",
                        "1,'=b.json,DONE,,1000000,5,4,1,0,0");
    }

    @Test
    void recordsSetAsideAreChosenByReasonAndTakenAwayAsChosen() {
        imports.quarantined.addAll(List.of(
                FakeImports.conflict(1, 1, "one.json", "eventName"),
                FakeImports.aside(2, 1, "one.json", Reason.NO_TIME),
                FakeImports.aside(3, 2, "two.json", Reason.NO_TIME)));

        open(run318(), RunAddress.START.withReason(Reason.NO_TIME).withRecord(2), true, true);

        var panel = find(QuarantinePanel.class).single();
        assertThat(text(panel)).contains("2 of 2", "No time, 2", "two.json").doesNotContain("one.json");
        assertThat(find(Select.class).withTestId("quarantine-reason").single().getValue())
                .isEqualTo(Reason.NO_TIME);
        assertThat(find(RouterLink.class, panel)
                        .withText("Previous record")
                        .single()
                        .getHref())
                .isEqualTo("imports/318?reason=no_time");
        assertThat(download("quarantine-csv").lines()).hasSize(3).noneMatch(line -> line.contains("CONFLICT"));

        page.show(run318(), RunAddress.START.withReason(Reason.TOO_DEEP));
        assertThat(text(panel)).contains("Nothing was set aside for this reason. Choose another one.");
    }

    @Test
    void aConflictLeadsToTheRecordThatIsStored() {
        imports.quarantined.add(FakeImports.conflict(1, 1, "one.json", "eventName"));

        open(run318());

        assertThat(text(find(QuarantinePanel.class).single())).contains("Stored one record 7 of first.json of run 12");
        assertThat(find(RouterLink.class)
                        .withText("first.json of run 12")
                        .single()
                        .getHref())
                .isEqualTo("imports/12?file=88");
    }

    private static RunAddress sorted(String text) {
        return RunAddress.START.withSort(FileSort.of(text).orElseThrow());
    }

    private static ImportRun run318() {
        return FakeImports.run(318, RunState.DONE_WITH_QUARANTINE, SOME);
    }

    private List<String> names() {
        return find(FileRow.class).all().stream()
                .map(row -> find(RouterLink.class, row).single().getText())
                .toList();
    }

    private String download(String testId) {
        var out = new ByteArrayOutputStream();
        test(find(Anchor.class).withTestId(testId).single()).download(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void namesInARecordAreHiddenFromWhoMayNotSeeThem() {
        imports.quarantined.add(FakeImports.conflict(1, 1, "one.json", "userIdentity.arn"));

        open(FakeImports.run(318, RunState.DONE_WITH_QUARANTINE, SOME), RunAddress.START, true, false);

        assertThat(text(page))
                .contains("userIdentity.arn", RecordText.HIDDEN, "The text of a record may name people.")
                .doesNotContain("sample.person");
    }

    @Test
    void namesInARecordAreShownToWhoSeesNames() {
        imports.quarantined.add(FakeImports.conflict(1, 1, "one.json", "userIdentity.arn"));

        open(FakeImports.run(318, RunState.DONE_WITH_QUARANTINE, SOME), RunAddress.START, true, true);

        assertThat(text(page)).contains("before", "after", "sample.person").doesNotContain(RecordText.HIDDEN);
    }

    private void open(ImportRun run) {
        open(run, RunAddress.START, true, true);
    }

    private void open(ImportRun run, RunAddress address, boolean mayImport, boolean names) {
        imports.runs.add(run);
        page = new RunPage(imports, clock.withZone(ZoneOffset.UTC), run, new RecordText(names), mayImport);
        UI.getCurrent().add(page);
        page.show(run, address);
    }

    private static String text(Component component) {
        return Shown.text(component);
    }
}
