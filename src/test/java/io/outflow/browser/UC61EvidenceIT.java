package io.outflow.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.outflow.access.Role;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** UC-61: in a browser a package is made, downloaded and verified; one that was changed is told of in words. */
class UC61EvidenceIT {

    private static final String LEGAL = "Legal";

    @RegisterExtension
    @Order(1)
    static final OutflowServer SERVER = OutflowServer.withAdministrator();

    @RegisterExtension
    @Order(2)
    static final Browser BROWSER = new Browser(SERVER);

    @TempDir
    Path folder;

    @BeforeAll
    static void fillTheRegister() {
        BROWSER.addPerson(LEGAL, Role.LEGAL);
        SERVER.addFromCatalogue("aws_bedrock_claude", LEGAL);
    }

    @Test
    void aPackageIsMadeDownloadedVerifiedAndATamperedOneIsFound() throws IOException {
        var page = BROWSER.signedInAs(LEGAL, "evidence");
        assertThat(page.getByText("No package was made yet.")).isVisible();
        page.locator("#evidence-new").click();
        page.getByTestId("evidence-title").locator("input").fill("Browser audit");
        page.getByTestId("evidence-next").click();
        assertThat(page.getByTestId("evidence-from")).isVisible();
        page.getByTestId("evidence-next").click();
        page.getByTestId("framework-ISO_27001").locator("input").click();
        assertThat(page.locator(".steps")).containsText("ISO/IEC 27001:2022");
        page.getByTestId("evidence-next").click();
        assertThat(page.getByTestId("evidence-named")).isVisible();
        page.getByTestId("evidence-next").click();
        assertThat(page.locator("main h1")).hasText("Evidence package 1", Browser.aWhile());
        assertThat(page.locator(".verdict")).containsText("Complete and unchanged:");

        var archive = download(page, "first.zip");
        assertThat(Files.readAllBytes(download(page, "second.zip"))).isEqualTo(Files.readAllBytes(archive));
        verify(page, archive);
        assertThat(page.locator(".verdict")).containsText("Complete and unchanged:");

        try (var files = FileSystems.newFileSystem(archive)) {
            var top = Files.list(files.getPath("/")).findFirst().orElseThrow();
            Files.writeString(top.resolve("data/records/products.jsonl"), "{}\n", StandardOpenOption.APPEND);
        }
        verify(page, archive);
        assertThat(page.locator(".verdict")).containsText("Not as it was made:");
        assertThat(page.locator("main")).containsText("data/records/products.jsonl was changed");
        noScreenViolatesARuleOfAxe();
    }

    /** With the package of the test above on them. */
    private static void noScreenViolatesARuleOfAxe() {
        var violations = new ArrayList<String>();
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (var width : List.of(Browser.WIDE, Browser.NARROW)) {
                var page = BROWSER.open("login", width, scheme);
                BROWSER.signIn(page, LEGAL, OutflowServer.PASSWORD);
                for (var screen : List.of(
                        "evidence",
                        "evidence/new",
                        "evidence/new?step=2",
                        "evidence/new?step=3&framework=GDPR&framework=EU_AI_ACT",
                        "evidence/new?step=4",
                        "evidence/package/1",
                        "evidence/package/99",
                        "evidence/verify",
                        "evidence/keys")) {
                    page.navigate(SERVER.address(screen));
                    assertThat(page.locator("main h1").first()).isAttached();
                    Browser.settled(page);
                    Browser.accessibilityViolations(page).forEach(one -> violations.add(screen + ": " + one));
                    Browser.overflow(page).forEach(one -> violations.add(screen + " " + width + ": " + one));
                }
            }
        }

        assertThat(violations).isEmpty();
    }

    private Path download(Page page, String name) {
        var download =
                page.waitForDownload(() -> page.getByTestId("evidence-download").click());
        assertThat(download.suggestedFilename()).matches(Pattern.compile("evidence-\\d{8}T\\d{6}Z-1\\.zip"));
        var file = folder.resolve(name);
        download.saveAs(file);
        return file;
    }

    private static void verify(Page page, Path archive) {
        page.navigate(SERVER.address("evidence/verify"));
        Browser.drop(page.locator("vaadin-upload"), List.of(archive));
        Locator verdict = page.locator(".verdict");
        assertThat(verdict).isVisible();
    }
}
