package io.outflow.classification.internal;

import io.outflow.classification.CallFacts;
import io.outflow.classification.Classification;
import io.outflow.classification.Matcher;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The rules in force in the heap: read at the start, replaced after the commit of each change. */
@Component
class RulesInForce implements Classification {
    private final RuleStore store;
    private final DataClassStore classes;
    private final ApplicationEventPublisher events;
    private final AtomicReference<CompiledRules> current;

    RulesInForce(
            RuleStore store,
            DataClassStore classes,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.store = store;
        this.classes = classes;
        this.events = events;
        var stored = transaction.execute(_ -> CompiledRules.of(store.version(), store.list(), classes.list()));
        this.current = new AtomicReference<>(stored);
    }

    @Override
    public Ruleset ruleset() {
        return current.get();
    }

    @Override
    public Predicate<CallFacts> matching(Matcher matcher) {
        var compiled = new CompiledMatcher(matcher);
        return facts -> compiled.matches(LowerFacts.of(facts));
    }

    /**
     * Puts the rules as they are in this transaction into force when it commits.
     *
     * @param version the number that {@link RuleStore#lock} gave
     */
    void changed(long version) {
        var next = CompiledRules.of(version, store.list(), classes.list());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                // Two changes commit in the order of their numbers but may get here in the other.
                current.updateAndGet(held -> held.version() < next.version() ? next : held);
                events.publishEvent(new RulesChanged(next.version()));
            }
        });
    }
}
