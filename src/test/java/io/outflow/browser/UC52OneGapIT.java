package io.outflow.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.outflow.browser.Forms.button;
import static io.outflow.browser.Forms.choose;
import static io.outflow.browser.Forms.day;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.outflow.access.Role;
import io.outflow.base.Formats;
import io.outflow.sample.SampleLogs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The way of the lawyer and the CISO through one gap: from the sentence to the record, to the clause, to its acceptance. */
class UC52OneGapIT {
    private static final String LEGAL = "Legal of contracts";
    private static final String CLAUSE = "DPA of 2025, section 12";
    private static final Pattern GAP = Pattern.compile("Open gap G-\\d+");

    @RegisterExtension
    @Order(1)
    static final OutflowServer SERVER = OutflowServer.withAdministrator();

    @RegisterExtension
    @Order(2)
    static final Browser BROWSER = new Browser(SERVER);

    @BeforeAll
    static void aProductInUseAndALawyer(@TempDir Path folder) throws IOException {
        BROWSER.addPerson(LEGAL, Role.LEGAL);
        SERVER.addFromCatalogue("aws_bedrock_claude", LEGAL);
        new SampleLogs(11, Instant.now(), 7, 60, false).writeTo(folder);
        List<Path> files;
        try (Stream<Path> found = Files.walk(folder)) {
            files = found.filter(Files::isRegularFile).toList();
        }
        var page = BROWSER.signedIn("imports");
        Browser.drop(page.locator("vaadin-upload"), files);
        assertThat(page.locator("main h1")).hasText(Pattern.compile("Import run 1, done"), Browser.aWhile());
    }

    @Test
    void fromTheSentenceToRecordClauseAndAcceptanceAndAChangedDateMovesTheGap() {
        // An agreement that ended three days ago: what ran since then is a gap.
        var today = LocalDate.now(ZoneOffset.UTC);
        var legal = BROWSER.signedInAs(LEGAL, "vendors");
        legal.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Claude on Amazon Bedrock"))
                .first()
                .click();
        button(legal, "Add: agreement").click();
        var form = legal.locator("vaadin-dialog.entry-dialog");
        choose(legal, form, "Type", "DPA");
        choose(legal, form, "State", "Signed");
        day(form, "In force from, day", today.minusDays(300));
        day(form, "In force until, day", today.minusDays(3));
        form.getByLabel("Source").fill(CLAUSE);
        form.getByTestId("entry-reason").locator("textarea").fill("Signed by both");
        form.getByTestId("entry-save-confirm").click();
        assertThat(form).hasCount(0);

        // The sentence of the overview.
        var ciso = BROWSER.signedIn("overview");
        var statement = ciso.getByTestId("statement-agreement");
        assertThat(statement).containsText("no DPA was in force");
        reloadUntil(ciso, statement.getByRole(AriaRole.LINK), GAP);
        assertThat(statement.locator(".n")).hasText(Pattern.compile("[1-9][0-9,]*"));
        statement.getByRole(AriaRole.LINK).click();

        // The gap, a record of it, and back.
        assertThat(ciso.locator("main h1")).containsText("ran while no DPA was in force for Claude on Amazon Bedrock");
        var address = ciso.url();
        var number = ciso.locator("main h1 .num").textContent();
        ciso.locator(".first-last a").first().click();
        assertThat(ciso).hasURL(Pattern.compile("/usage/call/"));
        assertThat(ciso.locator("main")).containsText("What the records say");
        ciso.navigate(address);

        // The clause, on the page of the product, beside what was seen.
        ciso.locator(".clause", new Page.LocatorOptions().setHasText(CLAUSE))
                .locator("a")
                .click();
        assertThat(ciso).hasURL(Pattern.compile("/products/.*fact="));
        assertThat(ciso.locator(".fact.picked")).containsText(CLAUSE);
        assertThat(ciso.locator("main")).containsText("What we saw");
        ciso.navigate(address);

        // The acceptance, with a day and a reason.
        ciso.getByLabel("Accept", new Page.GetByLabelOptions().setExact(false))
                .first()
                .check();
        ciso.getByTestId("gap-why").locator("textarea").fill("Renewal is signed, the letter follows");
        day(ciso.locator(".handling"), "Accepted until", today.plusDays(30));
        ciso.getByTestId("gap-decide").click();
        assertThat(ciso.locator(".handling")).containsText("Accepted until " + Formats.day(today.plusDays(30)));
        assertThat(ciso.locator(".gap-history")).containsText("Renewal is signed");

        // A later end makes the gap smaller.
        legal.locator(".fact", new Page.LocatorOptions().setHasText(CLAUSE))
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^Edit: ")))
                .click();
        day(form, "In force until, day", today.minusDays(1));
        form.getByTestId("entry-reason").locator("textarea").fill("The end was typed wrongly");
        form.getByTestId("entry-save-confirm").click();
        assertThat(form).hasCount(0);
        ciso.waitForCondition(() -> {
            ciso.navigate(address);
            assertThat(ciso.locator("main h1 .num")).isVisible();
            return !ciso.locator("main h1 .num").textContent().equals(number);
        });
        assertThat(ciso.locator(".handling")).containsText("Accepted until");
    }

    /** Gaps are looked for on a thread of its own. */
    private static void reloadUntil(Page page, Locator link, Pattern text) {
        page.waitForCondition(() -> {
            page.reload();
            assertThat(link).isVisible();
            return text.matcher(link.textContent()).find();
        });
    }
}
