package io.outflow.command.internal;

import io.outflow.access.Acting;
import io.outflow.base.DatabaseFile;
import io.outflow.imports.ImportFile;
import io.outflow.imports.ImportRun;
import io.outflow.imports.Imports;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** An import in this process: the application without its web part, on the same data folder. */
final class OwnProcess implements ImportWork {
    /** The profile of {@code application-terminal.yml}. */
    static final String WITHOUT_WEB = "terminal";

    private final ConfigurableApplicationContext context;
    private final Imports imports;

    OwnProcess(Class<?> application, Path home) {
        var spring = new SpringApplication(application);
        spring.setMainApplicationClass(application);
        spring.setAdditionalProfiles(WITHOUT_WEB);
        spring.addInitializers(
                starting -> starting.getBeanFactory().registerSingleton("withoutScreens", new WithoutScreens()));
        context = spring.run("--outflow.home=" + home, "--spring.main.lazy-initialization=true");
        imports = context.getBean(Imports.class);
    }

    @Override
    public long start(List<Path> paths) {
        return Acting.asOutflow(() -> imports.startPaths("COMMAND", paths));
    }

    @Override
    public ImportRun run(long id) {
        return Acting.asOutflow(() -> imports.run(id).orElseThrow());
    }

    @Override
    public List<ImportFile> files(long id) {
        return Acting.asOutflow(() -> imports.files(id));
    }

    @Override
    public String afterwards() {
        return "What was read so far is stored; the next start of Outflow goes on where this stopped.";
    }

    @Override
    public void close() {
        context.getBean(DatabaseFile.class).closeShrunk();
        context.close();
    }
}
