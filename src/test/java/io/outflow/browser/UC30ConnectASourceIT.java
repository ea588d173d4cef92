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
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * UC-30: from the settings page alone a bucket is connected, tested, and imported, through a power cut in the midst; the coverage
 * map knows its day.
 */
class UC30ConnectASourceIT {
    private static final LocalAws AWS = new LocalAws();
    private static final int LOGS = 20;
    /** So many log files are answered before the power is cut. */
    private static final int READ_BEFORE = 6;

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
    void anAdministratorConnectsABucketTestsItAndSeesItsFirstImportEndAfterAPowerCut() throws Exception {
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

        var power = new CountDownLatch(1);
        AWS.fault(request -> request.body().contains("GetCallerIdentity") ? identity() : held(request, power));
        page.getByTestId("source-save").click();
        page.getByTestId("source-look").click();
        Awaitility.await("the first log files")
                .atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> fetched(READ_BEFORE) > 0);
        page.navigate(SERVER.address("imports/1"));
        // What was fetched is read and stored while the others are held up.
        assertThat(page.locator(".eq"))
                .containsText(
                        Pattern.compile("\\b%d\\s*inserted".formatted(READ_BEFORE)),
                        new LocatorAssertions.ContainsTextOptions().setTimeout(240_000));
        assertThat(page.locator("main h1")).not().hasText(Pattern.compile("Import run 1, done"));
        page.close();

        SERVER.kill();
        AWS.fault(request -> request.body().contains("GetCallerIdentity") ? identity() : null);
        power.countDown();
        SERVER.start();

        page = BROWSER.signedIn("imports/1");
        assertThat(page.locator("main h1")).hasText(Pattern.compile("Import run 1, done"), Browser.aWhile());
        assertThat(page.locator(".run-head")).containsText("from a trail's bucket");
        assertThat(page.locator("main")).containsText("By digests that AWS signed, 20 log files are verified");

        page.navigate(SERVER.address("settings/sources?source=1"));
        assertThat(page.locator("table.looks")).containsText("20 new of 20 log files");
        // What was stored before was not fetched again.
        for (int log = 0; log < READ_BEFORE; log++) {
            assertThat(fetched(log)).isEqualTo(1);
        }
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

    /** Holds an answer back until the power is cut, but those for the first log files. */
    private static @Nullable Reply held(LocalAws.Request request, CountDownLatch power) {
        var number = Pattern.compile("_n(\\d+)\\.json\\.gz$").matcher(request.key());
        if (number.find() && Integer.parseInt(number.group(1)) >= READ_BEFORE) {
            try {
                power.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return null;
    }

    /** How often a log file was asked for, whole. */
    private static long fetched(int log) {
        return AWS.gets().stream()
                .filter(get -> get.key().endsWith("_n" + log + ".json.gz")
                        && !get.headers().containsKey("range"))
                .count();
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
