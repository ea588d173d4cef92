package io.outflow.classification.internal;

import io.outflow.classification.Detector;
import io.outflow.classification.Detectors.Setting;
import io.outflow.classification.TextScanners;
import io.outflow.classification.internal.detect.TextScan;
import io.outflow.trail.TextScanner;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The detectors that are switched on, in the heap: read at the start, replaced after the commit of each change. */
@Component
class DetectorsInForce implements TextScanners {
    private final AtomicReference<InForce> current;

    private record InForce(long version, Map<Detector, String> classes) {}

    DetectorsInForce(DetectorStore store, TransactionTemplate transaction) {
        var stored = transaction.execute(_ -> classes(store.list()));
        current = new AtomicReference<>(new InForce(0, stored));
    }

    @Override
    public TextScanner scanner() {
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
                // Two changes commit in the order of their numbers but may get here in the other.
                current.updateAndGet(held -> held.version() < next.version() ? next : held);
            }
        });
    }

    private static Map<Detector, String> classes(List<Setting> settings) {
        return settings.stream()
                .filter(Setting::enabled)
                .collect(Collectors.toUnmodifiableMap(Setting::detector, Setting::dataClass));
    }
}
