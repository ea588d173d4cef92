package io.outflow.usage.internal.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.outflow.classification.Decision;
import io.outflow.history.ChangeLog;
import io.outflow.trail.Caller;
import io.outflow.trail.CallerKind;
import io.outflow.trail.Channel;
import io.outflow.trail.Claude;
import io.outflow.trail.Grade;
import io.outflow.trail.Model;
import io.outflow.trail.Outcome;
import io.outflow.trail.ProfileScope;
import io.outflow.trail.Proof;
import io.outflow.usage.CallChange;
import io.outflow.usage.SmallGroups;
import io.outflow.usage.Subject;
import io.outflow.usage.SubjectFacts;
import io.outflow.usage.Usage;
import io.outflow.usage.Usage.Dimension;
import io.outflow.usage.Usage.Group;
import io.outflow.usage.UsageExport.Content;
import io.outflow.usage.UsageExport.Format;
import io.outflow.usage.UsageFilter;
import io.outflow.usage.UsageReport;
import io.outflow.usage.UsageReport.Row;
import io.outflow.usage.UsageReport.ShownCaller;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.springframework.transaction.support.TransactionTemplate;

/** Files for roles that see no names tell nothing of fewer than five people, and no sum changes by that. */
class UC07SmallGroupsProperties {
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final UsageFilter ALL = UsageFilter.period(START, START.plus(Duration.ofDays(3)));

    @Property(tries = 500)
    void noRowTellsOfFewPeopleAndEverySumStays(@ForAll long seed) {
        var random = new Random(seed);
        var subjects = subjects(random);
        var fixture = new Fixture(subjects);
        fixture.columns.follow(calls(subjects, random), Set.of());
        var by = Arrays.stream(Dimension.values())
                .filter(dimension -> random.nextInt(3) == 0)
                .toList();
        var now = fixture.columns.now();
        var selection = Selection.of(ALL, now.subjects(), Fixture.MASKED);

        var whole = new Grouping(ALL, now, selection, Fixture.MASKED, by).build(false);
        var shown = new Grouping(ALL, now, selection, Fixture.MASKED, by).build(true);

        assertThat(sums(shown)).isEqualTo(sums(whole));
        var kept = shown.stream().filter(group -> group.merged() == 0).toList();
        assertThat(shown.size() - kept.size()).isLessThanOrEqualTo(1);
        var people = people(subjects, now, selection, by);
        if (by.contains(Dimension.CALLER)) {
            kept.stream()
                    .filter(group ->
                            String.valueOf(group.values().get(Dimension.CALLER)).startsWith("Person"))
                    .forEach(group ->
                            assertThat(people.get(others(group))).hasSizeGreaterThanOrEqualTo(SmallGroups.LEAST));
        }
        var merged = shown.stream().mapToInt(Group::merged).sum();
        var small = people.values().stream()
                .filter(group -> group.size() < SmallGroups.LEAST)
                .count();
        assertThat((long) merged).isGreaterThanOrEqualTo(small);
        assertThat(merged == 0).isEqualTo(small == 0);
    }

    @Example
    void theMergedRowSaysHowManyGroupsItStandsFor() throws IOException {
        var rows = new ArrayList<Row>();
        for (var n = 0; n < 6; n++) {
            rows.add(row(CallerKind.PERSON, "Person " + n, "111122223333", 10));
        }
        rows.add(row(CallerKind.PERSON, "Person 0", "444455556666", 3));
        rows.add(row(CallerKind.PERSON, "Person 1", "777788889999", 4));
        rows.add(row(CallerKind.SERVICE, "nightly", "444455556666", 100));

        var masked = export(rows, Fixture.MASKED);
        var named = export(rows, Fixture.OPEN);

        assertThat(masked)
                .as("two small groups hold two people, so the next one joins them")
                .contains("#merged: 3 groups of fewer than 5 people are merged in the last row")
                .contains("\"Fewer than 5 people each, merged\",,,,,,,,,,,67,0,0,0,0,3")
                .contains("nightly")
                .doesNotContain("Person", "777788889999");
        assertThat(named).contains("Person 0", "777788889999").doesNotContain("merged:");
    }

    private static String export(List<Row> rows, CallerNames names) throws IOException {
        var report = mock(UsageReport.class);
        when(report.rows()).thenReturn(rows);
        var columns = new Fixture(List.of()).columns;
        var usage = mock(Usage.class);
        when(usage.report(any())).thenReturn(report);
        when(usage.coverage(any(), any()))
                .thenReturn(columns.now().coverage().report(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 4)));
        var out = new ByteArrayOutputStream();
        new Exports(
                        usage,
                        columns,
                        mock(StoredCalls.class),
                        names,
                        mock(ChangeLog.class),
                        mock(TransactionTemplate.class),
                        Clock.systemUTC())
                .write(ALL, Content.ROWS, Format.CSV, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Row row(CallerKind kind, String name, String account, long calls) {
        return new Row(
                new ShownCaller(name, name, kind, Grade.NAMED),
                account,
                "eu-west-1",
                Channel.BEDROCK_RUNTIME,
                "Claude",
                Claude.YES,
                Decision.UNKNOWN,
                calls,
                0,
                0,
                0,
                0);
    }

    private static List<Subject> subjects(Random random) {
        var made = new ArrayList<Subject>();
        for (var id = 1; id <= 3 + random.nextInt(60); id++) {
            var who = "id-" + random.nextInt(14);
            made.add(new Subject(
                    id,
                    new SubjectFacts(
                            "11112222333" + random.nextInt(2),
                            new Caller(
                                    random.nextInt(5) == 0 ? CallerKind.SERVICE : CallerKind.PERSON,
                                    who,
                                    who,
                                    null,
                                    null,
                                    Grade.NAMED),
                            Channel.BEDROCK_RUNTIME,
                            "InvokeModel",
                            new Model("m", "Model " + random.nextInt(2), null, Claude.YES, ProfileScope.OPAQUE, null),
                            "eu-west-" + random.nextInt(2),
                            null,
                            false,
                            false,
                            null,
                            null,
                            false,
                            Collections.emptySortedMap())));
        }
        return made;
    }

    private static List<CallChange> calls(List<Subject> subjects, Random random) {
        var calls = new ArrayList<CallChange>();
        for (var n = 0; n < random.nextInt(200); n++) {
            calls.add(new CallChange(
                    START.plusMillis(random.nextLong(3 * 86_400_000L)),
                    subjects.get(random.nextInt(subjects.size())).id(),
                    Outcome.values()[random.nextInt(3)],
                    Proof.NO_DIGEST,
                    random.nextInt(50),
                    random.nextInt(50),
                    1,
                    null));
        }
        return calls;
    }

    private static List<Long> sums(List<Group> groups) {
        var sums = new long[5];
        for (var group : groups) {
            sums[0] += group.calls();
            sums[1] += group.denied();
            sums[2] += group.failed();
            sums[3] += group.inputTokens();
            sums[4] += group.outputTokens();
        }
        return Arrays.stream(sums).boxed().toList();
    }

    /** The people of each group, by walking the subjects that have anything to show. */
    private static Map<List<String>, Set<String>> people(
            List<Subject> subjects, Columns now, Selection selection, List<Dimension> by) {
        var tally = Tally.of(now, ALL, selection);
        var people = new HashMap<List<String>, Set<String>>();
        for (var subject : subjects) {
            if (subject.caller().kind() == CallerKind.PERSON && tally.shows(subject.id())) {
                people.computeIfAbsent(
                                by.stream()
                                        .filter(UC07SmallGroupsProperties::tells)
                                        .map(dimension -> String.valueOf(value(subject, dimension)))
                                        .toList(),
                                _ -> new HashSet<>())
                        .add(subject.caller().id());
            }
        }
        return people;
    }

    private static boolean tells(Dimension dimension) {
        return dimension != Dimension.CALLER && dimension != Dimension.DAY;
    }

    private static List<String> others(Group group) {
        return group.values().entrySet().stream()
                .filter(value -> tells(value.getKey()))
                .map(value -> String.valueOf(value.getValue()))
                .toList();
    }

    private static Object value(Subject subject, Dimension dimension) {
        return switch (dimension) {
            case MODEL -> subject.model().name();
            case SOURCE_REGION -> subject.sourceRegion();
            case CHANNEL -> subject.channel().name();
            case ACCOUNT -> subject.account();
            default -> "null";
        };
    }
}
