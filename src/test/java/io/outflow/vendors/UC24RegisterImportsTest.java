package io.outflow.vendors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.outflow.As;
import io.outflow.access.CurrentPerson;
import io.outflow.access.Role;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntPredicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** UC-24: one import at a time goes on by itself, says how far it is, and ends when Outflow does. */
class UC24RegisterImportsTest {

    private final RegisterFiles files = mock(RegisterFiles.class);
    private final RegisterImports imports = new RegisterImports(files, new CurrentPerson(), Clock.systemUTC());
    private final ImportPreview preview = new ImportPreview("vendors.csv", List.of(), List.of(), 3, List.of());
    private final CountDownLatch half = new CountDownLatch(1);
    private final CountDownLatch rest = new CountDownLatch(1);

    @BeforeEach
    void legal() {
        As.role(Role.LEGAL);
    }

    @AfterEach
    void nobody() {
        As.nobody();
    }

    @Test
    void anotherImportIsRefusedWhileOneGoesOnAndTakenAfterIt() throws Exception {
        when(files.save(any(), any(), any())).thenAnswer(call -> halfThenRest(call.getArgument(2)));
        imports.start(preview, "First");
        half.await();

        assertThat(imports.last()).hasValueSatisfying(progress -> {
            assertThat(progress.done()).isEqualTo(40);
            assertThat(progress.isRunning()).isTrue();
        });
        assertThatThrownBy(() -> imports.start(preview, "Second"))
                .isInstanceOf(EntryRefused.class)
                .hasMessage("Sample Legal imports vendors.csv just now. Nothing of yours was saved."
                        + " Try again when that is done.");
        rest.countDown();
        ended();
        assertThat(imports.last().orElseThrow().result()).isEqualTo(new ImportResult(0, 0, 3, List.of()));
        imports.start(preview, "Second");
        ended();
    }

    @Test
    void whenOutflowEndsTheImportIsToldToStopAndSaysThatItDid() throws Exception {
        when(files.save(any(), any(), any())).thenAnswer(call -> {
            IntPredicate goOn = call.getArgument(2);
            half.countDown();
            while (goOn.test(40)) {
                Thread.onSpinWait();
            }
            throw new ImportSaving.Stopped();
        });
        imports.start(preview, "First");
        half.await();

        imports.destroy();

        assertThat(imports.last()).hasValueSatisfying(progress -> {
            assertThat(progress.isRunning()).isFalse();
            assertThat(progress.failure())
                    .startsWith("The import ended before its end. What was saved until then stays");
            assertThat(progress.done()).isEqualTo(40);
        });
    }

    private ImportResult halfThenRest(IntPredicate goOn) throws InterruptedException {
        assertThat(goOn.test(40)).isTrue();
        half.countDown();
        rest.await();
        return new ImportResult(0, 0, 3, List.of());
    }

    private void ended() {
        Awaitility.await()
                .pollInSameThread()
                .until(() -> !imports.last().orElseThrow().isRunning());
    }
}
