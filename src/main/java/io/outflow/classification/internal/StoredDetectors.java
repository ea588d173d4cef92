package io.outflow.classification.internal;

import io.outflow.access.Action;
import io.outflow.access.Requires;
import io.outflow.classification.Detectors;
import io.outflow.classification.RuleChangedMeanwhile;
import io.outflow.classification.RuleRefused;
import io.outflow.classification.Rules.Problem;
import io.outflow.history.ChangeLog;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Requires(Action.DECIDE)
class StoredDetectors implements Detectors {
    private final DetectorStore store;
    private final DataClassStore classes;
    private final RuleStore rules;
    private final DetectorsInForce inForce;
    private final ChangeLog log;

    StoredDetectors(
            DetectorStore store, DataClassStore classes, RuleStore rules, DetectorsInForce inForce, ChangeLog log) {
        this.store = store;
        this.classes = classes;
        this.rules = rules;
        this.inForce = inForce;
        this.log = log;
    }

    @Override
    @Requires(Action.READ_USAGE)
    @Transactional(readOnly = true)
    public List<Setting> list() {
        return store.list();
    }

    @Override
    @Transactional
    public Setting change(Setting seen, boolean enabled, String dataClass, String reason) {
        var version = rules.lock();
        if (!store.list().contains(seen)) {
            throw new RuleChangedMeanwhile(
                    "Somebody changed the detector \"%s\" while you did. Nothing of yours was saved. Load it again and repeat your change."
                            .formatted(seen.detector().label()));
        }
        refuse(dataClass, reason);
        var made = new Setting(seen.detector(), enabled, dataClass);
        store.save(made);
        inForce.changed(version, store.list());
        log.append(
                "detector changed",
                "detector " + made.detector().name(),
                "%s, for %s, on imports from now on. %s"
                        .formatted(enabled ? "Switched on" : "Switched off", dataClass, reason.strip()));
        return made;
    }

    private void refuse(String dataClass, String reason) {
        var problems = new ArrayList<Problem>();
        if (classes.list().stream().noneMatch(known -> known.code().equals(dataClass))) {
            problems.add(new Problem("dataClass", "Choose the data class that finds of this detector carry."));
        }
        problems.addAll(RuleCheck.reasonProblems(reason));
        if (!problems.isEmpty()) {
            throw new RuleRefused(problems);
        }
    }
}
