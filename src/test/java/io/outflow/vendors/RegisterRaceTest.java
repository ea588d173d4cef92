package io.outflow.vendors;

import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.As;
import io.outflow.access.Role;
import io.outflow.testing.Database;
import io.outflow.testing.OnBothDatabases;
import io.outflow.testing.WholeApplication;
import io.outflow.vendors.content.Statement;
import io.outflow.vendors.content.Vendor;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;

/** Two people who save the same entry at the same moment. */
class RegisterRaceTest {

    private static final int RACES = 500;

    @AfterEach
    void nobody() {
        As.nobody();
    }

    @OnBothDatabases
    void exactlyOneOfTwoWinsAndTheOtherIsToldWhoseChangeWon(Database database) throws Exception {
        As.role(Role.LEGAL);
        var register = WholeApplication.on(database).getBean(Register.class);
        var vendor = register.add(
                new Draft(null, Vendor.named("Racing " + UUID.randomUUID()), Basis.ours("", null, null)), "New vendor");
        var entry =
                register.add(new Draft(vendor.id(), new Statement("Lap", "0"), Basis.ours("", null, null)), "Start");
        try (var people = Executors.newFixedThreadPool(2)) {
            var together = new CyclicBarrier(2);
            for (var race = 1; race <= RACES; race++) {
                var version = (long) race;
                var first = people.submit(editor(register, entry, version, "first", together));
                var second = people.submit(editor(register, entry, version, "second", together));

                var lost = first.get() == null ? second.get() : first.get();
                var won = first.get() == null ? "first" : "second";
                assertThat(first.get() == null)
                        .as("exactly one wins race %s", race)
                        .isNotEqualTo(second.get() == null);
                assertThat(lost.current().orElseThrow().content()).isEqualTo(new Statement("Lap", won + " " + version));
            }
        }
        assertThat(register.now().find(entry.id()).orElseThrow().version()).isEqualTo(RACES + 1);
    }

    /** Saves and gives nothing, or the refusal. */
    private static Callable<EntryChangedMeanwhile> editor(
            Register register, Entry<?> entry, long version, String name, CyclicBarrier together) {
        return () -> {
            As.role(Role.LEGAL);
            try {
                together.await();
                register.change(
                        entry.id(), version, new Statement("Lap", name + " " + version), entry.basis(), "Lap", null);
                return null;
            } catch (EntryChangedMeanwhile e) {
                return e;
            } finally {
                As.nobody();
            }
        };
    }
}
