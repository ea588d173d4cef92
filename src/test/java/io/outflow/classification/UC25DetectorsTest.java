package io.outflow.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.outflow.As;
import io.outflow.access.AccessRefused;
import io.outflow.access.Role;
import io.outflow.classification.Detectors.Setting;
import io.outflow.history.ChangeLog;
import io.outflow.testing.Database;
import io.outflow.testing.OnBothDatabases;
import io.outflow.testing.WholeApplication;
import io.outflow.trail.Detection;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Settings of detectors, and that they hold for what is read afterwards. */
class UC25DetectorsTest {

    @BeforeEach
    void signIn() {
        As.role(Role.CISO);
    }

    @AfterEach
    void signOut() {
        As.nobody();
    }

    @OnBothDatabases
    void aChangeHoldsForTheNextScannerAndStandsInTheChangeLog(Database database) {
        var app = WholeApplication.on(database);
        var detectors = app.getBean(Detectors.class);
        var scanners = app.getBean(TextScanners.class);
        var first = setting(detectors);
        assertThat(found(scanners)).contains(new Detection("CARD", "FINANCIAL", 1));

        var moved = detectors.change(first, true, "CREDENTIALS", "Treated like keys here");
        assertThat(found(scanners)).contains(new Detection("CARD", "CREDENTIALS", 1));
        As.role(Role.CISO);
        assertThat(app.getBean(ChangeLog.class).list(0, 1)).singleElement().satisfies(entry -> assertThat(
                        entry.toString())
                .contains("detector CARD", "for CREDENTIALS", "imports from now on", "Treated like keys here"));

        var off = detectors.change(moved, false, "CREDENTIALS", "Not here");
        assertThat(found(scanners)).isEmpty();
        assertThat(setting(detectors)).isEqualTo(new Setting(Detector.CARD, false, "CREDENTIALS"));

        detectors.change(off, true, "FINANCIAL", "As before");
        assertThat(setting(detectors)).isEqualTo(first);
    }

    @OnBothDatabases
    void whatCannotBeSavedIsRefusedWithASentence(Database database) {
        var detectors = WholeApplication.on(database).getBean(Detectors.class);
        var now = setting(detectors);

        assertThat(catchThrowableOfType(RuleRefused.class, () -> detectors.change(now, true, "NO_SUCH", " "))
                        .problems())
                .extracting(Rules.Problem::field)
                .containsExactly("dataClass", "reason");
        assertThatThrownBy(() -> detectors.change(
                        new Setting(Detector.CARD, !now.enabled(), now.dataClass()), true, "PUBLIC", "Late"))
                .isInstanceOf(RuleChangedMeanwhile.class)
                .hasMessageContaining("Nothing of yours was saved");
        assertThat(setting(detectors)).isEqualTo(now);
        As.role(Role.ADMIN);
        assertThatThrownBy(() -> detectors.change(now, true, "PUBLIC", "No right"))
                .isInstanceOf(AccessRefused.class);
    }

    private static Setting setting(Detectors detectors) {
        return detectors.list().stream()
                .filter(one -> one.detector() == Detector.CARD)
                .findFirst()
                .orElseThrow();
    }

    private static List<Detection> found(TextScanners scanners) {
        var text = "4111 1111 1111 1111".getBytes(StandardCharsets.UTF_8);
        var scanner = scanners.scanner();
        scanner.text(text, 0, text.length);
        return scanner.found();
    }
}
