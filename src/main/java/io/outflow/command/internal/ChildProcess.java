package io.outflow.command.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs a command in a process of its own and takes the time of the whole process, start of the JVM included. */
final class ChildProcess {
    private final List<String> command;
    private final Map<String, String> environment;
    private final Path output;

    private ChildProcess(List<String> command, Map<String, String> environment, Path output) {
        this.command = command;
        this.environment = environment;
        this.output = output;
    }

    /** A command of Outflow as the launcher runs it, or, where the launcher did not start this process, in a plain JVM. */
    static ChildProcess outflow(Class<?> application, Path home, Path output, String... arguments) {
        var command = new ArrayList<String>();
        var launcher = System.getenv("OUTFLOW_LAUNCHER");
        if (launcher != null) {
            command.add(launcher);
        } else {
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(List.of("-Xmx512m", "-XX:+UseParallelGC", "--enable-native-access=ALL-UNNAMED"));
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), application.getName()));
        }
        command.addAll(List.of(arguments));
        return new ChildProcess(command, Map.of("OUTFLOW_HOME", home.toString()), output);
    }

    static ChildProcess shell(Path output, String script) {
        return new ChildProcess(List.of("/bin/sh", "-c", script), Map.of(), output);
    }

    /** Runs to the end and gives nanoseconds; fails with the end of the output when the command failed. */
    long run() throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        // A measurement must not write into a real database.
        builder.environment().remove("OUTFLOW_DB_URL");
        long started = System.nanoTime();
        Process process = builder.start();
        int code = process.waitFor();
        long took = System.nanoTime() - started;
        if (code != 0) {
            throw new IllegalStateException(
                    "A measured command ended with exit code " + code + "; its output is in " + output + ".");
        }
        return took;
    }
}
