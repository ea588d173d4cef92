package io.outflow.usage.internal.answers;

import io.outflow.classification.CallFacts;
import io.outflow.classification.Decision;
import io.outflow.usage.CallChange;
import io.outflow.usage.Subject;
import io.outflow.usage.UsageTallies.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Columns over calls that a test of another module makes up. */
public final class MadeCalls {
    private static final int CHUNK = 5_000;

    private final Fixture fixture;
    private final List<CallChange> waiting = new ArrayList<>();

    /** @param classes codes of classes of data, of the lowest rank first */
    public MadeCalls(List<String> classes, List<Subject> subjects, Function<CallFacts, Decision> rules) {
        fixture = new Fixture(subjects);
        fixture.ranks(classes);
        fixture.rules(rules);
    }

    public void add(CallChange change) {
        waiting.add(change);
        if (waiting.size() == CHUNK) {
            follow();
        }
    }

    public Moment now() {
        follow();
        return new TallyAnswers.Held(fixture.columns.now());
    }

    private void follow() {
        fixture.columns.follow(List.copyOf(waiting), Set.of());
        waiting.clear();
    }
}
