package io.outflow.usage.internal.answers;

import io.outflow.classification.CallFacts;
import io.outflow.classification.Classification;
import io.outflow.classification.Decision;
import io.outflow.classification.Matcher;
import io.outflow.classification.Provenance;
import io.outflow.trail.CallerKind;
import io.outflow.usage.Subject;
import io.outflow.usage.SubjectTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Columns over subjects and rules that a test makes up. */
final class Fixture implements SubjectTable, Classification {
    static final Path NOTHING_SAVED = Path.of("target", "nothing-saved");

    static final CallerNames OPEN = new CallerNames((kind, id, text) -> text, () -> true, () -> true);
    static final CallerNames MASKED = new CallerNames(
            (kind, id, text) -> kind == CallerKind.PERSON ? "Person " + Integer.toHexString(id.hashCode()) : text,
            () -> false,
            () -> false);

    private final List<Subject> subjects = new ArrayList<>();
    private Function<CallFacts, Decision> rules = facts -> Decision.UNKNOWN;
    private long version = 1;
    private List<String> ranked = List.of("PUBLIC", "INTERNAL", "PERSONAL", "CREDENTIALS");
    final UsageColumns columns;

    Fixture(List<Subject> known) {
        subjects.addAll(known);
        columns = new UsageColumns(this, this);
    }

    /** Columns over subjects that somebody else numbers. */
    Fixture(SubjectTable table) {
        columns = new UsageColumns(table, this);
    }

    void add(Subject subject) {
        subjects.add(subject);
    }

    void rules(Function<CallFacts, Decision> changed) {
        rules = changed;
        version++;
        columns.decideAnew(new RulesChanged(version));
    }

    /** Puts the classes into another order of rank, lowest first. */
    void ranks(List<String> lowestFirst) {
        ranked = lowestFirst;
        version++;
        columns.decideAnew(new RulesChanged(version));
    }

    static Decision declared(String dataClass, int version) {
        return new Decision(dataClass, Provenance.DECLARED, 1, version);
    }

    @Override
    public int size() {
        return subjects.size();
    }

    @Override
    public Subject get(int id) {
        return subjects.get(id - 1);
    }

    @Override
    public List<Subject> since(int id) {
        return List.copyOf(subjects.subList(id, subjects.size()));
    }

    @Override
    public Ruleset ruleset() {
        var current = rules;
        var number = version;
        var ranks = ranked;
        return new Ruleset() {
            @Override
            public long version() {
                return number;
            }

            @Override
            public Decision decide(CallFacts facts) {
                return current.apply(facts);
            }

            @Override
            public int rank(String dataClass) {
                return ranks.indexOf(dataClass) + 1;
            }
        };
    }

    @Override
    public Predicate<CallFacts> matching(Matcher matcher) {
        return facts -> matcher.conditions().stream()
                .allMatch(condition -> condition.pattern().equals(facts.region()));
    }
}
