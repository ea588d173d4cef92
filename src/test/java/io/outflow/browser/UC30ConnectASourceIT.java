package io.outflow.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.outflow.testing.LocalAws;
import io.outflow.testing.LocalAws.Reply;
import io.outflow.testing.SignedTrail;
import io.outflow.testing.TrailFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** UC-30: from the settings page alone a bucket is connected, tested, and imported; the coverage map knows its day. */
class UC30ConnectASourceIT {
    private static final LocalAws AWS = new LocalAws();
    private static final int LOGS = 20;

    @RegisterExtension
    @Order(1)
    static final OutflowServer SERVER = OutflowServer.withAdministrator(Map.of(
            "OUTFLOW_AWS_ENDPOINT", AWS.address().toString(),
            "AWS_ACCESS_KEY_ID", "AKIDEXAMPLE",
            "AWS_SECRET_ACCESS_KEY", "made-up"));

    @RegisterExtension
    @Order(2)
    static final Browser BROWSER = new Browser(SERVER);

    @TempDir
    Path folder;

    @AfterAll
    static void close() {
        AWS.close();
    }

    @Test
    void anAdministratorConnectsABucketTestsItAndSeesItsFirstImport() throws IOException {
        putLogs();
        AWS.fault(request -> request.body().contains("GetCallerIdentity")
                ? identity()
                : request.list() ? Reply.error(403, "AccessDenied") : null);
        var page = BROWSER.signedIn("settings/sources");
        assertThat(page.getByText("No source is set up.")).isVisible();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Add a source"))
                .click();
        page.getByLabel("Name").fill("Example trail");
        page.getByLabel("Region", new Page.GetByLabelOptions().setExact(true)).fill("eu-central-1");
        page.getByLabel("Bucket").fill("example-logs");
        assertThat(page.locator(".policies pre").first()).containsText("arn:aws:s3:::example-logs");

        page.getByTestId("source-test").click();
        assertThat(page.locator(".findings"))
                .containsText(
                        "It needs s3:ListBucket", new LocatorAssertions.ContainsTextOptions().setTimeout(240_000));
        AWS.fault(request -> request.body().contains("GetCallerIdentity") ? identity() : null);
        page.getByTestId("source-test").click();
        assertThat(page.locator(".findings"))
                .containsText(
                        "may ask AWS for the public keys",
                        new LocatorAssertions.ContainsTextOptions().setTimeout(240_000));

        page.getByTestId("source-save").click();
        page.getByTestId("source-look").click();
        Awaitility.await("the first look")
                .atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    page.navigate(SERVER.address("settings/sources?source=1"));
                    page.locator(".source-panel").waitFor();
                    return page.locator("table.looks").innerText().contains("20 new of 20 log files");
                });
        page.navigate(SERVER.address("imports/1"));
        assertThat(page.locator("main h1")).hasText(Pattern.compile("Import run 1, done"), Browser.aWhile());
        assertThat(page.locator(".run-head")).containsText("from a trail's bucket");
        assertThat(page.locator("main")).containsText("By digests that AWS signed, 20 log files are verified");

        page.navigate(SERVER.address("settings/sources?source=1"));
        assertThat(page.locator("table.looks")).containsText("20 new of 20 log files");
        assertThat(AWS.gets().stream()
                        .filter(get -> !get.headers().containsKey("range"))
                        .toList())
                .hasSize(LOGS + 1);
        assertThat(Browser.accessibilityViolations(page)).isEmpty();

        // The band over the calls of each day says what is proven; the table says it in words.
        page.navigate(SERVER.address("usage"));
        page.getByTestId("days-toggle").click();
        assertThat(page.locator("main")).containsText(Pattern.compile("100.?% verified, 11 hours without a digest"));

        // Only the day of which records were read is covered; use on the days beside it is unknown, not zero.
        page.navigate(SERVER.address("coverage?from=2026-03-01&to=2026-03-03"));
        var runtime = page.getByRole(
                AriaRole.GROUP, new Page.GetByRoleOptions().setName("111122223333, eu-central-1, Bedrock runtime"));
        assertThat(piece(runtime, "2 Mar 2026: covered")).isVisible();
        assertThat(piece(runtime, "1 Mar 2026: unknown")).isVisible();
        piece(runtime, "3 Mar 2026: unknown").click();
        assertThat(page.locator(".cov-why")).containsText("Unknown. No log of this day was read");
        page.setViewportSize(Browser.NARROW, 860);
        assertThat(Browser.overflow(page)).isEmpty();
        assertThat(Browser.accessibilityViolations(page)).isEmpty();
    }

    private static Locator piece(Locator line, String name) {
        return line.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name));
    }

    /** An hour of log files with its digest. */
    private void putLogs() throws IOException {
        var hour = Instant.parse("2026-03-02T12:00:00Z");
        var trail = new SignedTrail(folder);
        trail.bucket = "example-logs";
        var files = new ArrayList<Path>();
        for (int i = 0; i < LOGS; i++) {
            var log = trail.log(hour.plus(Duration.ofMinutes(10 + i)), "n" + i);
            files.add(TrailFiles.trail(log, List.of(TrailFiles.invoke(i, "sample.person"))));
        }
        trail.hourOf(hour, files);
        AWS.publicKey(SignedTrail.KEY, hour.minus(Duration.ofDays(1)), Instant.parse("2030-01-01T00:00:00Z"));
        AWS.putAll(folder);
    }

    private static Reply identity() {
        return Reply.of(200, """
                <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>
                <Arn>arn:aws:iam::111122223333:user/sample</Arn><UserId>A</UserId><Account>111122223333</Account>
                </GetCallerIdentityResult></GetCallerIdentityResponse>""".getBytes(StandardCharsets.UTF_8));
    }
}
