package io.outflow.evidence.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.OutflowTest;
import io.outflow.access.Acting;
import io.outflow.evidence.EvidencePackage;
import io.outflow.evidence.EvidencePackage.State;
import io.outflow.evidence.EvidencePackages;
import io.outflow.evidence.PackageRequest;
import io.outflow.evidence.Part;
import io.outflow.testing.Calls;
import io.outflow.trail.Coverage;
import io.outflow.trail.Outcome;
import io.outflow.trail.Proof;
import io.outflow.usage.EventStore;
import io.outflow.vendors.Basis;
import io.outflow.vendors.Draft;
import io.outflow.vendors.Register;
import io.outflow.vendors.content.Vendor;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A package is of one moment while the register is edited and calls come in. */
@OutflowTest
class UC60MadeWhileWrittenTest {

    private static final LocalDate DAY = LocalDate.of(2016, 4, 7);
    private static final int BATCH = 7;

    /** The common pool has one thread on a small machine. */
    private static final Executor THREADS = work -> Thread.ofPlatform().daemon().start(work);

    @Autowired
    EvidencePackages packages;

    @Autowired
    Register register;

    @Autowired
    EventStore store;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Test
    void itsCountsAgreeWithOneMomentWhateverIsWrittenMeanwhile() {
        var editing = new AtomicBoolean(true);
        var importing = new AtomicBoolean(true);
        var editor = CompletableFuture.runAsync(() -> Acting.asOutflow(() -> edit(editing)), THREADS);
        var importer = CompletableFuture.runAsync(() -> Acting.asOutflow(() -> fill(importing)), THREADS);
        EvidencePackage made;
        try {
            made = Acting.asOutflow(() -> makeMeanwhile(importing, importer));
        } finally {
            importing.set(false);
            editing.set(false);
        }
        CompletableFuture.allOf(editor, importer).join();

        assertThat(made.state()).as(made.message()).isEqualTo(State.MADE);
        var told = new HashMap<String, Long>();
        Acting.asOutflow(() -> packages.read(made.number(), BagNames.IPE))
                .path("population")
                .forEach(one -> told.put(
                        one.path("name").asString(), one.path("exported").asLong()));
        var asOf = made.request().asOf();
        var rows = RegisterModel.rows(jdbc);
        assertThat(rows.stream().filter(row -> row.recorded().isAfter(asOf)))
                .as("edited meanwhile")
                .isNotEmpty();
        Map<String, Long> model = RegisterModel.expected(rows, Set.of(), asOf);
        model.forEach((file, count) -> {
            if (!file.equals("approvals")) {
                assertThat(told).containsEntry("Register: " + file, count);
            }
        });
        var calls = told.get("Single calls, attempts and steps of agents");
        assertThat(calls).isPositive().matches(count -> count % BATCH == 0, "whole commits");
        assertThat(told)
                .containsEntry("Calls in usage-daily", calls)
                .containsEntry("Calls in detected-classes", calls)
                .containsEntry("Denied and failed attempts in usage-daily", 0L);
    }

    private EvidencePackage makeMeanwhile(AtomicBoolean importing, CompletableFuture<Void> importer) {
        await(() -> importer.isDone() || stored() > 3 * BATCH);
        var number = packages.make(request());
        await(() -> importer.isDone()
                || packages.doing(number)
                        .filter(words -> words.startsWith("Calls came in"))
                        .isPresent());
        importing.set(false);
        await(() -> packages.find(number).orElseThrow().state() != State.MAKING);
        return packages.find(number).orElseThrow();
    }

    private long stored() {
        return jdbc.sql("SELECT COUNT(*) FROM invocation WHERE event_time >= ? AND event_time < ?")
                .params(
                        DAY.atStartOfDay().atOffset(ZoneOffset.UTC),
                        DAY.plusDays(1).atStartOfDay().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await()
                .pollInSameThread()
                .pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(60))
                .until(condition);
    }

    private void edit(AtomicBoolean going) {
        for (var i = 0; going.get(); i++) {
            register.add(
                    new Draft(null, Vendor.named("While " + i + UUID.randomUUID()), Basis.ours("s", DAY, null)),
                    "edited while a package is made");
            pause(5);
        }
    }

    private void fill(AtomicBoolean going) {
        var time = DAY.atStartOfDay(ZoneOffset.UTC).toInstant();
        while (going.get()) {
            var calls = new ArrayList<io.outflow.trail.ModelCall>();
            for (var i = 0; i < BATCH; i++) {
                var id = UUID.randomUUID().toString();
                time = time.plusMillis(1);
                calls.add(Calls.record(id, time, id, Calls.person("ana"), Calls.SONNET, Outcome.USE));
            }
            var stored = transaction.execute(_ -> store.store(
                    List.of(new EventStore.Batch(1, store.prepare(calls), Set.<Coverage>of(), Proof.NO_DIGEST))));
            store.publish(stored);
            pause(20);
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PackageRequest request() {
        return new PackageRequest(
                "Meanwhile",
                "",
                Set.of(),
                Set.of(),
                DAY,
                DAY,
                null,
                Set.of(),
                EnumSet.of(Part.REGISTER, Part.USAGE, Part.EVENTS),
                false,
                "");
    }
}
