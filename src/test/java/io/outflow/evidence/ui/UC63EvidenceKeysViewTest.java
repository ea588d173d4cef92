package io.outflow.evidence.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextArea;
import io.outflow.Shown;
import io.outflow.ViewTest;
import io.outflow.access.AccessRefused;
import io.outflow.access.Role;
import io.outflow.evidence.Certificates;
import io.outflow.evidence.EvidenceKeys;
import io.outflow.evidence.Verification;
import io.outflow.evidence.Verification.Check;
import io.outflow.evidence.Verification.Stamp;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** UC-63: readers learn the keys from a page; a new key signs from then on. */
class UC63EvidenceKeysViewTest extends ViewTest {

    @Autowired
    EvidenceKeys keys;

    @Test
    void eachKeyIsShownWithTheFingerprintThatOpensslPrints() throws Exception {
        signInAs(Role.AUDITOR);
        UI.getCurrent().navigate("evidence/keys");

        var key = keys.list().getFirst();
        assertThat(key.signing()).isTrue();
        assertThat(key.fingerprint()).matches("([0-9A-F]{2}:){31}[0-9A-F]{2}");
        assertThat(Certificates.fingerprint(Certificates.read(key.pem().getBytes(StandardCharsets.US_ASCII))
                        .getFirst()))
                .isEqualTo(key.fingerprint());
        assertThat(Shown.text(find(EvidenceKeysView.class).single()))
                .contains(key.fingerprint(), "signs", "Download verify.sh", "No time-stamp authority is set")
                .doesNotContain("Make a new key");
    }

    @Test
    void anAdministratorMakesANewKeyWithAReason() {
        signInAs(Role.AUDITOR);
        var before = keys.list().size();
        assertThatThrownBy(() -> keys.rotate("no")).isInstanceOf(AccessRefused.class);
        signInAs(Role.ADMIN);
        UI.getCurrent().navigate("evidence/keys");
        test(find(Button.class).withText("Make a new key").single()).click();
        test(find(TextArea.class).single()).setValue("yearly change");
        test(find(Button.class).withTestId("reason-confirm").single()).click();

        assertThat(keys.list()).hasSize(before + 1);
        assertThat(keys.list())
                .extracting(EvidenceKeys.Key::signing)
                .startsWith(true)
                .endsWith(false);
        assertThat(Shown.text(find(EvidenceKeysView.class).single())).contains("retired");
    }

    @Test
    void theVerifyPageSaysInWordsWhatWasChanged() {
        signInAs(Role.AUDITOR);
        UI.getCurrent().navigate("evidence/verify");
        var found = new Verification(
                List.of(
                        new Check("signature", List.of()),
                        new Check("content of files", List.of("data/report.pdf was changed."))),
                null,
                Stamp.NONE,
                null);

        find(EvidenceVerifyView.class).single().show(found);

        assertThat(Shown.text(find(EvidenceVerifyView.class).single()))
                .contains("Not as it was made: 1 of 2 checks failed.", "data/report.pdf was changed.", "does not hold");
    }
}
