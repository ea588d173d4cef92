package io.outflow.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.outflow.sample.BulkLogs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Files are dropped, the import is watched from several places, and every record is accounted for. */
class UC02ImportByUploadIT {
    private static final String CLAUDE = "anthropic.claude-sonnet-4-5-20250929-v1:0";

    @RegisterExtension
    @Order(1)
    static final OutflowServer SERVER = OutflowServer.withAdministrator();

    @RegisterExtension
    @Order(2)
    static final Browser BROWSER = new Browser(SERVER);

    /** Writes down every sum that a page shows, so that each can be checked, not the last one alone. */
    private static final String WATCH_SUMS = """
            () => {
              const sums = window.sums = [];
              const note = () => {
                const numbers = [...document.querySelectorAll('.eq .n')].map(n => +n.textContent.replaceAll(',', ''));
                if (numbers.length === 5) sums.push(numbers);
              };
              note();
              new MutationObserver(note).observe(document.body, {subtree: true, childList: true, characterData: true});
            }""";

    @TempDir
    Path folder;

    @Test
    void aLargeDropIsOneRunThatEveryTabFollowsAndThatCanBeCancelledAndResumed() throws IOException {
        var logs = new BulkLogs(7, MadeLogs.FIRST, Duration.ofDays(2), 30, 20_000, 0.02);
        logs.writeTo(folder);
        var page = BROWSER.signedIn("imports");

        Browser.drop(page.locator("vaadin-upload"), files());
        assertThat(title(page)).hasText(Pattern.compile("Import run [0-9]+, reading"), Browser.aWhile());
        var second = BROWSER.tabBeside(page);
        assertThat(title(second)).hasText(Pattern.compile("reading"));
        second.evaluate(WATCH_SUMS);

        page.getByRole(AriaRole.BUTTON, button("Cancel run")).click();
        assertThat(title(page)).hasText(Pattern.compile("cancelled"), Browser.aWhile());
        assertThat(title(second)).hasText(Pattern.compile("cancelled"), Browser.aWhile());
        page.reload();
        assertThat(title(page)).hasText(Pattern.compile("cancelled"));

        page.getByRole(AriaRole.BUTTON, button("Resume")).click();
        assertThat(title(second)).hasText(Pattern.compile("done"), Browser.aWhile());
        assertThat(title(page)).hasText(Pattern.compile("done"), Browser.aWhile());

        assertThat(sum(second).getFirst()).isEqualTo(logs.records());
        assertThat(sum(page)).isEqualTo(sum(second));
        var sums = (List<?>) second.evaluate("() => window.sums");
        assertThat(sums).hasSizeGreaterThan(2).allSatisfy(UC02ImportByUploadIT::addsUp);
        assertThat(page.getByText("See usage")).isVisible();

        var run = title(page).textContent().replaceAll("[^0-9]", "");
        page.navigate(SERVER.address("imports"));
        assertThat(page.locator("table.runs tbody tr").filter(holding("Run " + run)))
                .containsText("600,000");
    }

    @Test
    void quarantinedRecordsSayWhyAndWhereAndCanBeTakenAway() throws IOException {
        var good = new MadeLogs()
                .calls(30, "ida@example.com", "claims-analyst", CLAUDE)
                .other(12);
        good.writeTo(folder.resolve("good.json.gz"));
        new MadeLogs()
                .calls(1, "ida@example.com", "claims-analyst", CLAUDE)
                .contradictionOfTheFirstCall("ida@example.com", "claims-analyst", CLAUDE)
                .withoutTime()
                .writeTo(folder.resolve("odd.json.gz"));
        Files.createFile(folder.resolve("empty.json"));
        var page = BROWSER.signedIn("imports");

        Browser.drop(page.locator("vaadin-upload"), files());
        assertThat(page.locator(".refusals"))
                .containsText("empty.json was not taken. It is empty and holds no records.");
        page.locator(".upload-outcome a").click();
        assertThat(title(page)).hasText(Pattern.compile("done with quarantine"), Browser.aWhile());

        assertThat(sum(page))
                .satisfies(UC02ImportByUploadIT::addsUp)
                .startsWith(45L)
                .endsWith(2L);
        page.getByText("odd.json.gz").first().click();
        assertThat(page).hasURL(Pattern.compile("file=[0-9]+"));
        var panel = page.locator("aside");
        assertThat(panel).containsText("1 of 2");
        assertThat(panel).containsText("Prompt and answer text is never stored, here neither.");
        panel.getByText("Next record").click();
        assertThat(panel).containsText("2 of 2");
        assertThat(page).hasURL(Pattern.compile("record=2"));

        var csv = page.waitForDownload(() -> page.getByTestId("quarantine-csv").click());
        assertThat(Files.readString(csv.path()).lines()).hasSize(3).anyMatch(line -> line.contains("CONFLICT"));
        var json =
                page.waitForDownload(() -> page.getByTestId("quarantine-json").click());
        assertThat(Files.readString(json.path())).startsWith("{").contains("\"reason\":\"CONFLICT\"");

        page.reload();
        assertThat(panel).containsText("2 of 2");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static List<Long> sum(Page page) {
        return page.locator(".eq .n").allTextContents().stream()
                .map(text -> Long.parseLong(text.replace(",", "")))
                .toList();
    }

    private static void addsUp(Object numbers) {
        var list =
                ((List<?>) numbers).stream().map(n -> ((Number) n).longValue()).toList();
        assertThat(list.getFirst())
                .as("read of %s", list)
                .isEqualTo(list.stream().skip(1).mapToLong(Long::longValue).sum());
    }

    private static Locator title(Page page) {
        return page.locator("main h1");
    }

    private static Locator.FilterOptions holding(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private static Page.GetByRoleOptions button(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
