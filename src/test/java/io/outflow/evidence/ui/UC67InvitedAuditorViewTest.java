package io.outflow.evidence.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import io.outflow.As;
import io.outflow.Shown;
import io.outflow.ViewTest;
import io.outflow.access.Acting;
import io.outflow.access.FirstPassword;
import io.outflow.access.Guests;
import io.outflow.access.Role;
import io.outflow.access.internal.SignedIn;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;

/** UC-67: an administrator invites on a screen; the auditor comes in by the link, and goes when the day is over. */
class UC67InvitedAuditorViewTest extends ViewTest {

    private static final String PASSWORD = "copper lantern drifts";

    private final String name = "Ana " + UUID.randomUUID();

    @Autowired
    Guests guests;

    @Autowired
    FirstPassword passwords;

    @Autowired
    MockMvc web;

    @Test
    void anAdministratorInvitesAndTheLinkLetsTheAuditorChooseAPassword() {
        signInAs(Role.ADMIN);
        UI.getCurrent().navigate("settings/auditors");
        test(find(Button.class).withTestId("auditor-invite").single()).click();
        test(find(TextField.class).withTestId("auditor-name").single()).setValue(name);
        test(find(EmailField.class).withTestId("auditor-email").single()).setValue("ana@audit.example.com");
        test(find(Button.class).withTestId("dialog-done").single()).click();
        assertThat(find(Paragraph.class).all())
                .extracting(Paragraph::getText)
                .anyMatch(text -> text.startsWith("Name the organisation"));
        test(find(TextField.class).withTestId("auditor-organisation").single()).setValue("Example Audit");
        test(find(Button.class).withTestId("dialog-done").single()).click();

        assertThat(Shown.text(find(InvitedAuditorsView.class).single()))
                .contains(name, "ana@audit.example.com", "Example Audit", "packages made for them", "never")
                .contains("No mail was sent");
        var link = find(Code.class).withTestId("auditor-link-text").single().getText();
        assertThat(link).contains("/invited/");

        As.nobody();
        UI.getCurrent().navigate(link.replaceFirst(".*/invited/", "invited/"));
        assertThat(Shown.text(find(Main.class).first())).contains("You sign in as " + name);
        test(find(PasswordField.class).withTestId("invited-password").single()).setValue(PASSWORD);
        test(find(PasswordField.class).withTestId("invited-again").single()).setValue("other");
        test(find(Button.class).withTestId("invited-done").single()).click();
        assertThat(find(PasswordField.class)
                        .withTestId("invited-again")
                        .single()
                        .getErrorMessage())
                .isEqualTo("The two passwords differ.");
        test(find(PasswordField.class).withTestId("invited-again").single()).setValue(PASSWORD);
        test(find(Button.class).withTestId("invited-done").single()).click();
        assertThat(Shown.text(find(Main.class).first())).contains("Your password is kept.");
        UI.getCurrent().navigate(link.replaceFirst(".*/invited/", "invited/"));
        assertThat(Shown.text(find(Main.class).first())).contains("This link was used already");
    }

    @Test
    void theAuditorSeesEvidenceAndTheirAccountAndNoOtherPage() {
        var id = guest(Instant.now().plusSeconds(3600));
        enter(id);
        UI.getCurrent().navigate("evidence");

        assertThat(Shown.text(find(EvidenceListView.class).single())).contains("No package was made for you yet.");
        assertThat(find(Anchor.class).withId("evidence-new").all()).isEmpty();
        for (var closed : List.of("usage", "vendors", "change-log", "evidence/new", "settings/people", "imports")) {
            UI.getCurrent().navigate(closed);
            assertThat(refused()).as(closed).isTrue();
        }
        for (var open : List.of("evidence/verify", "evidence/keys", "settings/tokens")) {
            UI.getCurrent().navigate(open);
            assertThat(refused()).as(open).isFalse();
        }
    }

    @Test
    void afterTheEndSignInAndTheApiSayWhen() throws Exception {
        var id = guest(Instant.now().plusSeconds(3600));
        var session = new MockHttpSession();
        web.perform(post("/login").session(session).param("username", name).param("password", PASSWORD));
        web.perform(get("/actuator/health").session(session)).andExpect(status().isOk());
        As.role(Role.ADMIN);
        guests.end(id, Instant.parse("2026-11-26T00:00:00Z"));
        As.nobody();

        web.perform(get("/actuator/health").session(session))
                .andExpect(redirectedUrl("/login?ended=2026-11-26T00:00:00Z"));
        assertThat(session.isInvalid()).isTrue();
        web.perform(post("/login").param("username", name).param("password", PASSWORD))
                .andExpect(redirectedUrl("/login?ended=2026-11-26T00:00:00Z"));
        web.perform(get("/api/v1/usage").with(httpBasic(name, PASSWORD)))
                .andExpect(status().isUnauthorized())
                .andExpect(
                        jsonPath("$.detail", Matchers.containsString("Your access ended at 26 Nov 2026, 00:00 UTC")));
        UI.getCurrent().navigate("login", QueryParameters.of("ended", "2026-11-26T00:00:00Z"));
        assertThat(Shown.text(find(Main.class).first())).contains("Your access ended at 26 Nov 2026, 00:00 UTC");
        UI.getCurrent().navigate("login", QueryParameters.of("ended", "<b>"));
        assertThat(Shown.text(find(Main.class).first())).contains("Your access has ended.");
    }

    @Test
    void theApiRefusesThemWhatTheScreensDo() throws Exception {
        guest(Instant.now().plusSeconds(3600));
        for (var closed : List.of("catalogue", "gaps", "imports", "data-classes", "due", "vendors")) {
            web.perform(get("/api/v1/" + closed).with(httpBasic(name, PASSWORD)))
                    .andExpect(status().isForbidden());
        }
    }

    @Test
    void theirAccessIsEndedAndGivenAgainFromTheList() {
        var id = guest(Instant.now().plusSeconds(3600));
        signInAs(Role.CISO);
        UI.getCurrent().navigate("settings/auditors");
        var view = find(InvitedAuditorsView.class).single();
        // Invited by the module of people alone, so not of those who see evidence.
        assertThat(Shown.text(view)).doesNotContain(name);
        assertThat(id).isNotNull();

        test(find(Button.class).withTestId("auditor-invite").single()).click();
        test(find(TextField.class).withTestId("auditor-name").single()).setValue(name + " 2");
        test(find(EmailField.class).withTestId("auditor-email").single()).setValue("ana@audit.example.com");
        test(find(TextField.class).withTestId("auditor-organisation").single()).setValue("Example Audit");
        test(find(Button.class).withTestId("dialog-done").single()).click();
        press("End now: " + name + " 2");
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(Shown.text(view)).contains("ended ");
        press("Change: " + name + " 2");
        find(com.vaadin.flow.component.datepicker.DatePicker.class)
                .withTestId("auditor-last-day")
                .single()
                .setValue(java.time.LocalDate.now(java.time.ZoneOffset.UTC).plusDays(2));
        test(find(Button.class).withTestId("dialog-done").single()).click();
        assertThat(Acting.asOutflow(() -> guests.list()))
                .filteredOn(one -> one.name().equals(name + " 2"))
                .singleElement()
                .satisfies(one -> assertThat(one.endsAt()).isAfter(Instant.now()));
    }

    private boolean refused() {
        return find(H1.class).all().stream().anyMatch(title -> title.getText().equals("Not open to you"));
    }

    private void press(String label) {
        test(find(Button.class).withAriaLabel(label).single()).click();
    }

    /** Somebody from outside with a password. */
    private UUID guest(Instant endsAt) {
        As.role(Role.ADMIN);
        var id = guests.invite(name, endsAt);
        passwords.choose(guests.link(id), PASSWORD, "127.0.0.1");
        As.nobody();
        return id;
    }

    private void enter(UUID id) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        new SignedIn(id, name, Set.of(Role.INVITED), 0, Instant.now()), null, List.of()));
    }
}
