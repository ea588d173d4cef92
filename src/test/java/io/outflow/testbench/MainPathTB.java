package io.outflow.testbench;

import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.Outflow;
import io.outflow.sample.BulkLogs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** UC-01, UC-02 and UC-04 in a real browser, driven by TestBench. */
@SpringBootTest(classes = Outflow.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class MainPathTB {
    private static final String PASSWORD = "correct horse battery staple";

    @TempDir
    static Path home;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void throwAwayHome(DynamicPropertyRegistry registry) {
        registry.add("outflow.home", home::toString);
        registry.add("outflow.admin-password", () -> PASSWORD);
        registry.add("spring.datasource.url", () -> "jdbc:h2:mem:testbench;DB_CLOSE_DELAY=-1");
    }

    @Test
    void signsInAndIsRefusedWithAWrongPassword() {
        try (var browser = new Browser(port)) {
            browser.signIn("admin", "not the password");
            browser.waitForText("Name or password is wrong");

            browser.signIn("admin", PASSWORD);
            browser.waitForText("Usage");
            assertThat(browser.currentAddress()).doesNotContain("login");
        }
    }

    @Test
    void importsAnUploadedFileAndShowsWhoUsedIt(@TempDir Path folder) throws Exception {
        Instant from = Instant.now().minus(2, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS);
        new BulkLogs(5, from, Duration.ofHours(1), 1, 200, 0.5).writeTo(folder);
        try (var browser = new Browser(port);
                var files = Files.list(folder)) {
            browser.signIn("admin", PASSWORD);
            browser.waitForText("Usage");
            browser.open("imports");
            browser.upload(files.findFirst().orElseThrow());
            browser.waitForText("200");

            browser.open("usage");
            browser.wait(By.tagName("usage-flow"));
            browser.waitForText("Claude");
        }
    }
}
