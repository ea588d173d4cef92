package io.outflow.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.outflow.access.Role;
import io.outflow.sample.SampleLogs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** UC-56: the overview is one sheet of A4, whatever it has to say and however the window was. */
class UC56PrintTheOverviewIT {
    private static final String LEGAL = "Legal of contracts";
    private static final double POINTS = 72 / 25.4;

    @RegisterExtension
    @Order(1)
    static final OutflowServer SERVER = OutflowServer.withAdministrator();

    @RegisterExtension
    @Order(2)
    static final Browser BROWSER = new Browser(SERVER);

    @BeforeAll
    static void productsInUseAndAQuarterOfLogs(@TempDir Path folder) throws IOException {
        BROWSER.addPerson(LEGAL, Role.LEGAL);
        for (var product : List.of(
                "aws_bedrock_claude", "anthropic_claude_team", "anthropic_claude_enterprise", "anthropic_claude_api")) {
            SERVER.addFromCatalogue(product, LEGAL);
        }
        new SampleLogs(11, Instant.now(), 40, 60, false).writeTo(folder);
        List<Path> files;
        try (Stream<Path> found = Files.walk(folder)) {
            files = found.filter(Files::isRegularFile).toList();
        }
        var page = BROWSER.signedIn("imports");
        Browser.drop(page.locator("vaadin-upload"), files);
        assertThat(page.locator("main h1")).hasText(Pattern.compile("Import run 1, done"), Browser.aWhile());
        var gaps = BROWSER.signedIn("gaps");
        gaps.waitForCondition(() -> {
            gaps.reload();
            Browser.settled(gaps);
            return gaps.locator("main").textContent().contains("G-");
        });
    }

    @Test
    void itIsOneSheetWithEverySentenceTheAxisAndWhatChanged() throws IOException {
        for (var width : List.of(Browser.WIDE, Browser.NARROW)) {
            var page = BROWSER.signedIn("overview?days=365", width, ColorScheme.DARK);
            assertThat(page.locator(".overview .sent")).hasCount(6);
            assertThat(page.locator("time-axis svg.ch")).isVisible();

            var pdf = page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true).setPrintBackground(true));

            try (var sheets = Loader.loadPDF(pdf)) {
                assertThat(sheets.getNumberOfPages())
                        .as("sheets at %d px", width)
                        .isEqualTo(1);
                var box = sheets.getPage(0).getMediaBox();
                assertThat((double) box.getWidth()).isBetween(296 * POINTS, 298 * POINTS);
                assertThat((double) box.getHeight()).isBetween(209 * POINTS, 211 * POINTS);
                assertThat(new PDFTextStripper().getText(sheets))
                        .contains("Where contract and reality part", "Agreement and use, one axis", "Changed since")
                        .contains("no DPA was in force", "that nobody approved", "outside the agreed Regions")
                        .contains("not covered by a log", "due within 30 days")
                        .doesNotContain("One page", "Show as table");
            }
        }
    }
}
