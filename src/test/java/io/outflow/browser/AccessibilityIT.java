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
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every screen, with data in it, has no violation that axe knows and fits its width: in light and dark, wide and narrow. */
class AccessibilityIT {
    private static final List<String> SCREENS = List.of(
            "overview",
            "gaps",
            "gaps?state=any&group=kind",
            "gaps/1",
            "gaps/2",
            "settings/gap-kinds?kind=AGREEMENT",
            "approvals",
            "usage",
            "usage?flow=table",
            "usage/calls",
            "imports",
            "imports/1",
            "imports/99",
            "settings/rules",
            "settings/rules?rule=new",
            "settings/classes?class=PERSONAL",
            "settings/people",
            "settings/sources",
            "settings/sources?source=new",
            "settings/tokens",
            "settings/mail",
            "coverage",
            "coverage?view=table",
            "evidence/keys",
            "change-log",
            "change-log?entry=1",
            "vendors",
            "vendors?asOf=2020-01-01T00:00:00Z&known=then",
            "due",
            "due?view=calendar",
            "applications",
            "catalogue",
            "catalogue/aws_bedrock_claude",
            "advisor?class=PERSONAL",
            "no-such-page");

    private static final String LEGAL = "Legal";
    private static final List<String> REGISTER = new ArrayList<>();

    @RegisterExtension
    @Order(1)
    static final OutflowServer SERVER = OutflowServer.withAdministrator();

    @RegisterExtension
    @Order(2)
    static final Browser BROWSER = new Browser(SERVER);

    @BeforeAll
    static void fillTheRegister() {
        BROWSER.addPerson(LEGAL, Role.LEGAL);
        var product = SERVER.addFromCatalogue("aws_bedrock_claude", LEGAL);
        var application = SERVER.addFromCatalogue("example_pipeline", LEGAL);
        var other = SERVER.addFromCatalogue("anthropic_claude_api", LEGAL);
        REGISTER.addAll(List.of(
                product.page(),
                product.page() + "?history=open",
                product.page() + "?asOf=2020-01-01T00:00:00Z&known=then",
                "vendors/" + product.owner(),
                application.page(),
                "compare?product=" + product.id(),
                "compare?product=%s&product=%s&facts=all".formatted(product.id(), other.id())));
    }

    @BeforeAll
    static void importLogs(@TempDir Path folder) throws IOException {
        new SampleLogs(11, Instant.parse("2026-11-20T12:00:00Z"), 7, 60, true).writeTo(folder);
        List<Path> files;
        try (Stream<Path> found = Files.walk(folder)) {
            files = found.filter(Files::isRegularFile).toList();
        }
        var page = BROWSER.signedIn("imports");
        Browser.drop(page.locator("vaadin-upload"), files);
        assertThat(page.locator("main h1")).hasText(Pattern.compile("Import run 1, done"), Browser.aWhile());
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 1440", "DARK, 1440", "LIGHT, 420", "DARK, 420"})
    void noScreenViolatesARuleOfAxe(ColorScheme scheme, int width) {
        var violations = new ArrayList<String>();
        var page = BROWSER.open("login", width, scheme);
        assertThat(page.getByLabel("Password")).isVisible();
        violations.addAll(violations(page, "login"));
        BROWSER.signIn(page, "admin", OutflowServer.PASSWORD);
        for (var screen : Stream.concat(SCREENS.stream(), REGISTER.stream()).toList()) {
            page.navigate(SERVER.address(screen));
            assertThat(page.locator("main h1").first()).isAttached();
            Browser.settled(page);
            violations.addAll(violations(page, screen));
        }
        page.navigate(SERVER.address("usage/calls"));
        page.getByTestId("calls").locator("a").first().click();
        assertThat(page.locator("main h1")).isVisible();
        assertThat(page).hasURL(Pattern.compile("/usage/call/"));
        Browser.settled(page);
        violations.addAll(violations(page, "a call"));

        assertThat(violations).isEmpty();
    }

    private static List<String> violations(Page page, String screen) {
        return Stream.concat(Browser.accessibilityViolations(page).stream(), Browser.overflow(page).stream())
                .map(violation -> screen + ": " + violation)
                .toList();
    }
}
