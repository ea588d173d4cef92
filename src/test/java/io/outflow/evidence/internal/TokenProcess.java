package io.outflow.evidence.internal;

import io.outflow.base.OutflowHome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Makes packages that are signed on a PKCS#11 token, in a process of its own: SoftHSM reads where its tokens lie from a variable of
 * the environment, which Java cannot set for itself.
 */
final class TokenProcess {

    private TokenProcess() {}

    /** Arguments: folder for all that is written, library, file with the PIN. Prints why it cannot, or {@code done}. */
    public static void main(String[] arguments) throws Exception {
        var folder = Path.of(arguments[0]);
        var makers = new KeyMakers("pkcs11", arguments[1], 0, "", arguments[2], "", "", "");
        var home = OutflowHome.at(Files.createDirectories(folder.resolve("home")));
        try {
            var keys = new KeyFolder(home, Clock.systemUTC(), makers);
            make(folder, "first", keys.current());
            // Another process, or another day: the key is found again by its name.
            make(folder, "again", new KeyFolder(home, Clock.systemUTC(), makers).current());
            keys.rotate();
            make(folder, "rotated", keys.current());
            System.out.println("done");
        } catch (IOException e) {
            System.out.println(e.getMessage());
        }
    }

    private static void make(Path folder, String name, SigningKey key) throws IOException {
        SamplePackage.make(folder.resolve(name), folder.resolve(name + ".zip"), 5, 4, 5, key, TimeStamps.none());
    }

    /** A token of SoftHSM in a folder. */
    record Token(Path folder, String library) {

        /** What the process said, in a token whose PIN is 1234. */
        String make(String pin) throws IOException, InterruptedException {
            var pinFile = Files.writeString(folder.resolve("pin"), pin + "\n");
            return run(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    TokenProcess.class.getName(),
                    folder.toString(),
                    library,
                    pinFile.toString()));
        }

        /** Makes it; what the tool says when it cannot. */
        String init() throws IOException, InterruptedException {
            Files.writeString(
                    folder.resolve("softhsm2.conf"),
                    "directories.tokendir = %s\nobjectstore.backend = file\nlog.level = ERROR\n"
                            .formatted(Files.createDirectories(folder.resolve("tokens"))));
            return run(List.of(
                    "softhsm2-util",
                    "--init-token",
                    "--slot",
                    "0",
                    "--label",
                    "outflow",
                    "--pin",
                    "1234",
                    "--so-pin",
                    "5678"));
        }

        private String run(List<String> command) throws IOException, InterruptedException {
            var builder = new ProcessBuilder(new ArrayList<>(command)).redirectErrorStream(true);
            builder.environment()
                    .put("SOFTHSM2_CONF", folder.resolve("softhsm2.conf").toString());
            var process = builder.start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
            return said;
        }
    }
}
