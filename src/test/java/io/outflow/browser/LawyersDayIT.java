package io.outflow.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.outflow.browser.Forms.button;
import static io.outflow.browser.Forms.choose;
import static io.outflow.browser.Forms.day;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.outflow.access.Role;
import io.outflow.base.Formats;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What Legal does with the register in a day, in a browser: takes over what is claimed, confirms it, and adds what was agreed. */
class LawyersDayIT {
    private static final String JANE = "Legal of contracts";
    private static final String JOHN = "Legal of privacy";
    private static final Pattern WAITING = Pattern.compile("Confirm facts \\(([0-9]+)\\)");

    @RegisterExtension
    static final GreenMailExtension MAIL =
            new GreenMailExtension(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @RegisterExtension
    @Order(1)
    static final OutflowServer SERVER = OutflowServer.withAdministrator(Map.of("OUTFLOW_REMINDERS_EVERY", "PT2S"));

    @RegisterExtension
    @Order(2)
    static final Browser BROWSER = new Browser(SERVER);

    @BeforeAll
    static void addPeople() {
        BROWSER.addPerson(JANE, Role.LEGAL);
        BROWSER.addPerson(JOHN, Role.LEGAL);
    }

    @Test
    void uc14AProductOfTheCatalogueIsAddedWithItsFactsAsClaims() {
        var page = BROWSER.signedInAs(JANE, "vendors");
        link(page, "Catalogue").click();
        assertThat(page.locator("main h1")).hasText("Catalogue");

        link(page, "Claude on Amazon Bedrock").click();
        assertThat(page.locator("main h1")).hasText("Claude on Amazon Bedrock");
        assertThat(page.locator("main")).containsText("Nobody in your house confirmed them");
        button(page, "Add to register").click();

        assertThat(page).hasURL(Pattern.compile("/products/[-0-9a-f]{36}$"));
        assertThat(page.locator("main h1")).hasText("Claude on Amazon Bedrock");
        assertThat(page.getByTestId("confirm-facts")).hasText(WAITING);
        assertThat(page.locator("main")).containsText("not confirmed");
        page.navigate(SERVER.address("vendors"));
        assertThat(page.getByTestId("register")).containsText("Claude on Amazon Bedrock");
    }

    @Test
    void uc31FactsAreConfirmedAndRejectedByKeyboard() {
        var page = product("anthropic_claude_api");
        var waiting = waiting(page);
        page.getByTestId("confirm-facts").press("Enter");
        var walk = page.locator("vaadin-dialog.confirm-walk");
        assertThat(walk).containsText("Fact 1 of " + waiting);

        giveSource(walk);
        page.keyboard().press("Enter");
        assertThat(walk).containsText("Fact 2 of " + waiting);
        page.keyboard().press("Alt+s");
        assertThat(walk).containsText("Fact 3 of " + waiting);
        walk.getByLabel("Reason").fill("The terms say otherwise");
        page.keyboard().press("Alt+r");
        assertThat(walk).containsText("Fact 4 of " + waiting);
        page.keyboard().press("Escape");

        assertThat(walk).hasCount(0);
        assertThat(page.getByTestId("confirm-facts")).hasText("Confirm facts (%d)".formatted(waiting - 2));
        assertThat(page.locator(".fact.rejected")).hasCount(1);
        assertThat(page.locator("main .fact", new Page.LocatorOptions().setHasText(JANE))
                        .first())
                .isVisible();
    }

    @Test
    void uc15AnAgreementIsAddedAndAnEndBeforeItsStartIsRefusedAtItsField() {
        var page = product("anthropic_claude_team");
        button(page, "Add: agreement").click();
        var form = page.locator("vaadin-dialog.entry-dialog");
        choose(page, form, "Type", "DPA");
        choose(page, form, "State", "Signed");
        var today = today();
        day(form, "In force from, day", today.minusDays(30));
        day(form, "In force until, day", today.minusDays(60));
        form.getByLabel("Source").fill("DPA of 2026, section 12");
        form.getByTestId("entry-reason").locator("textarea").fill("Signed by both");

        form.getByTestId("entry-save-confirm").click();
        var until = form.locator("vaadin-custom-field", new Locator.LocatorOptions().setHasText("In force until"));
        assertThat(until).containsText("The end must lie after the start.");
        assertThat(form.getByLabel("Source")).hasValue("DPA of 2026, section 12");

        day(form, "In force until, day", today.plusDays(300));
        form.getByTestId("entry-save-confirm").press("Control+Enter");
        assertThat(form).hasCount(0);
        assertThat(page.locator(".dpa")).containsText("Signed, in force");
        assertThat(page.locator(".dpa")).not().containsText("not confirmed");
        assertThat(page.locator(".dpa")).containsText("300 days left");
        assertThat(page.locator("#agreements")).containsText("DPA of 2026, section 12");
    }

    @Test
    void uc41ASignedDocumentIsKeptWithItsHashAndComesBackByteForByte(@TempDir Path folder) throws IOException {
        var pdf = Files.write(folder.resolve("dpa signed.pdf"), pdf());
        var page = product("google_vertex_gemini");
        Browser.drop(page.getByTestId("document-upload").locator("vaadin-upload"), List.of(pdf));
        page.getByTestId("document-title").locator("input").fill("DPA of 2026");
        page.getByTestId("document-reason").locator("textarea").fill("Signed by both");
        page.getByTestId("document-attach").click();

        var document = page.locator("ul.documents li");
        assertThat(document).containsText("DPA of 2026");
        assertThat(document).containsText("Version 1, application/pdf");
        assertThat(document).containsText("SHA-256 " + sha256(pdf()).substring(0, 12));
        assertThat(document.getByTitle(sha256(pdf()))).isVisible();
        var back = page.waitForDownload(
                () -> document.getByTestId("document-download").click());
        assertThat(Files.readAllBytes(back.path())).isEqualTo(pdf());
    }

    @Test
    void uc41AProgramNamedPdfIsRefusedInWords(@TempDir Path folder) throws IOException {
        var program = new byte[64];
        System.arraycopy(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1}, 0, program, 0, 7);
        program[16] = 2;
        program[18] = 62;
        var file = Files.write(folder.resolve("invoice.pdf"), program);
        var page = product("google_vertex_claude");

        Browser.drop(page.getByTestId("document-upload").locator("vaadin-upload"), List.of(file));

        var refusals = page.getByTestId("document-upload").locator(".refusals");
        assertThat(refusals).containsText("invoice.pdf is a program");
        assertThat(refusals).containsText("It was not stored.");
        assertThat(page.locator("main")).containsText("No document is attached.");
    }

    @Test
    void uc33AReviewIsStartedAnsweredAndFinished() {
        var page = product("microsoft_365_copilot");
        button(page, "Start a review: Microsoft 365 Copilot").click();
        var form = page.locator("vaadin-dialog.entry-dialog");
        form.getByLabel("What is stored?").fill("Prompts and answers");
        form.getByTestId("entry-reason").locator("textarea").fill("Before we roll it out");
        form.getByTestId("entry-save").click();
        var reviews = page.locator("#reviews");
        assertThat(reviews).containsText("1 of 9 questions answered");

        reviews.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^Finish: ")))
                .click();
        var finish = page.locator("vaadin-dialog")
                .filter(new Locator.FilterOptions().setHasText("Finish the review of Microsoft 365 Copilot"));
        page.getByTestId("review-finish").click();
        assertThat(finish).containsText("Say how it ended.");
        choose(page, finish, "Outcome", "Passed with conditions");
        finish.getByLabel("Conditions and notes").fill("Not for health data");
        page.getByTestId("review-finish").click();

        assertThat(reviews).containsText("Done " + Formats.day(today()));
        assertThat(reviews).containsText("Passed with conditions");
        assertThat(reviews).containsText("Not for health data");
        assertThat(reviews.getByText("Start from the last one")).isVisible();
    }

    @Test
    void uc32TheSecondToSaveIsShownBothVersionsAndChooses() {
        var address = SERVER.addFromCatalogue("mistral_vibe_api", JANE).page();
        var hers = BROWSER.signedInAs(JANE, address);
        var his = BROWSER.signedInAs(JOHN, address);
        type(hers, "Team plan of March", "The order form of March");
        type(his, "Enterprise plan of May", "The order form of May");

        hers.getByTestId("entry-save").click();
        assertThat(hers.locator("main")).containsText("Plan: Team plan of March");
        his.getByTestId("entry-save").click();

        var both = his.getByTestId("conflict-plan");
        assertThat(both).containsText(JANE + ": Team plan of March");
        assertThat(both).containsText("Yours: Enterprise plan of May");
        his.getByTestId("conflict-save").click();
        assertThat(his.locator(".conflict")).containsText("Nothing is saved yet.");
        both.getByLabel("Yours: Enterprise plan of May").check();
        his.getByTestId("conflict-save").click();

        assertThat(his.locator("vaadin-dialog.entry-dialog")).hasCount(0);
        assertThat(his.locator("main")).containsText("Plan: Enterprise plan of May");
        hers.reload();
        assertThat(hers.locator("main")).containsText("Plan: Enterprise plan of May");
        hers.navigate(SERVER.address(address + "?history=open"));
        assertThat(hers.locator("body")).containsText("The order form of March");
        assertThat(hers.locator("body")).containsText("The order form of May");
    }

    @Test
    void uc30YesterdayTheProductWasNotInTheRegisterAndNowItIs() {
        var page = product("cohere");
        var title = page.locator("main h1").textContent();
        page.locator("button.as-of").click();
        day(page.locator("vaadin-popover"), "Day, UTC", today().minusDays(1));
        button(page, "Show").click();

        assertThat(page).hasURL(Pattern.compile("asOf=" + today().minusDays(1)));
        assertThat(page.locator("main h1")).hasText("Not found");
        assertThat(page.locator("main")).containsText("This product was not in the register then.");
        assertThat(page.locator("main"))
                .containsText("The register as it read at " + Formats.day(today().minusDays(1)));

        page.locator("button.as-of").click();
        button(page, "Back to now").click();
        assertThat(page.locator("main h1")).hasText(title);
        assertThat(page).hasURL(Pattern.compile("/products/[-0-9a-f]{36}$"));
    }

    @Test
    void uc44TheOwnerIsRemindedByMailOfAnAgreementThatEndsSoon() throws MessagingException {
        var settings = BROWSER.signedIn("settings/mail");
        settings.getByTestId("mail-host").locator("input").fill("127.0.0.1");
        settings.getByTestId("mail-port")
                .locator("input")
                .fill(Integer.toString(MAIL.getSmtp().getPort()));
        choose(settings, settings.locator("main"), "Encryption", "Not encrypted");
        settings.getByTestId("mail-sender").locator("input").fill("outflow@example.com");
        settings.getByTestId("mail-save").click();
        assertThat(settings.locator("body")).containsText("Reminders go out by these settings.");

        var page = product("deepl_pro");
        button(page, "Edit").click();
        var edit = page.locator("vaadin-dialog.entry-dialog");
        edit.getByLabel("Owner").fill("counsel@example.com");
        edit.getByTestId("entry-reason").locator("textarea").fill("Who looks after it");
        edit.getByTestId("entry-save").click();
        assertThat(edit).hasCount(0);
        button(page, "Add: agreement").click();
        var form = page.locator("vaadin-dialog.entry-dialog");
        choose(page, form, "Type", "DPA");
        choose(page, form, "State", "Signed");
        day(form, "In force from, day", today().minusDays(30));
        day(form, "In force until, day", today().plusDays(7));
        form.getByLabel("Source").fill("DPA of 2026, section 12");
        form.getByTestId("entry-reason").locator("textarea").fill("Signed by both");
        form.getByTestId("entry-save-confirm").click();
        assertThat(form).hasCount(0);

        assertThat(MAIL.waitForIncomingEmail(90_000, 1)).isTrue();
        var mail = MAIL.getReceivedMessages()[0];
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("counsel@example.com");
        assertThat(GreenMailUtil.getBody(mail)).contains("DPA").contains("7 days left");
    }

    private static Page product(String catalogueEntry) {
        return BROWSER.signedInAs(
                JANE, SERVER.addFromCatalogue(catalogueEntry, JANE).page());
    }

    private static int waiting(Page page) {
        var button = page.getByTestId("confirm-facts");
        assertThat(button).hasText(WAITING);
        var count = WAITING.matcher(button.textContent());
        assertThat(count.find()).isTrue();
        return Integer.parseInt(count.group(1));
    }

    private static void giveSource(Locator walk) {
        var source = walk.getByTestId("walk-source").locator("input");
        if (source.inputValue().isEmpty()) {
            source.fill("Commercial terms, section 2");
        }
    }

    private static void type(Page page, String plan, String reason) {
        button(page, "Edit").click();
        var form = page.locator("vaadin-dialog.entry-dialog");
        form.getByLabel("Plan").fill(plan);
        form.getByTestId("entry-reason").locator("textarea").fill(reason);
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    private static byte[] pdf() {
        return """
                %PDF-1.4
                1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
                2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
                3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]>> endobj
                trailer <</Root 1 0 R>>
                %%EOF
                """.getBytes(StandardCharsets.US_ASCII);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
