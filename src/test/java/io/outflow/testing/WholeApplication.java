package io.outflow.testing;

import io.outflow.Outflow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/**
 * The application without its web part on each database, as an import in a terminal runs it: for tests of services that
 * store by JPA. One is started for each database and shared, so tests must not count on an empty database.
 */
public final class WholeApplication {

    private static final Map<Database, ConfigurableApplicationContext> STARTED = new EnumMap<>(Database.class);

    private WholeApplication() {}

    public static synchronized ConfigurableApplicationContext on(Database database) {
        return STARTED.computeIfAbsent(database, WholeApplication::start);
    }

    /** The same with the folder and the database that a server started on this folder will use. */
    public static ConfigurableApplicationContext in(Path home) {
        return run("--outflow.home=" + home);
    }

    private static ConfigurableApplicationContext start(Database database) {
        try {
            return run(
                    "--outflow.home=" + Files.createTempDirectory("outflow-test"),
                    "--spring.datasource.url=" + database.freshUrl(),
                    "--spring.datasource.username=" + database.userName(),
                    "--spring.datasource.password=");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ConfigurableApplicationContext run(String... settings) {
        var spring = new SpringApplication(Outflow.class);
        spring.setAdditionalProfiles("terminal");
        spring.addInitializers(
                starting -> starting.getBeanFactory().registerSingleton("withoutScreens", new WithoutScreens()));
        return spring.run(settings);
    }

    private static final class WithoutScreens extends TypeExcludeFilter {

        @Override
        public boolean match(MetadataReader type, MetadataReaderFactory readers) {
            var name = type.getClassMetadata().getClassName();
            return name.contains(".ui.") || name.startsWith("io.outflow.api.") || name.endsWith("Test");
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof WithoutScreens;
        }

        @Override
        public int hashCode() {
            return WithoutScreens.class.hashCode();
        }
    }
}
