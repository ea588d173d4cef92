package io.outflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** Gives the shared context a data folder and a database of its own, gone when the tests end. */
class TestHome implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try {
            var home = Files.createTempDirectory("outflow-test");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(home)));
            TestPropertyValues.of(
                            "outflow.home=" + home,
                            "outflow.admin-password=" + OutflowTest.ADMIN_PASSWORD,
                            "db-scheduler.enabled=false",
                            "spring.datasource.url=jdbc:h2:mem:" + home.getFileName() + ";DB_CLOSE_DELAY=-1",
                            "spring.datasource.username=outflow",
                            "spring.datasource.password=")
                    .applyTo(context);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(java.nio.file.Path home) {
        try {
            FileSystemUtils.deleteRecursively(home);
        } catch (IOException e) {
            // A folder left in the temporary folder harms nobody.
        }
    }
}
