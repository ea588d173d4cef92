package io.outflow.command.internal;

import java.io.IOException;
import java.lang.management.ManagementFactory;
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

    /** A command of Outflow in a JVM with the options that the launcher gives it. */
    static ChildProcess outflow(Class<?> application, Path home, Path output, String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        var options = System.getenv("OUTFLOW_BENCH_OPTIONS");
        command.addAll(options == null ? List.of("-Xmx512m", "-XX:+UseParallelGC") : List.of(options.split(" ")));
        var cache = arguments[0].equals("scan") ? System.getenv("OUTFLOW_BENCH_CACHE") : null;
        if (cache != null) {
            command.add("-XX:AOTCache=" + cache);
        }
        command.add("-Doutflow.home=" + home);
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> (cache == null && option.startsWith("-XX:AOTCache="))
                        || option.startsWith("-Xlog:")
                        || option.startsWith("--sun-misc-unsafe")
                        || option.startsWith("--enable-native-access"))
                .forEach(command::add);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), application.getName()));
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
