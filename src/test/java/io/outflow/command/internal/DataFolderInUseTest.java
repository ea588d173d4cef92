package io.outflow.command.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderInUseTest {
    @TempDir
    Path folder;

    @Test
    void aDatabaseThatAnotherProcessHoldsIsSaidInAPlainSentence() throws Exception {
        String url = "jdbc:h2:file:" + folder.resolve("db");
        Process other = holdInAnotherProcess(url);
        try {
            Throwable failure = catchThrowable(() -> DriverManager.getConnection(url, "sa", ""));

            var analysis = new DataFolderInUse().analyze(new IllegalStateException("wrapped", failure));

            assertThat(analysis).isNotNull();
            assertThat(analysis.getDescription()).isEqualTo(DataFolderInUse.SENTENCE);
        } finally {
            other.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void otherFailuresAreNotMistakenForIt() {
        assertThat(new DataFolderInUse().analyze(new IllegalStateException(new IOException("disk full"))))
                .isNull();
    }

    private Process holdInAnotherProcess(String url) throws IOException {
        Path ready = folder.resolve("ready");
        Path program = folder.resolve("Hold.java");
        Files.writeString(program, """
                public class Hold {
                    public static void main(String[] a) throws Exception {
                        var held = java.sql.DriverManager.getConnection(a[0], "sa", "");
                        java.nio.file.Files.createFile(java.nio.file.Path.of(a[1]));
                        System.in.read();
                        held.close();
                    }
                }
                """);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        program.toString(),
                        url,
                        ready.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("hold.log").toFile())
                .start();
        await().atMost(60, TimeUnit.SECONDS).until(() -> Files.exists(ready));
        return process;
    }
}
