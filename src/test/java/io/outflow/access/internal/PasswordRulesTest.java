package io.outflow.access.internal;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outflow.access.ChangeRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    private final PasswordRules rules = new PasswordRules();

    @ParameterizedTest
    @ValueSource(strings = {"violet anchor sleeps", "kaffee-löffel-regen", "Tr4in!Window_Oak", "шесть зелёных чашек"})
    void unrelatedWordsAreAccepted(String password) {
        assertThatCode(() -> rules.check("jo", password)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "short words",
                "aaaaaaaaaaaa",
                "abababababab",
                "Password1234",
                "qwertyuiop2026",
                "!LetMeInLetMeIn!",
                "correct-horse-battery-staple"
            })
    void whatIsTriedFirstIsRefused(String password) {
        assertThatThrownBy(() -> rules.check("jo", password)).isInstanceOf(ChangeRefused.class);
    }

    @Test
    void ownNameIsRefused() {
        assertThatThrownBy(() -> rules.check("Robin Example", "robin.example1"))
                .isInstanceOf(ChangeRefused.class)
                .hasMessageContaining("name");
    }

    @Test
    void whatTheHashCannotReadIsRefusedAndNotCut() {
        var long73 = "violet anchor sleeps ".repeat(4).substring(0, 73);

        assertThatThrownBy(() -> rules.check("jo", long73)).hasMessageContaining("72");
        assertThatCode(() -> rules.check("jo", long73.substring(1))).doesNotThrowAnyException();
    }
}
