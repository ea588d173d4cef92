package io.outflow.usage.internal.answers;

import io.outflow.classification.CallFacts;
import io.outflow.classification.Classification.Ruleset;
import io.outflow.classification.Decision;
import io.outflow.usage.Subject;
import io.outflow.usage.SubjectTable;
import io.outflow.usage.internal.DetectedClasses;
import io.outflow.usage.internal.answers.SubjectIndex.Cast;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The writer's side of {@link SubjectIndex}. Used under the writer's lock alone. */
final class SubjectColumns {
    private final SubjectTable table;
    private final Map<AgentPlace, Integer> agents = new HashMap<>();
    private AgentModels models = new AgentModels();
    private ProfileModels profiles = ProfileModels.NONE;
    private final Map<Cast, Integer> numbers = new ConcurrentHashMap<>();
    private Ruleset ruleset;
    private int seen;
    private int size;
    private Subject[] subject = new Subject[64];
    private List<String>[] found = lists(64);
    private int[] entryKey = new int[64];
    private int[] stepKey = new int[64];
    private Decision[] declared = new Decision[64];
    private @Nullable String[] detected = new String[64];
    private Decision[] decision = new Decision[64];
    private int[] classIndex = new int[64];
    private List<String> classes = List.of(SubjectIndex.UNKNOWN);

    SubjectColumns(SubjectTable table, Ruleset ruleset) {
        this.table = table;
        this.ruleset = ruleset;
    }

    /** Takes in the subjects that came since the last time and decides them by the rules held. */
    void grow() {
        for (var added : table.since(seen)) {
            var next = profiles.told(added);
            var agent = agentKey(next);
            add(next, null, next.step() ? 0 : agent, next.step() ? agent : 0);
            ofAgents(agent, next);
            seen = next.id();
        }
        tellModels();
    }

    private void ofAgents(int agent, Subject next) {
        if (agent != 0 && next.step()) {
            models.step(agent, next);
        } else if (agent != 0) {
            models.entry(agent, next);
        }
    }

    /** Takes in what profiles lead to; false where that was known. Copies what it changes, because readers hold the arrays. */
    boolean know(ProfileModels known) {
        if (known.equals(profiles)) {
            return false;
        }
        profiles = known;
        // What agents run may have another name now.
        models = new AgentModels();
        copy();
        for (var number = 1; number <= size; number++) {
            subject[number] = profiles.told(table.get(subject[number].id()));
            decide(number);
            ofAgents(Math.max(entryKey[number], stepKey[number]), subject[number]);
        }
        tellModels();
        return true;
    }

    private void copy() {
        subject = subject.clone();
        declared = declared.clone();
        detected = detected.clone();
        decision = decision.clone();
        classIndex = classIndex.clone();
    }

    /** The number of a subject with what was found in the text of a call. */
    int number(int subjectId, @Nullable String detectedClasses) {
        var known = numbers.get(new Cast(subjectId, detectedClasses));
        if (known != null) {
            return known;
        }
        var plain = numbers.get(new Cast(subjectId, null));
        if (plain == null) {
            throw new IllegalStateException("A call names a subject that is not known.");
        }
        return add(subject[plain], detectedClasses, entryKey[plain], stepKey[plain]);
    }

    private int add(Subject next, @Nullable String detectedClasses, int entry, int step) {
        var number = size + 1;
        if (number >= subject.length) {
            var capacity = subject.length * 2;
            subject = Arrays.copyOf(subject, capacity);
            found = Arrays.copyOf(found, capacity);
            entryKey = Arrays.copyOf(entryKey, capacity);
            stepKey = Arrays.copyOf(stepKey, capacity);
            declared = Arrays.copyOf(declared, capacity);
            detected = Arrays.copyOf(detected, capacity);
            decision = Arrays.copyOf(decision, capacity);
            classIndex = Arrays.copyOf(classIndex, capacity);
        }
        subject[number] = next;
        found[number] = DetectedClasses.codes(detectedClasses);
        entryKey[number] = entry;
        stepKey[number] = step;
        decide(number);
        size = number;
        numbers.put(new Cast(next.id(), detectedClasses), number);
        return number;
    }

    /** Copies what it changes, because readers hold the arrays. */
    private void tellModels() {
        var told = new HashSet<>(models.toTell());
        if (told.isEmpty()) {
            return;
        }
        copy();
        for (var number = 1; number <= size; number++) {
            if (told.contains(subject[number].id())) {
                subject[number] = models.told(entryKey[number], table.get(subject[number].id()));
                decide(number);
            }
        }
    }

    /** Decides every subject anew; the arrays that readers hold stay as they are. */
    void redecide(Ruleset rules) {
        ruleset = rules;
        declared = new Decision[subject.length];
        detected = new String[subject.length];
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
        return new SubjectIndex(
                size, numbers, subject, declared, detected, decision, classIndex, entryKey, stepKey, classes);
    }

    private void decide(int number) {
        var said = ruleset.decide(facts(subject[number]));
        var shown = ruleset.highest(found[number]);
        var decided = ruleset.higher(said, shown);
        declared[number] = said;
        detected[number] = shown;
        decision[number] = decided;
        classIndex[number] = index(decided);
    }

    private int index(Decision decided) {
        if (decided.dataClass() == null) {
            return 0;
        }
        var place = classes.indexOf(decided.dataClass());
        if (place >= 0) {
            return place;
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

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of lists cannot be made otherwise
    private static List<String>[] lists(int length) {
        return new List[length];
    }

    private record AgentPlace(String agent, String account, String region) {}
}
