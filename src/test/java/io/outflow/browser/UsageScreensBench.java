package io.outflow.browser;

import com.microsoft.playwright.Page;
import io.outflow.access.Acting;
import io.outflow.imports.Imports;
import io.outflow.imports.RunState;
import io.outflow.sample.BulkLogs;
import io.outflow.testing.ManyCalls;
import io.outflow.testing.WholeApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Prints how long the packaged server takes to answer browsers that look at usage, with many stored calls on H2: run its main
 * method with a folder to keep and use the filled database again, how many million calls, and logs to import while 20 people
 * click. It asserts nothing.
 */
final class UsageScreensBench {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final int DAYS = 120;
    private static final int COLD = 5;
    private static final int ROUNDS = 25;
    private static final int PEOPLE = 20;

    private UsageScreensBench() {}

    public static void main(String[] arguments) throws Exception {
        var home = Path.of(arguments[0]).toAbsolutePath();
        if (!Files.exists(home.resolve("data"))) {
            fill(home, Long.parseLong(arguments[1]) * 1_000_000);
        }
        var server = OutflowServer.withAdministrator().withHeap(System.getProperty("heap", "1g"));
        var browser = new Browser(server);
        try {
            var began = System.nanoTime();
            server.start("UsageScreensBench", home);
            browser.start();
            var page = browser.signedIn("usage");
            page.locator(".lines4").waitFor();
            print("%d ms from the start of the server to the first usage page", since(began));
            screens(page);
            memory(server, browser);
            clicks(browser, arguments.length > 2 ? Path.of(arguments[2]) : null, home);
        } finally {
            browser.stop();
            server.stop();
        }
        System.exit(0);
    }

    /** Imports some calls for their callers and hours, and repeats them at other times. */
    private static void fill(Path home, long calls) throws IOException, InterruptedException {
        var logs = Files.createTempDirectory("usage-screens");
        new BulkLogs(1, START, Duration.ofDays(DAYS), DAYS, 1_000, 1).writeTo(logs);
        try (var application = WholeApplication.in(home)) {
            var imports = application.getBean(Imports.class);
            var run = Acting.asOutflow(() -> imports.startPaths("COMMAND", List.of(logs)));
            while (Acting.asOutflow(() -> imports.run(run).orElseThrow().state()) == RunState.RUNNING) {
                Thread.sleep(200);
            }
            var jdbc = application.getBean(JdbcClient.class);
            int subjects =
                    jdbc.sql("SELECT max(id) FROM subject").query(Integer.class).single();
            ManyCalls.fill(jdbc, START, DAYS, subjects, DAYS, calls);
            print("%,d calls of %,d subjects are stored", calls, subjects);
        }
    }

    private static void screens(Page page) {
        var answers = new AnswerTimes(page);
        var first = new ArrayList<Double>();
        var filtered = new ArrayList<Double>();
        var drilled = new ArrayList<Double>();
        for (var round = 0; round < ROUNDS; round++) {
            page.locator("nav.side a[href^='due']").first().click();
            page.locator("main h1").getByText("Due").first().waitFor();
            answers.taken();
            page.locator("nav.side a[href='usage']").first().click();
            page.locator(".lines4").waitFor();
            first.add(answers.taken());
            filter(page, round);
            filtered.add(answers.taken());
            page.getByTestId("callers").locator("a").first().click();
            page.getByTestId("calls").locator("a").first().waitFor();
            drilled.add(answers.taken());
        }
        print("the first screen", first);
        print("a filter", filtered);
        print("the calls behind a number", drilled);
    }

    /** Another Region with each round. */
    private static void filter(Page page, int round) {
        page.getByTestId("filter-region").click();
        var boxes = page.locator("vaadin-popover[opened] vaadin-checkbox");
        boxes.first().waitFor();
        boxes.nth(round % boxes.count()).click();
        page.waitForURL(url -> url.contains("region="));
    }

    private static void memory(OutflowServer server, Browser browser) throws IOException, InterruptedException {
        long before = server.usedHeap();
        for (var person = 0; person < PEOPLE; person++) {
            browser.signedIn("usage").locator(".lines4").waitFor();
        }
        print(
                "%,d KiB of heap for each open session with the usage page, %d sessions",
                (server.usedHeap() - before) / PEOPLE / 1_024, PEOPLE);
    }

    private static void clicks(Browser browser, Path logs, Path home) throws IOException, InterruptedException {
        var pages = new ArrayList<Page>();
        var answers = new ArrayList<AnswerTimes>();
        for (var person = 0; person < PEOPLE; person++) {
            pages.add(browser.signedIn("usage"));
            answers.add(new AnswerTimes(pages.getLast()));
        }
        print("a click, 20 people", clicks(pages, answers, null));
        if (logs != null) {
            var began = System.nanoTime();
            var importing = new ProcessBuilder("./outflow", "import", logs.toString());
            importing.environment().put("OUTFLOW_HOME", home.toString());
            var process = importing
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            print("a click, 20 people, while logs are imported", clicks(pages, answers, process));
            process.waitFor();
            print("the import took %d ms", since(began));
        }
    }

    /** One click after the other, a person after the other, five a second at most. */
    private static List<Double> clicks(List<Page> pages, List<AnswerTimes> answers, Process until) {
        var times = new ArrayList<Double>();
        for (var click = 0; until == null ? click < 5 * PEOPLE : until.isAlive(); click++) {
            var page = pages.get(click % PEOPLE);
            answers.get(click % PEOPLE).begin();
            var links = page.locator("main a[href^='usage?']:visible");
            links.nth(click / PEOPLE % Math.max(1, links.count())).click();
            times.add(answers.get(click % PEOPLE).taken());
        }
        return times;
    }

    private static long since(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
    }

    private static void print(String what, List<Double> times) {
        print(
                "%s: %s; then %s",
                what, AnswerTimes.told(times.subList(0, COLD)), AnswerTimes.told(times.subList(COLD, times.size())));
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ENGLISH, format, values));
    }
}
