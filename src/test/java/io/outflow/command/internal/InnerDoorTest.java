package io.outflow.command.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.outflow.base.OutflowHome;
import io.outflow.imports.Counts;
import io.outflow.imports.FileState;
import io.outflow.imports.ImportFile;
import io.outflow.imports.ImportRun;
import io.outflow.imports.Imports;
import io.outflow.imports.RunState;
import io.outflow.trail.Proof;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InnerDoorTest {
    private static final ImportRun RUN = new ImportRun(
            7,
            RunState.DONE_WITH_QUARANTINE,
            "COMMAND",
            "Outflow",
            Instant.parse("2026-03-04T05:06:07.123456Z"),
            null,
            null,
            2,
            2,
            new Counts(10, 4, 3, 2, 1),
            2048,
            2048);
    private static final ImportFile FILE = new ImportFile(
            3,
            1,
            "a.json.gz",
            FileState.DONE_WITH_QUARANTINE,
            "One record is cut.",
            RUN.totals(),
            2048,
            2048,
            Proof.VERIFIED);

    @TempDir
    Path folder;

    private final Imports imports = mock(Imports.class);
    private Path home;
    private InnerDoor door;

    @BeforeEach
    void openTheDoor() throws Exception {
        home = folder.resolve("home");
        door = new InnerDoor(OutflowHome.at(home), imports);
        door.open();
    }

    @AfterEach
    void closeTheDoor() throws Exception {
        door.destroy();
    }

    @Test
    void aCommandFindsTheServerAndHandsItAbsolutePaths() {
        when(imports.startPaths(eq("COMMAND"), eq(List.of(Path.of("/logs/a b"), Path.of("/logs/é")))))
                .thenReturn(7L);
        when(imports.run(7)).thenReturn(Optional.of(RUN));
        when(imports.files(7)).thenReturn(List.of(FILE));

        try (var server = RunningServer.on(home).orElseThrow()) {
            assertThat(server.start(List.of(Path.of("/logs/a b"), Path.of("/logs/é"))))
                    .isEqualTo(7);
            assertThat(server.run(7)).isEqualTo(RUN);
            assertThat(server.files(7)).containsExactly(FILE);
        }
    }

    @Test
    void withoutTheTokenNothingIsAnsweredAndNothingIsStarted() throws Exception {
        ServerLock lock = ServerLock.read(home).orElseThrow();
        for (String header : List.of("Bearer ", "Bearer " + "0".repeat(64), lock.token(), "Basic " + lock.token())) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + lock.port() + "/internal/imports"))
                    .header("Authorization", header)
                    .POST(HttpRequest.BodyPublishers.ofString("{\"paths\":[\"/\"]}"))
                    .build();
            try (var client = HttpClient.newHttpClient()) {
                assertThat(client.send(request, BodyHandlers.ofString()).statusCode())
                        .as(header)
                        .isEqualTo(401);
            }
        }
        verify(imports, never()).startPaths(any(), any());
    }

    @Test
    void itListensOnTheLoopbackAddressOnly() throws Exception {
        int port = ServerLock.read(home).orElseThrow().port();
        assertThat(connects(InetAddress.getLoopbackAddress(), port)).isTrue();
        for (var network : NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress())
                .toList()) {
            assertThat(connects(network, port)).as(network.toString()).isFalse();
        }
    }

    @Test
    void theLockFileIsForItsOwnerAndGoesWithTheServer() throws Exception {
        Path lock = home.resolve("server.lock");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(lock)))
                .isEqualTo("rw-------");

        door.destroy();

        assertThat(lock).doesNotExist();
        assertThat(RunningServer.on(home)).isEmpty();
    }

    @Test
    void aLockFileLeftByAKilledServerIsNotBelieved() throws Exception {
        ServerLock lock = ServerLock.read(home).orElseThrow();
        Path other = Files.createDirectory(folder.resolve("other"));

        // The process id is alive and something answers at the port, but it serves another folder.
        lock.write(other);
        assertThat(RunningServer.on(other)).isEmpty();

        // Nobody listens at the port any more.
        door.destroy();
        lock.write(home);
        assertThat(RunningServer.on(home)).isEmpty();

        Files.writeString(home.resolve("server.lock"), "port=x\npid=\n");
        assertThat(RunningServer.on(home)).isEmpty();
    }

    @Test
    void aServerThatStopsLeavesTheLockFileOfItsSuccessor() throws Exception {
        var successor = new ServerLock(1, ProcessHandle.current().pid(), "another token");
        successor.write(home);

        door.destroy();

        assertThat(ServerLock.read(home)).contains(successor);
    }

    @Test
    void aRunThatIsNotThereIsNotFoundAndAFaultIsNotToldInDetail() {
        when(imports.run(8)).thenReturn(Optional.empty());
        when(imports.files(9)).thenThrow(new IllegalStateException("inner detail"));
        try (var server = RunningServer.on(home).orElseThrow()) {
            assertThat(catchThrowable(() -> server.run(8))).hasRootCauseMessage("The server answered 404.");
            assertThat(catchThrowable(() -> server.files(9))).hasRootCauseMessage("The server answered 500.");
        }
    }

    private static boolean connects(InetAddress address, int port) {
        try (var socket = new Socket(address, port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
