package io.outflow.classification.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.As;
import io.outflow.access.Role;
import io.outflow.classification.Detector;
import io.outflow.classification.Detectors;
import io.outflow.classification.TextScanners;
import io.outflow.testing.Database;
import io.outflow.testing.OnBothDatabases;
import io.outflow.testing.WholeApplication;
import io.outflow.trail.Detection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Two servers on one database look with the same detectors. */
class DetectorsOfTwoServersTest {

    @BeforeEach
    void signIn() {
        As.role(Role.CISO);
    }

    @AfterEach
    void signOut() {
        As.nobody();
    }

    @OnBothDatabases
    void aChangeOnOneServerReachesTheOtherWithoutARestart(Database database) throws InterruptedException {
        var app = WholeApplication.on(database);
        var other = app.getAutowireCapableBeanFactory().createBean(DetectorsInForce.class);
        var detectors = app.getBean(Detectors.class);
        var before = setting(detectors);
        assertThat(found(other)).isNotEmpty();

        var off = detectors.change(before, false, before.dataClass(), "Not here");
        assertThat(waitUntilFound(other, false)).isEmpty();

        detectors.change(off, true, before.dataClass(), "As before");
        assertThat(waitUntilFound(other, true)).isNotEmpty();
    }

    private static List<Detection> waitUntilFound(TextScanners scanners, boolean found) throws InterruptedException {
        var end = Instant.now().plus(Duration.ofSeconds(10));
        while (found(scanners).isEmpty() == found && Instant.now().isBefore(end)) {
            Thread.sleep(100);
        }
        return found(scanners);
    }

    private static Detectors.Setting setting(Detectors detectors) {
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
