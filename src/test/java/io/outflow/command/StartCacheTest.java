package io.outflow.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.Outflow;
import io.outflow.sample.BulkLogs;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scans in real JVMs with caches of loaded classes: whatever the cache is, the answer is the same and nothing is said of it. */
class StartCacheTest {
    @TempDir
    Path folder;

    @Test
    void aCacheThatIsStaleDamagedOrMissingChangesNothing() throws Exception {
        Path logs = folder.resolve("logs");
        new BulkLogs(4, Instant.parse("2026-03-02T08:00:00Z"), Duration.ofHours(1), 2, 200, 0.3).writeTo(logs);
        Path jar = jar(folder.resolve("outflow.jar"));
        Path cache = folder.resolve("scan.aot");

        String without = scan(jar, null, logs);
        assertThat(without).contains("\"records\" : 400");
        scan(jar, "-XX:AOTCacheOutput=" + cache, logs);
        assertThat(cache).isNotEmptyFile();
        assertThat(scan(jar, "-XX:AOTCache=" + cache, logs)).isEqualTo(without);

        Path otherBuild = jar(folder.resolve("other.jar"));
        assertThat(scan(otherBuild, "-XX:AOTCache=" + cache, logs)).isEqualTo(without);

        Path cut = folder.resolve("cut.aot");
        Files.write(cut, Arrays.copyOf(Files.readAllBytes(cache), 100_000));
        assertThat(scan(jar, "-XX:AOTCache=" + cut, logs)).isEqualTo(without);

        assertThat(scan(jar, "-XX:AOTCache=" + folder.resolve("none.aot"), logs))
                .isEqualTo(without);

        Files.setLastModifiedTime(jar, FileTime.fromMillis(0));
        assertThat(scan(jar, "-XX:AOTCache=" + cache, logs)).isEqualTo(without);
    }

    /** As the launcher starts it. */
    private String scan(Path jar, @Nullable String option, Path logs) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Xlog:disable",
                "-Xlog:all=error,aot*=off,cds*=off:stderr",
                "-Xmx512m",
                "-XX:+UseParallelGC"));
        if (option != null) {
            command.add(option);
        }
        command.addAll(List.of("-cp", jar + File.pathSeparator + libraries(), Outflow.class.getName()));
        command.addAll(List.of("scan", "--json", logs.toString()));
        Path output = Files.createTempFile(folder, "output", ".txt");
        Path errors = Files.createTempFile(folder, "errors", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(errors)).isZero();
        if (option == null || option.startsWith("-XX:AOTCache=")) {
            assertThat(errors).as(option).isEmptyFile();
        }
        return Files.readString(output);
    }

    private static String libraries() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .reduce((a, b) -> a + File.pathSeparator + b)
                .orElseThrow();
    }

    private static Path jar(Path file) throws IOException {
        Path classes = Path.of("target/classes");
        try (var out = new JarOutputStream(Files.newOutputStream(file));
                var all = Files.walk(classes)) {
            for (Path each : all.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(
                        new JarEntry(classes.relativize(each).toString().replace(File.separatorChar, '/')));
                Files.copy(each, out);
                out.closeEntry();
            }
        }
        return file;
    }
}
