package io.outflow.imports.ui;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import io.outflow.As;
import io.outflow.FakeBeans;
import io.outflow.Shown;
import io.outflow.access.CurrentPerson;
import io.outflow.access.Names;
import io.outflow.access.Role;
import io.outflow.imports.Counts;
import io.outflow.imports.Imports.Incoming;
import io.outflow.imports.RunState;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@ViewPackages(classes = ImportListView.class)
class ImportListViewTest extends BrowserlessTest {
    private final FakeImports imports = new FakeImports();

    @TempDir
    Path folder;

    @Override
    protected Set<Class<?>> lookupServices() {
        return Set.of(FakeBeans.class);
    }

    @AfterEach
    void signOut() {
        As.nobody();
    }

    @Test
    void withoutRunsThePageSaysThatUseIsUnknownAndWhatToDo() {
        var view = open(Role.CISO);

        assertThat(Shown.text(view)).contains("No logs yet. Use is unknown. Drop CloudTrail files here.");
        assertThat(find(RunTable.class).all()).noneMatch(RunTable::isVisible);
    }

    @Test
    void whoMayNotImportSeesWhoMayAndNoPlaceToDrop() {
        imports.runs.add(FakeImports.run(1, RunState.DONE, Counts.ZERO));
        for (var role : List.of(Role.LEGAL, Role.AUDITOR)) {
            var view = open(role);

            assertThat(Shown.text(view)).contains("Logs are imported by people with the role Admin or CISO.", "Run 1");
            assertThat(find(Upload.class).all()).isEmpty();
        }
    }

    @Test
    void runsAreListedNewestFirstWithTheirSums() {
        imports.runs.add(FakeImports.run(2, RunState.CANCELLED, Counts.ZERO));
        imports.runs.add(FakeImports.run(1, RunState.DONE_WITH_QUARANTINE, new Counts(1_010, 1_000, 4, 5, 1)));

        open(Role.CISO);

        var rows = find(NativeTableRow.class, find(RunTable.class).single()).all();
        assertThat(Shown.text(rows.get(1))).startsWith("Run 2 Cancelled");
        assertThat(Shown.text(rows.get(2)))
                .isEqualTo("Run 1 Done with quarantine 22 Nov 2026, 09:12 UTC by sample.ciso in the browser "
                        + "2 1,010 1,000 4 5 1");
    }

    @Test
    void olderRunsComeOnDemand() {
        for (var id = 60; id >= 1; id--) {
            imports.runs.add(FakeImports.run(id, RunState.DONE, Counts.ZERO));
        }
        open(Role.CISO);
        assertThat(find(NativeTableRow.class).all()).hasSize(51);

        test(find(Button.class).withText("Show older runs").single()).click();

        assertThat(find(NativeTableRow.class).all()).hasSize(61);
        assertThat(find(Button.class).withText("Show older runs").all()).isEmpty();
    }

    @Test
    void aRunThatGoesOnChangesItsLineAndThePageStopsWatchingWhenItIsLeft() {
        imports.runs.add(FakeImports.run(1, RunState.RUNNING, Counts.ZERO));
        open(Role.CISO);
        assertThat(imports.listeners).hasSize(1);

        imports.goOn(FakeImports.run(1, RunState.DONE, new Counts(7, 7, 0, 0, 0)));
        roundTrip();

        assertThat(Shown.text(find(RunTable.class).single()))
                .contains("Run 1 Done")
                .contains("2 7 7 0 0 0");
        UI.getCurrent().navigate(ImportRunView.class, new RouteParameters("runId", "99"));
        assertThat(imports.listeners).isEmpty();
    }

    @Test
    void aDropOfManyFilesBecomesOneRunAndOpensIt() throws IOException {
        open(Role.CISO);

        test(find(Upload.class).single()).uploadAll(file("b.json", "{}"), file("a.json", "{}"));

        assertThat(imports.started).extracting(Incoming::name).containsExactly("a.json", "b.json");
        assertThat(imports.started).allMatch(Incoming::spooled);
        assertThat(find(H1.class).single().getText()).isEqualTo("Import run 1, reading");
    }

    @Test
    void aRefusedFileIsToldInWordsAndTheRestGoesOn() throws IOException {
        var view = open(Role.CISO);

        test(find(Upload.class).single()).uploadAll(file("empty.json", ""), file("good.json", "{}"));

        assertThat(imports.started).extracting(Incoming::name).containsExactly("good.json");
        assertThat(Shown.text(view))
                .contains("empty.json was not taken. It is empty and holds no records.")
                .contains("1 file came in. Progress: import run 1");
        assertThat(find(RouterLink.class).withText("import run 1").single().getHref())
                .isEqualTo("imports/1");
    }

    @Test
    void aRunThatDoesNotExistIsSaidAndLeadsBack() {
        FakeBeans.use(imports, new CurrentPerson(), mock(Names.class), Clock.systemUTC());
        As.role(Role.AUDITOR);

        UI.getCurrent().navigate(ImportRunView.class, new RouteParameters("runId", "99"));

        assertThat(find(H1.class).single().getText()).isEqualTo("There is no import run 99");
        assertThat(find(RouterLink.class).withText("All imports").single().getHref())
                .isEqualTo("imports");
    }

    @Test
    void thePageOfARunFollowsItAndStopsWhenItIsLeft() {
        imports.runs.add(FakeImports.run(1, RunState.RUNNING, Counts.ZERO));
        open(Role.AUDITOR);
        UI.getCurrent().navigate(ImportRunView.class, new RouteParameters("runId", "1"));

        imports.goOn(FakeImports.run(1, RunState.DONE, new Counts(7, 7, 0, 0, 0)));
        roundTrip();

        assertThat(find(H1.class).single().getText()).isEqualTo("Import run 1, done");
        assertThat(imports.listeners).hasSize(1);
        UI.getCurrent().navigate(ImportListView.class);
        assertThat(imports.listeners).isEmpty();
    }

    private ImportListView open(Role role) {
        As.role(role);
        FakeBeans.use(imports, new CurrentPerson(), mock(Names.class), Clock.systemUTC());
        UI.getCurrent().navigate(ImportListView.class);
        return find(ImportListView.class).single();
    }

    private File file(String name, String content) throws IOException {
        return Files.write(folder.resolve(name), content.getBytes(UTF_8)).toFile();
    }
}
