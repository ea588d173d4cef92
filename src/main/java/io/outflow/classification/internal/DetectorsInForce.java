package io.outflow.classification.internal;

import io.outflow.classification.Detector;
import io.outflow.classification.Detectors.Setting;
import io.outflow.classification.TextScanners;
import io.outflow.classification.internal.detect.TextScan;
import io.outflow.trail.TextScanner;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The detectors that are switched on, in the heap: read at the start and replaced after the commit of each change here. A
 * change on another server is seen by the next scanner a second later.
 */
@Component
class DetectorsInForce implements TextScanners {
    private static final Logger LOG = LoggerFactory.getLogger(DetectorsInForce.class);
    private static final Duration HOLDS = Duration.ofSeconds(1);

    private final RuleStore rules;
    private final DetectorStore store;
    private final TransactionTemplate transaction;
    private final AtomicReference<InForce> current;
    private final AtomicLong readAt = new AtomicLong(System.nanoTime());

    private record InForce(long version, Map<Detector, String> classes) {}

    DetectorsInForce(RuleStore rules, DetectorStore store, TransactionTemplate transaction) {
        this.rules = rules;
        this.store = store;
        this.transaction = transaction;
        current = new AtomicReference<>(read());
    }

    @Override
    public TextScanner scanner() {
        readAgain();
        var classes = current.get().classes();
        return classes.isEmpty() ? TextScanner.NONE : new TextScan(classes);
    }

    /**
     * Puts settings into force when this transaction commits.
     *
     * @param version the number that {@link RuleStore#lock} gave
     */
    void changed(long version, List<Setting> settings) {
        var next = new InForce(version, classes(settings));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                take(next);
            }
        });
    }

    private void readAgain() {
        var last = readAt.get();
        var now = System.nanoTime();
        if (now - last >= HOLDS.toNanos() && readAt.compareAndSet(last, now)) {
            try {
                take(read());
            } catch (DataAccessException | TransactionException e) {
                LOG.debug("The settings of detectors could not be read again; those read before hold.", e);
            }
        }
    }

    private InForce read() {
        // The version first: settings that are newer than it are only read once more.
        return Objects.requireNonNull(transaction.execute(_ -> new InForce(rules.version(), classes(store.list()))));
    }

    /** Two changes commit in the order of their numbers but may get here in the other. */
    private void take(InForce next) {
        current.updateAndGet(held -> held.version() < next.version() ? next : held);
    }

    private static Map<Detector, String> classes(List<Setting> settings) {
        return settings.stream()
                .filter(Setting::enabled)
                .collect(Collectors.toUnmodifiableMap(Setting::detector, Setting::dataClass));
    }
}
