package io.outflow.testbench;

import com.vaadin.testbench.HasElementQuery;
import com.vaadin.testbench.TestBench;
import java.nio.file.Path;
import java.time.Duration;
import org.openqa.selenium.By;
import org.openqa.selenium.SearchContext;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A browser window driven by TestBench, with the few steps that all its tests share. */
final class Browser implements HasElementQuery, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final WebDriver driver;
    private final String address;

    Browser(int port) {
        address = "http://localhost:" + port + "/";
        var options = new ChromeOptions();
        options.addArguments("--headless=new", "--no-sandbox", "--window-size=1440,1000");
        String chromium = System.getenv("OUTFLOW_CHROMIUM");
        if (chromium != null) {
            options.setBinary(chromium);
        }
        driver = TestBench.createDriver(new ChromeDriver(options));
    }

    @Override
    public SearchContext getContext() {
        return driver;
    }

    void open(String path) {
        driver.get(address + path);
    }

    void signIn(String name, String password) {
        open("login");
        wait(By.name("username"));
        driver.findElement(By.name("username")).sendKeys(name);
        driver.findElement(By.name("password")).sendKeys(password);
        driver.findElement(By.cssSelector("form button[type=submit]")).click();
    }

    void upload(Path file) {
        wait(By.tagName("vaadin-upload"));
        $("vaadin-upload")
                .first()
                .$("input")
                .withAttribute("type", "file")
                .first()
                .sendKeys(file.toString());
    }

    void wait(By element) {
        new WebDriverWait(driver, PATIENCE)
                .until(now -> !now.findElements(element).isEmpty());
    }

    void waitForText(String text) {
        new WebDriverWait(driver, PATIENCE).until(now -> text().contains(text));
    }

    String text() {
        return driver.findElement(By.tagName("body")).getText();
    }

    String currentAddress() {
        return driver.getCurrentUrl();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
