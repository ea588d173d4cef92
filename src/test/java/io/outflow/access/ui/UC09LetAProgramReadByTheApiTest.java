package io.outflow.access.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.textfield.TextField;
import io.outflow.ViewTest;
import io.outflow.access.People;
import io.outflow.access.Role;
import io.outflow.access.internal.SignIn;
import io.outflow.history.ChangeLog;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;

class UC09LetAProgramReadByTheApiTest extends ViewTest {
    private static final String PASSWORD = "copper lantern drifts";

    @Autowired
    MockMvc api;

    @Autowired
    People people;

    @Autowired
    SignIn signIn;

    @Autowired
    ChangeLog log;

    private final String name = "Person " + UUID.randomUUID();
    private UUID id = new UUID(0, 0);

    @BeforeEach
    void signInAsAPersonThatExists() {
        signInAs(Role.ADMIN);
        id = people.add(name, PASSWORD, Set.of(Role.AUDITOR));
        openAccount();
    }

    private void openAccount() {
        var person = signIn.atScreen(name, PASSWORD, "10.9.0.1");
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(person, null, List.of()));
        navigate(AccountView.class);
    }

    @Test
    void aTokenIsShownOnceReadsUntilItIsRevokedAndIsWrittenDown() throws Exception {
        var token = make("nightly report");
        assertThat(log.list(0, 1).getFirst())
                .extracting("actor", "action", "object")
                .containsExactly(name, "token made", "token nightly report");
        assertThat(answerTo(token)).isEqualTo(200);

        signInAs(Role.AUDITOR);
        UI.getCurrent().navigate("usage");
        openAccount();
        assertThat(find(Code.class).withTestId("token-made").all()).isEmpty();
        test((Button) test(find(Grid.class).single()).getCellComponent(0, 3)).click();

        assertThat(answerTo(token)).isEqualTo(401);
    }

    @Test
    void theTokenOfADisabledPersonReadsNothing() throws Exception {
        var token = make("nightly report");

        signInAs(Role.ADMIN);
        people.disable(id);

        assertThat(answerTo(token)).isEqualTo(401);
    }

    @Test
    void aTokenNeedsToSayWhatItIsFor() {
        test(find(Button.class).withTestId("token-make").single()).click();

        assertThat(label().isInvalid()).isTrue();
        assertThat(label().getErrorMessage()).contains("what the token is for");
    }

    private String make(String purpose) {
        test(label()).setValue(purpose);
        test(find(Button.class).withTestId("token-make").single()).click();
        return find(Code.class).withTestId("token-made").single().getText();
    }

    private TextField label() {
        return find(TextField.class).withTestId("token-label").single();
    }

    private int answerTo(String token) throws Exception {
        return api.perform(get("/api/v1/data-classes").header("Authorization", "Bearer " + token))
                .andReturn()
                .getResponse()
                .getStatus();
    }
}
