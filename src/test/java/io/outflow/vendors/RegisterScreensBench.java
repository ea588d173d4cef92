package io.outflow.vendors;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import io.outflow.Outflow;
import io.outflow.access.Acting;
import io.outflow.access.People;
import io.outflow.access.Role;
import jakarta.servlet.Filter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Prints how long the server takes for the screens of a register of 1,000 products with all kinds of facts, asked by a real
 * browser: run its main method with {@code -Dvaadin.productionMode=true}. A figure is the time of all requests that one click causes, from the first filter to the last byte
 * written, by the clock on the wall and by the processor. It asserts nothing.
 */
final class RegisterScreensBench {

    private static final String PERSON = "Legal";
    private static final String PASSWORD = "violet anchor sleeps";
    private static final int WARM_UP = 15;
    private static final int ROUNDS = 60;
    private static final AtomicLong WALL = new AtomicLong();
    private static final AtomicLong PROCESSOR = new AtomicLong();

    private RegisterScreensBench() {}

    public static void main(String[] arguments) throws IOException {
        var spring = new SpringApplication(Outflow.class);
        spring.addInitializers(starting -> starting.getBeanFactory().registerSingleton("requestTimes", requestTimes()));
        var home = Files.createTempDirectory("register-screens");
        try (var context = spring.run(
                        "--outflow.home=" + home, "--server.port=0", "--outflow.admin-password=" + PASSWORD);
                var playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))) {
            fill(context.getBean(JdbcTemplate.class), context.getBean(EntryJson.class));
            Acting.asOutflow(() -> {
                context.getBean(People.class).add(PERSON, PASSWORD, Set.of(Role.LEGAL));
            });
            var browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(
                                    Path.of(System.getenv().getOrDefault("OUTFLOW_CHROMIUM", "/usr/bin/chromium")))
                            .setArgs(List.of("--no-sandbox", "--disable-gpu")));
            var page = browser.newPage();
            page.navigate("http://localhost:" + context.getEnvironment().getProperty("local.server.port") + "/login");
            page.getByLabel("Name").fill(PERSON);
            page.getByLabel("Password").fill(PASSWORD);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                    .click();
            page.locator("nav.side a[href='vendors']").click();
            measure(page);
            browser.close();
        }
        System.exit(0);
    }

    private static void measure(Page page) {
        var table = new long[2][ROUNDS];
        var filter = new long[2][ROUNDS];
        var product = new long[2][ROUNDS];
        var vendor = new long[2][ROUNDS];
        for (var i = -WARM_UP; i < ROUNDS; i++) {
            var text = "Product %d of vendor %d".formatted(Math.floorMod(i, 10), Math.floorMod(i * 7, 100));
            time(table, i, page, () -> page.locator("nav.side a[href='vendors']")
                    .click());
            time(filter, i, page, () -> {
                page.getByTestId("register-search").locator("input").fill(text);
                page.locator("vaadin-grid a", new Page.LocatorOptions().setHasText(text))
                        .first()
                        .waitFor();
            });
            time(product, i, page, () -> {
                page.locator("vaadin-grid a", new Page.LocatorOptions().setHasText(text))
                        .first()
                        .click();
                page.locator("main h1", new Page.LocatorOptions().setHasText(text))
                        .waitFor();
            });
            time(vendor, i, page, () -> {
                page.locator("nav.crumb a[href^='vendors/']").first().click();
                page.locator("#products").waitFor(new Locator.WaitForOptions());
            });
        }
        print("table, first rows", table);
        print("table, filtered by a text", filter);
        print("page of a product", product);
        print("page of a vendor", vendor);
    }

    private static void time(long[][] times, int round, Page page, Runnable click) {
        settled(page);
        WALL.set(0);
        PROCESSOR.set(0);
        click.run();
        page.waitForTimeout(150);
        settled(page);
        if (round >= 0) {
            times[0][round] = WALL.get();
            times[1][round] = PROCESSOR.get();
        }
    }

    private static void settled(Page page) {
        page.waitForFunction("() => window.Vaadin?.Flow?.clients"
                + " && Object.values(window.Vaadin.Flow.clients).every(client => !client.isActive?.())");
    }

    private static FilterRegistrationBean<Filter> requestTimes() {
        var threads = ManagementFactory.getThreadMXBean();
        var filter = new FilterRegistrationBean<Filter>((request, response, chain) -> {
            var wall = System.nanoTime();
            var processor = threads.getCurrentThreadCpuTime();
            chain.doFilter(request, response);
            WALL.addAndGet(System.nanoTime() - wall);
            PROCESSOR.addAndGet(threads.getCurrentThreadCpuTime() - processor);
        });
        filter.setOrder(Integer.MIN_VALUE);
        return filter;
    }

    /** Rows as the register writes them, but without a chain of hashes: that is not what is measured. */
    private static void fill(JdbcTemplate jdbc, EntryJson json) {
        var at = OffsetDateTime.ofInstant(Instant.now().minusSeconds(60), ZoneOffset.UTC);
        var entries = LargeRegister.register().all().stream()
                .filter(entry -> entry.kind() != Kind.DOCUMENT)
                .sorted(Comparator.comparing(Entry::kind))
                .toList();
        // The first administrator is an entry of the change log too.
        var before = Objects.requireNonNull(jdbc.queryForObject("SELECT seq FROM change_log_head", Integer.class));
        jdbc.batchUpdate(
                "INSERT INTO change_log (seq, at, actor, action, object, text, prev_hash, hash)"
                        + " VALUES (?, ?, 'Legal', 'record added', 'o', '', '', '')",
                numbered(entries.size()).stream()
                        .map(number -> new Object[] {before + number, at})
                        .toList());
        jdbc.batchUpdate(
                "INSERT INTO revision (seq, kind, object, owner, valid_from, recorded_at, actor, reason, json, sha256, log_seq)"
                        + " VALUES (?, ?, ?, ?, ?, ?, 'Legal', 'Bench', ?, '', ?)",
                numbered(entries.size()).stream()
                        .map(number -> {
                            var entry = entries.get(number - 1);
                            return new Object[] {
                                before + number,
                                entry.kind().name(),
                                entry.id(),
                                entry.owner(),
                                at,
                                at,
                                json.write(entry.content(), entry.basis()),
                                before + number
                            };
                        })
                        .toList());
        jdbc.batchUpdate(
                "INSERT INTO register_entry (id, kind, owner, title, json, removed, seq, changed_at, changed_by, version)"
                        + " VALUES (?, ?, ?, ?, ?, FALSE, ?, ?, 'Legal', 0)",
                numbered(entries.size()).stream()
                        .map(number -> {
                            var entry = entries.get(number - 1);
                            return new Object[] {
                                entry.id(),
                                entry.kind().name(),
                                entry.owner(),
                                entry.title(),
                                json.write(entry.content(), entry.basis()),
                                before + number,
                                at
                            };
                        })
                        .toList());
        jdbc.update("UPDATE change_log_head SET seq = ?", before + entries.size());
        print("%,d entries".formatted(entries.size()));
    }

    private static List<Integer> numbered(int count) {
        return java.util.stream.IntStream.rangeClosed(1, count).boxed().toList();
    }

    private static void print(String what, long[][] times) {
        print(String.format(
                Locale.ENGLISH,
                "%s: wall median %.0f ms, p95 %.0f ms; processor median %.0f ms, p95 %.0f ms",
                what,
                part(times[0], 0.5),
                part(times[0], 0.95),
                part(times[1], 0.5),
                part(times[1], 0.95)));
    }

    private static double part(long[] times, double part) {
        var sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(part * sorted.length) - 1] / 1e6;
    }

    private static void print(String line) {
        System.out.println(line);
    }
}
