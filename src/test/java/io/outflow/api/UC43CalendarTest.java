package io.outflow.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.outflow.As;
import io.outflow.OutflowTest;
import io.outflow.access.OwnAccount;
import io.outflow.access.People;
import io.outflow.access.Role;
import io.outflow.access.TokenSummary;
import io.outflow.access.internal.SignedIn;
import io.outflow.vendors.Basis;
import io.outflow.vendors.Draft;
import io.outflow.vendors.Register;
import io.outflow.vendors.Registers;
import io.outflow.vendors.content.ProductStatus;
import io.outflow.vendors.content.Vendor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** UC-43: calendars that ask by an address with a secret in it, and the same days over the API. */
@OutflowTest
class UC43CalendarTest {

    private static final String PASSWORD = "copper lantern drifts";

    @Autowired
    MockMvc web;

    @Autowired
    People people;

    @Autowired
    OwnAccount account;

    @Autowired
    Register register;

    private final String name = "Person " + UUID.randomUUID();
    private UUID person;
    private UUID product;

    @BeforeEach
    void aPersonAndAProductToBeReviewed() {
        As.role(Role.ADMIN);
        person = people.add(name, PASSWORD, Set.of(Role.LEGAL));
        As.role(Role.LEGAL);
        var vendor = register.add(
                new Draft(null, Vendor.named("Vendor of " + name), Basis.ours("", null, null)), "New vendor");
        product = register.add(
                        new Draft(
                                vendor.id(),
                                Registers.product(ProductStatus.APPROVED, name, null, LocalDate.of(2090, 5, 17)),
                                Basis.ours("", null, null)),
                        "New product")
                .id();
    }

    @AfterEach
    void signOut() {
        As.nobody();
    }

    @Test
    void theAddressGivesTheDaysAsACalendar() throws Exception {
        var token = token();

        web.perform(get("/calendar/{token}/due.ics", token))
                .andExpect(status().isOk())
                .andExpect(content().contentType("text/calendar;charset=UTF-8"))
                .andExpect(content().string(startsWith("BEGIN:VCALENDAR\r\n")))
                .andExpect(content().string(containsString("UID:" + product + "-review@outflow\r\n")))
                .andExpect(content().string(containsString("DTSTART;VALUE=DATE:20900517\r\n")))
                .andExpect(header().string("Cache-Control", containsString("no-store")));
    }

    @Test
    void theSecretOpensNothingButTheCalendar() throws Exception {
        var token = token();

        web.perform(get("/api/v1/due").header("Authorization", "Bearer " + token))
                .andExpect(status().isUnauthorized());
        me();
        var apiToken = account.makeToken("Script", 1);
        As.nobody();
        web.perform(get("/calendar/{token}/due.ics", apiToken)).andExpect(status().isUnauthorized());
        web.perform(get("/calendar/{token}/due.ics", "outflow_guess")).andExpect(status().isUnauthorized());
    }

    @Test
    void aRevokedSecretOpensNothing() throws Exception {
        var token = token();
        me();
        account.tokens().stream().map(TokenSummary::id).forEach(account::revokeToken);
        As.nobody();

        web.perform(get("/calendar/{token}/due.ics", token)).andExpect(status().isUnauthorized());
    }

    @Test
    void somebodyWhoMayNoLongerReadTheRegisterIsRefused() throws Exception {
        var token = token();
        As.role(Role.ADMIN);
        people.changeRoles(person, Set.of(Role.ADMIN));
        As.nobody();

        web.perform(get("/calendar/{token}/due.ics", token)).andExpect(status().isForbidden());
        As.role(Role.ADMIN);
        people.disable(person);
        As.nobody();
        web.perform(get("/calendar/{token}/due.ics", token)).andExpect(status().isUnauthorized());
    }

    @Test
    void theApiListsTheSameDays() throws Exception {
        As.nobody();

        web.perform(get("/api/v1/due").param("owner", name).with(httpBasic(name, PASSWORD)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.items[0].key").value(product + "-review"))
                .andExpect(jsonPath("$.items[0].day").value("2090-05-17"))
                .andExpect(jsonPath("$.items[0].window").value("LATER"))
                .andExpect(jsonPath("$.items[0].object.id").value(product.toString()));
        web.perform(get("/api/v1/due")
                        .param("owner", name)
                        .param("window", "OVERDUE")
                        .with(httpBasic(name, PASSWORD)))
                .andExpect(jsonPath("$.total").value(0));
        web.perform(get("/api/v1/due").param("kind", "NOTHING").with(httpBasic(name, PASSWORD)))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[*].field", hasItem("kind")));
    }

    @Test
    void theApiListsWhatWasDueAtAnEarlierMoment() throws Exception {
        var then = Instant.now();
        As.role(Role.LEGAL);
        register.change(
                product,
                1,
                Registers.product(ProductStatus.APPROVED, name, null, LocalDate.of(2091, 1, 31)),
                Basis.ours("", null, null),
                "Later",
                null);
        As.nobody();

        due(then.toString(), "then").andExpect(jsonPath("$.items[0].day").value("2090-05-17"));
        due("2020-01-01", "then").andExpect(jsonPath("$.total").value(0));
        due(Instant.now().toString(), "now")
                .andExpect(jsonPath("$.items[0].day").value("2091-01-31"));
    }

    private ResultActions due(String asOf, String known) throws Exception {
        return web.perform(get("/api/v1/due")
                .param("owner", name)
                .param("asOf", asOf)
                .param("known", known)
                .with(httpBasic(name, PASSWORD)));
    }

    private String token() {
        me();
        var token = account.makeCalendarToken("Calendar of what is due");
        As.nobody();
        assertThat(token).startsWith("outflow_");
        return token;
    }

    private void me() {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        new SignedIn(person, name, Set.of(Role.LEGAL), 0, Instant.now()), null, List.of()));
    }
}
