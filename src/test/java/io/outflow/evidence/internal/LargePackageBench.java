package io.outflow.evidence.internal;

import io.outflow.Outflow;
import io.outflow.access.Acting;
import io.outflow.evidence.EvidencePackage.State;
import io.outflow.evidence.EvidencePackages;
import io.outflow.evidence.PackageRequest;
import io.outflow.evidence.Part;
import io.outflow.testing.Calls;
import io.outflow.trail.Coverage;
import io.outflow.trail.ModelCall;
import io.outflow.trail.Outcome;
import io.outflow.trail.Proof;
import io.outflow.usage.EventStore;
import io.outflow.usage.Usage;
import io.outflow.usage.UsageFilter;
import io.outflow.vendors.Basis;
import io.outflow.vendors.Documents;
import io.outflow.vendors.Draft;
import io.outflow.vendors.Register;
import io.outflow.vendors.content.Product;
import io.outflow.vendors.content.Vendor;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes a large package in the whole server and prints how long it took and how much heap it needed: run its main method with
 * {@code -Xmx512m}, a new folder, how many documents of 100 MiB that do not compress, and how many thousands of calls. It asserts
 * nothing and leaves the package in the folder.
 */
final class LargePackageBench {

    private static final int DOCUMENT = (100 << 20) - 1_000;
    private static final int BATCH = 5_000;
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final int DAYS = 20;

    private LargePackageBench() {}

    public static void main(String[] arguments) throws Exception {
        var home = Files.createDirectories(Path.of(arguments[0]).toAbsolutePath());
        var application = SpringApplication.run(
                Outflow.class, "--outflow.home=" + home, "--server.port=0", "--logging.level.io.outflow=warn");
        Acting.asOutflow(() -> {
            try {
                timed("documents stored", () -> documents(application, Integer.parseInt(arguments[1])));
                timed("calls stored", () -> calls(application, Integer.parseInt(arguments[2])));
                timed("package made and checked", () -> make(application));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        System.out.println(heap());
        System.exit(0);
    }

    private static void documents(ApplicationContext application, int count) throws IOException {
        var register = application.getBean(Register.class);
        var documents = application.getBean(Documents.class);
        var basis = Basis.ours("bench", DAY, null);
        var vendor = register.add(new Draft(null, Vendor.named("Large"), basis), "bench");
        var product = register.add(new Draft(vendor.id(), Product.named("Large"), basis), "bench");
        for (var i = 0; i < count; i++) {
            var stored = documents.store(noise(i), "noise-" + i + ".pdf");
            documents.add(product.id(), stored.titled("Noise " + i), "bench");
        }
    }

    private static InputStream noise(int seed) {
        var random = new SplittableRandom(seed);
        return new SequenceInputStream(
                new java.io.ByteArrayInputStream("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII)), new InputStream() {
                    private long left = DOCUMENT;

                    @Override
                    public int read() {
                        return left-- > 0 ? random.nextInt(256) : -1;
                    }

                    @Override
                    public int read(byte[] buffer, int from, int length) {
                        if (left <= 0) {
                            return -1;
                        }
                        var size = (int) Math.min(Math.min(left, length), 1 << 16);
                        var bytes = new byte[size];
                        random.nextBytes(bytes);
                        System.arraycopy(bytes, 0, buffer, from, size);
                        left -= size;
                        return size;
                    }
                });
    }

    private static void calls(ApplicationContext application, int thousands) {
        var store = application.getBean(EventStore.class);
        var transaction = application.getBean(TransactionTemplate.class);
        var total = thousands * 1_000L;
        var step = DAYS * 86_400_000L / Math.max(1, total);
        var time = DAY.atStartOfDay(ZoneOffset.UTC).toInstant();
        for (var made = 0L; made < total; made += BATCH) {
            var batch = new ArrayList<ModelCall>();
            for (var i = 0; i < BATCH; i++) {
                var id = "%032x".formatted(made + i);
                time = time.plusMillis(step);
                batch.add(Calls.record(
                        id, time, id, Calls.person("person-" + (made + i) % 300), Calls.SONNET, Outcome.USE));
            }
            store.publish(transaction.execute(_ -> store.store(
                    List.of(new EventStore.Batch(1, store.prepare(batch), Set.<Coverage>of(), Proof.NO_DIGEST)))));
        }
        System.out.printf(
                Locale.ROOT,
                "%,d calls in the columns%n",
                application
                        .getBean(Usage.class)
                        .calls(UsageFilter.period(Instant.EPOCH, time.plusSeconds(1)), 0, 1)
                        .total());
    }

    private static void make(ApplicationContext application) {
        var packages = application.getBean(EvidencePackages.class);
        var number = packages.make(new PackageRequest(
                "Large",
                "",
                Set.of(),
                Set.of(),
                DAY,
                DAY.plusDays(DAYS),
                null,
                Set.of(),
                EnumSet.of(Part.REGISTER, Part.USAGE, Part.EVENTS),
                false,
                ""));
        var said = "";
        while (packages.find(number).orElseThrow().state() == State.MAKING) {
            var doing = packages.doing(number).orElse("").replaceAll(": [\\d,]+ rows written", "");
            if (!doing.equals(said)) {
                System.out.printf(Locale.ROOT, "%s: %s, %s%n", Instant.now(), doing, heap());
                said = doing;
            }
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        var made = packages.find(number).orElseThrow();
        System.out.printf(
                Locale.ROOT,
                "%s %s, archive %,d bytes, content %,d bytes in %,d files %s%n",
                made.state(),
                made.fileName(),
                made.bytes(),
                packages.files(number).stream().mapToLong(file -> file.bytes()).sum(),
                packages.files(number).size(),
                made.message());
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void timed(String what, Work work) throws IOException {
        var start = System.nanoTime();
        work.run();
        System.out.printf(Locale.ROOT, "%s: %.1f s%n", what, (System.nanoTime() - start) / 1e9);
    }

    /** What was left after the last collection, which is what it needs. */
    private static String heap() {
        var live = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null)
                .mapToLong(pool -> pool.getCollectionUsage().getUsed())
                .sum();
        return "%d MiB of the heap of %d MiB in use after the last collection"
                .formatted(live >> 20, Runtime.getRuntime().maxMemory() >> 20);
    }
}
