package io.outflow.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.outflow.access.FirstAdministrator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FirstStartTest {
    private final FirstAdministrator first = mock();
    private final SetupCode code = mock();

    @BeforeEach
    void nobodyExistsYet() {
        when(first.missing()).thenReturn(true);
        doAnswer(asked -> {
                    new PasswordRules().check("admin", asked.getArgument(0));
                    return null;
                })
                .when(first)
                .fromSetting(any());
    }

    @Test
    void aGoodPasswordOfTheSettingIsTaken() {
        new FirstStart(first, code, "violet anchor sleeps").afterSingletonsInstantiated();

        verify(first).fromSetting("violet anchor sleeps");
        verify(code, never()).draw();
    }

    @Test
    void aWeakOneStopsTheStartWithASentenceAndTheWayOn() {
        var failure = catchThrowable(new FirstStart(first, code, "admin2026")::afterSingletonsInstantiated);

        var said = new AdminPasswordRefused.InWords().analyze(failure);
        assertThat(said).isNotNull();
        assertThat(said.getDescription())
                .isEqualTo(
                        "OUTFLOW_ADMIN_PASSWORD is not accepted for the first administrator. Nothing was set up. Use at "
                                + "least 12 characters; three or four unrelated words are easy to keep.");
        assertThat(said.getAction()).startsWith("Set OUTFLOW_ADMIN_PASSWORD to a better password");
        assertThat(failure).hasMessageNotContaining("admin2026");
    }

    @Test
    void onceSomebodyExistsTheSettingIsNotEvenLookedAt() {
        when(first.missing()).thenReturn(false);

        new FirstStart(first, code, "weak").afterSingletonsInstantiated();

        verify(first, never()).fromSetting(any());
        verify(code, never()).draw();
    }
}
