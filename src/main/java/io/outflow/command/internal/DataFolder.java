package io.outflow.command.internal;

import java.nio.file.Path;

/** The data folder that a command means, by the same rule as the application's settings. */
final class DataFolder {
    private DataFolder() {}

    static Path fromEnvironment() {
        String home = System.getProperty("outflow.home", System.getenv().getOrDefault("OUTFLOW_HOME", ""));
        Path path = home.isBlank() ? Path.of(System.getProperty("user.home"), ".outflow") : Path.of(home);
        return path.toAbsolutePath().normalize();
    }
}
