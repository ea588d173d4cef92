package io.outflow.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.outflow.access.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real Chromium: the one of {@code OUTFLOW_CHROMIUM}, an installed one, or Playwright's own. Each page has its own session
 * unless it is opened beside another; a page that reports an error fails its test, and a failed test leaves a picture.
 */
final class Browser implements BeforeAllCallback, AfterAllCallback, AfterEachCallback {
    static final int WIDE = 1440;
    static final int NARROW = 420;

    private static final int SECONDS = 60;
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final OutflowServer server;
    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private Playwright playwright;
    private com.microsoft.playwright.Browser chromium;

    Browser(OutflowServer server) {
        this.server = server;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        start();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        stop();
    }

    void start() {
        var environment = new HashMap<>(System.getenv());
        var options = new BrowserType.LaunchOptions().setArgs(ARGUMENTS);
        var installed = installed();
        if (installed != null) {
            environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
            options.setExecutablePath(installed);
        }
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        chromium = playwright.chromium().launch(options);
        PlaywrightAssertions.setDefaultAssertionTimeout(SECONDS * 1000.0);
    }

    void stop() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        var failed = context.getExecutionException().isPresent();
        var number = 0;
        for (var open : contexts) {
            for (var page : open.pages()) {
                if (failed) {
                    page.screenshot(new Page.ScreenshotOptions()
                            .setFullPage(true)
                            .setPath(Path.of(
                                    "target",
                                    "browser-tests",
                                    context.getRequiredTestClass().getSimpleName() + "-"
                                            + context.getRequiredTestMethod().getName() + "-" + number++ + ".png")));
                }
            }
            open.close();
        }
        contexts.clear();
        var reported = List.copyOf(faults);
        faults.clear();
        if (!failed && !reported.isEmpty()) {
            throw new AssertionError("Pages reported errors: " + reported);
        }
    }

    /** A page of somebody who is not signed in. */
    Page open(String path) {
        return open(path, WIDE, ColorScheme.LIGHT);
    }

    Page open(String path, int width, ColorScheme scheme) {
        var context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setColorScheme(scheme)
                .setViewportSize(width, 900));
        context.setDefaultTimeout(SECONDS * 1000.0);
        contexts.add(context);
        return beside(context.newPage(), path);
    }

    /** A page of the administrator. */
    Page signedIn(String path) {
        return signedIn(path, WIDE, ColorScheme.LIGHT);
    }

    Page signedIn(String path, int width, ColorScheme scheme) {
        var page = open("login", width, scheme);
        signIn(page, "admin", OutflowServer.PASSWORD);
        page.navigate(server.address(path));
        return page;
    }

    /** A page of somebody whom {@link #addPerson} added, with a session of its own. */
    Page signedInAs(String name, String path) {
        var page = open("login");
        signIn(page, name, OutflowServer.PASSWORD);
        page.navigate(server.address(path));
        return page;
    }

    /** Has the administrator add somebody with a role. */
    void addPerson(String name, Role role) {
        var page = signedIn("settings/people");
        page.getByTestId("people-add").click();
        page.getByTestId("person-name").locator("input").fill(name);
        page.getByTestId("person-password").locator("input").fill(OutflowServer.PASSWORD);
        page.getByLabel(role.label() + ":").check();
        page.getByTestId("dialog-done").click();
        PlaywrightAssertions.assertThat(page.getByTestId("people")).containsText(name);
    }

    /** Another tab of the same person. */
    Page tabBeside(Page page) {
        return beside(
                page.context().newPage(),
                page.url().substring(server.address("").length()));
    }

    /** Signs in on the sign-in page and waits for the shell. */
    void signIn(Page page, String name, String password) {
        page.getByLabel("Name").fill(name);
        page.getByLabel("Password").fill(password);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        PlaywrightAssertions.assertThat(page.locator("nav.side")).isVisible();
    }

    /** Drops files on a place, as a hand with a mouse does. */
    static void drop(Locator place, List<Path> files) {
        // Files come into a page only through a file chooser, so they are taken from a chooser of our own.
        var page = place.page();
        page.evaluate(
                "() => { const input = document.createElement('input'); input.type = 'file'; input.multiple = true;"
                        + " input.id = 'dropped-files'; input.hidden = true; document.body.append(input); }");
        page.locator("#dropped-files").setInputFiles(files.toArray(Path[]::new));
        place.evaluate(
                "place => { const input = document.getElementById('dropped-files');"
                        + " const data = new DataTransfer(); for (const file of input.files) data.items.add(file); input.remove();"
                        + " for (const type of ['dragover', 'drop'])"
                        + " place.dispatchEvent(new DragEvent(type, {dataTransfer: data, bubbles: true, cancelable: true})); }");
    }

    /** Waits until the page has nothing more to ask of the server. */
    static void settled(Page page) {
        page.waitForFunction("() => window.Vaadin?.Flow?.clients"
                + " && Object.values(window.Vaadin.Flow.clients).every(client => !client.isActive?.())");
    }

    /** What stands against the accessibility of a page, one line a rule and place. */
    static List<String> accessibilityViolations(Page page) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream().map(Browser::described).toList();
    }

    /** What reaches over the right edge of a page, so that it has to be moved sideways; nothing when all fits. */
    static List<String> overflow(Page page) {
        var wider = (List<?>) page.evaluate("() => [document.documentElement, document.querySelector('main')]"
                + ".filter(place => place && place.scrollWidth > place.clientWidth)"
                + ".map(place => place.localName + ' is ' + place.scrollWidth + ' wide in ' + place.clientWidth + ': '"
                + " + [...place.querySelectorAll('*')]"
                + ".filter(part => part.getBoundingClientRect().right > place.getBoundingClientRect().left + place.clientWidth + 1)"
                + ".slice(0, 5).map(part => part.localName + '.' + part.className).join(', '))");
        return wider.stream().map(String::valueOf).toList();
    }

    /** Open dialogs whose content reaches over their edge or that reach over the edge of the window. */
    static List<String> cutDialogs(Page page) {
        var cut = (List<?>) page.evaluate("() => [...document.querySelectorAll('vaadin-dialog[opened]')]"
                + ".map(dialog => dialog.shadowRoot.querySelector('[part~=overlay]') ?? dialog)"
                + ".flatMap(overlay => [overlay, ...overlay.querySelectorAll('[part~=content], [part~=footer]')])"
                + ".filter(part => part.scrollWidth > part.clientWidth + 1"
                + " || part.getBoundingClientRect().right > window.innerWidth + 1"
                + " || part.getBoundingClientRect().left < -1)"
                + ".map(part => 'the ' + part.getAttribute('part') + ' of a dialog is ' + part.scrollWidth + ' wide in '"
                + " + part.clientWidth + ', from ' + part.getBoundingClientRect().left + ' to '"
                + " + part.getBoundingClientRect().right)");
        return cut.stream().map(String::valueOf).toList();
    }

    /** An assertion that waits as long as an import may take. */
    static LocatorAssertions.HasTextOptions aWhile() {
        return new LocatorAssertions.HasTextOptions().setTimeout(240_000);
    }

    private static String described(Rule rule) {
        var places = rule.getNodes().stream()
                .limit(5)
                .map(node -> node.getTarget() + " " + node.getHtml() + " " + node.getFailureSummary())
                .toList();
        return rule.getId() + ": " + rule.getHelp() + " " + places;
    }

    private Page beside(Page page, String path) {
        page.onPageError(error -> faults.add(path + ": " + error));
        page.navigate(server.address(path));
        return page;
    }

    private static Path installed() {
        var named = System.getenv("OUTFLOW_CHROMIUM");
        if (named != null && !named.isBlank()) {
            return Path.of(named);
        }
        return Map.of("Linux", List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"))
                .getOrDefault(System.getProperty("os.name"), List.of())
                .stream()
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }
}
