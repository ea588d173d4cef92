package io.outflow.browser;

import com.microsoft.playwright.Page;
import io.outflow.As;
import io.outflow.access.Role;
import io.outflow.testing.WholeApplication;
import io.outflow.vendors.Draft;
import io.outflow.vendors.LargeRegister;
import io.outflow.vendors.Register;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Prints how long the packaged server takes to answer a browser that opens the register's table, filters it and opens a
 * product and a vendor, with 1,000 products and 60,100 entries on H2: run its main method, with a folder to keep and use the filled
 * register again. It asserts nothing. A time is the sum over all
 * requests that one act of the user causes, as the browser sees them on the same machine.
 */
final class RegisterScreensBench {

    private static final int COLD = 20;
    private static final int ROUNDS = 80;
    private static final int CHUNK = 500;

    private RegisterScreensBench() {}

    public static void main(String[] arguments) throws Exception {
        var home = arguments.length == 0 ? Files.createTempDirectory("register-screens") : Path.of(arguments[0]);
        if (!Files.exists(home.resolve("data"))) {
            var filled = System.nanoTime();
            fill(home);
            print("%d s to fill the register".formatted(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - filled)));
        }
        var server = OutflowServer.withAdministrator();
        var browser = new Browser(server);
        try {
            server.start("RegisterScreensBench", home);
            browser.start();
            measure(browser.signedIn("due"));
        } finally {
            browser.stop();
            server.stop();
        }
        System.exit(0);
    }

    private static void fill(Path home) throws IOException {
        As.role(Role.LEGAL);
        try (var application = WholeApplication.in(home)) {
            var register = application.getBean(Register.class);
            var transaction = application.getBean(TransactionTemplate.class);
            var entries = LargeRegister.inOrder();
            var ids = new HashMap<UUID, UUID>();
            for (var i = 0; i < entries.size(); i += CHUNK) {
                var chunk = entries.subList(i, Math.min(i + CHUNK, entries.size()));
                transaction.executeWithoutResult(_ -> chunk.forEach(entry -> ids.put(
                        entry.id(),
                        register.add(
                                        new Draft(
                                                entry.owner() == null ? null : ids.get(entry.owner()),
                                                entry.content(),
                                                entry.basis()),
                                        "Measured")
                                .id())));
            }
        }
    }

    private static void measure(Page page) {
        var answers = new AnswerTimes(page);
        var first = new ArrayList<Double>();
        var filter = new ArrayList<Double>();
        var product = new ArrayList<Double>();
        var opened = new ArrayList<Double>();
        for (var round = 0; round < ROUNDS; round++) {
            answers.begin();
            page.locator("nav.side a[href^='vendors']").first().click();
            page.getByTestId("register").getByText("Product").first().waitFor();
            first.add(answers.taken());
            // One that the first rows do not show.
            var name = "vendor " + (99 - round % 50);
            page.getByTestId("register-search").locator("input").fill(name);
            page.getByTestId("register").getByText("of " + name).first().waitFor();
            filter.add(answers.taken());
            page.getByTestId("register").getByText("of " + name).first().click();
            page.locator("main h1").getByText("of " + name).waitFor();
            product.add(answers.taken());
            page.locator("a[href*='vendors/']:visible").first().click();
            page.locator("main h1").getByText("Vendor").waitFor();
            opened.add(answers.taken());
        }
        print("first rows of the table", first);
        print("a filter's rows", filter);
        print("a product's page", product);
        print("a vendor's page", opened);
    }

    /** A server that has just started is slower until its code is compiled, so its first rounds are told apart. */
    private static void print(String what, List<Double> times) {
        print("%s: %s; then %s"
                .formatted(
                        what,
                        AnswerTimes.told(times.subList(0, COLD)),
                        AnswerTimes.told(times.subList(COLD, times.size()))));
    }

    private static void print(String line) {
        System.out.println(line);
    }
}
