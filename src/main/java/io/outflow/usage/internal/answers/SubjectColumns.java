package io.outflow.usage.internal.answers;

import io.outflow.classification.CallFacts;
import io.outflow.classification.Classification.Ruleset;
import io.outflow.classification.Decision;
import io.outflow.usage.Subject;
import io.outflow.usage.SubjectTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The writer's side of {@link SubjectIndex}. Used under the writer's lock alone. */
final class SubjectColumns {
    private final SubjectTable table;
    private final Map<AgentPlace, Integer> agents = new HashMap<>();
    private final AgentModels models = new AgentModels();
    private Ruleset ruleset;
    private int size;
    private Subject[] subject = new Subject[64];
    private int[] entryKey = new int[64];
    private int[] stepKey = new int[64];
    private Decision[] decision = new Decision[64];
    private int[] classIndex = new int[64];
    private List<String> classes = List.of(SubjectIndex.UNKNOWN);

    SubjectColumns(SubjectTable table, Ruleset ruleset) {
        this.table = table;
        this.ruleset = ruleset;
    }

    /** Takes in the subjects that came since the last time and decides them by the rules held. */
    void grow() {
        for (var next : table.since(size)) {
            var number = size + 1;
            if (number >= subject.length) {
                var capacity = subject.length * 2;
                subject = Arrays.copyOf(subject, capacity);
                entryKey = Arrays.copyOf(entryKey, capacity);
                stepKey = Arrays.copyOf(stepKey, capacity);
                decision = Arrays.copyOf(decision, capacity);
                classIndex = Arrays.copyOf(classIndex, capacity);
            }
            subject[number] = next;
            var agent = agentKey(next);
            entryKey[number] = next.step() ? 0 : agent;
            stepKey[number] = next.step() ? agent : 0;
            if (agent != 0 && next.step()) {
                models.step(agent, next);
            } else if (agent != 0) {
                models.entry(agent, next);
            }
            decide(number);
            size = number;
        }
        tellModels();
    }

    /** Copies what it changes, because readers hold the arrays. */
    private void tellModels() {
        var numbers = models.toTell();
        if (numbers.isEmpty()) {
            return;
        }
        subject = subject.clone();
        decision = decision.clone();
        classIndex = classIndex.clone();
        for (var number : numbers) {
            subject[number] = models.told(entryKey[number], table.get(number));
            decide(number);
        }
    }

    /** Decides every subject anew; the arrays that readers hold stay as they are. */
    void redecide(Ruleset rules) {
        ruleset = rules;
        decision = new Decision[subject.length];
        classIndex = new int[subject.length];
        classes = List.of(SubjectIndex.UNKNOWN);
        for (var number = 1; number <= size; number++) {
            decide(number);
        }
    }

    int entryKey(int number) {
        return entryKey[number];
    }

    SubjectIndex view() {
        return new SubjectIndex(size, subject, decision, classIndex, entryKey, stepKey, classes);
    }

    private void decide(int number) {
        var decided = ruleset.decide(facts(subject[number]));
        decision[number] = decided;
        classIndex[number] = index(decided);
    }

    private int index(Decision decided) {
        if (decided.dataClass() == null) {
            return 0;
        }
        var found = classes.indexOf(decided.dataClass());
        if (found >= 0) {
            return found;
        }
        var more = new ArrayList<>(classes);
        more.add(decided.dataClass());
        classes = List.copyOf(more);
        return more.size() - 1;
    }

    private int agentKey(Subject subject) {
        var agent = subject.agent();
        return agent == null
                ? 0
                : agents.computeIfAbsent(
                        new AgentPlace(agent, subject.account(), subject.sourceRegion()), _ -> agents.size() + 1);
    }

    static CallFacts facts(Subject subject) {
        var caller = subject.caller();
        var model = subject.model();
        return new CallFacts(
                subject.account(),
                caller.id(),
                caller.name(),
                caller.role(),
                caller.session(),
                model.id(),
                model.name(),
                subject.channel().name(),
                subject.sourceRegion(),
                subject.project(),
                subject.metadata());
    }

    private record AgentPlace(String agent, String account, String region) {}
}
