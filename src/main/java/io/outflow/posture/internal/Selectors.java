package io.outflow.posture.internal;

import io.outflow.posture.Lane;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * Which events a trail records. Read from the answer of GetEventSelectors or from a PutEventSelectors record, which are written
 * alike. Source: AWS CloudTrail user guide, "Logging management events" and "Logging data events", and API reference,
 * AdvancedFieldSelector. Real calls of models are reads ({@code readOnly=true}), so that a trail of writes alone misses them.
 */
record Selectors(List<Basic> basic, List<Advanced> advanced) {
    private static final String BEDROCK = "bedrock.amazonaws.com";
    private static final Set<String> NARROW_NOTHING = Set.of("eventCategory", "resources.type");

    /** How far a trail records what a lane is about. */
    enum Records {
        YES,
        /** Some of it, or it cannot be told from the selectors. */
        PARTLY,
        NO
    }

    /** @param words what the trail does, as the end of a sentence that begins with its name */
    record Verdict(Records records, String words) {}

    record Basic(boolean management, String readWrite, List<String> excluded) {}

    record Advanced(Map<String, Rule> fields) {
        boolean admits(String field, String value) {
            var rule = fields.get(field);
            return rule == null || rule.admits(value);
        }

        /** Whether it is about less than all events of a kind. */
        boolean narrowedBeyond(Set<String> others) {
            return fields.keySet().stream()
                    .anyMatch(field -> !NARROW_NOTHING.contains(field) && !others.contains(field));
        }
    }

    record Rule(
            List<String> equal,
            List<String> starts,
            List<String> ends,
            List<String> notEqual,
            List<String> notStarts,
            List<String> notEnds) {

        boolean admits(String value) {
            var positive = equal.isEmpty() && starts.isEmpty() && ends.isEmpty()
                    || equal.contains(value)
                    || starts.stream().anyMatch(value::startsWith)
                    || ends.stream().anyMatch(value::endsWith);
            return positive
                    && !notEqual.contains(value)
                    && notStarts.stream().noneMatch(value::startsWith)
                    && notEnds.stream().noneMatch(value::endsWith);
        }
    }

    /** @param holder an object with {@code eventSelectors} or {@code advancedEventSelectors} */
    static Selectors of(JsonNode holder) {
        var basic = new ArrayList<Basic>();
        holder.path("eventSelectors")
                .valueStream()
                .forEach(one -> basic.add(new Basic(
                        // CloudTrail's default, where a record leaves it out.
                        one.path("includeManagementEvents").asBoolean(true),
                        one.path("readWriteType").asString("All"),
                        Answers.texts(one.path("excludeManagementEventSources")))));
        var advanced = new ArrayList<Advanced>();
        holder.path("advancedEventSelectors").valueStream().forEach(one -> {
            var fields = new TreeMap<String, Rule>();
            one.path("fieldSelectors")
                    .valueStream()
                    .forEach(field -> fields.put(
                            Answers.text(field, "field"),
                            new Rule(
                                    Answers.texts(field.path("equals")),
                                    Answers.texts(field.path("startsWith")),
                                    Answers.texts(field.path("endsWith")),
                                    Answers.texts(field.path("notEquals")),
                                    Answers.texts(field.path("notStartsWith")),
                                    Answers.texts(field.path("notEndsWith")))));
            advanced.add(new Advanced(fields));
        });
        return new Selectors(basic, advanced);
    }

    /** Whether there is anything to judge by; a record may name a selector and leave out what it selects. */
    boolean known() {
        return !(basic.isEmpty() && advanced.isEmpty())
                && advanced.stream().noneMatch(one -> one.fields().isEmpty());
    }

    /** @param lane a channel */
    Verdict verdict(Lane lane) {
        return lane.resourceTypes().isEmpty() ? ofReads() : ofData(lane);
    }

    private Verdict ofReads() {
        var management = advanced.stream()
                .filter(one -> one.fields().containsKey("eventCategory") && one.admits("eventCategory", "Management"))
                .toList();
        var fitting = management.stream()
                .filter(one -> one.admits("readOnly", "true") && one.admits("eventSource", BEDROCK))
                .toList();
        if (fitting.stream().anyMatch(one -> !one.narrowedBeyond(Set.of("readOnly", "eventSource")))
                || basic.stream().anyMatch(Selectors::recordsReads)) {
            return new Verdict(Records.YES, "records reads of management events, as calls of models are");
        }
        if (!fitting.isEmpty()) {
            return new Verdict(Records.PARTLY, "records only some reads of management events");
        }
        if (basic.stream().anyMatch(one -> one.management() && one.excluded().contains(BEDROCK))
                || management.stream().anyMatch(one -> one.admits("readOnly", "true"))) {
            return new Verdict(Records.NO, "leaves out the events of " + BEDROCK);
        }
        return basic.stream().anyMatch(Basic::management) || !management.isEmpty()
                ? new Verdict(Records.NO, "records writes only, and calls of models are reads")
                : new Verdict(Records.NO, "records no management events");
    }

    private static boolean recordsReads(Basic one) {
        return one.management()
                && !one.readWrite().equals("WriteOnly")
                && !one.excluded().contains(BEDROCK);
    }

    private Verdict ofData(Lane lane) {
        var whole = new TreeSet<String>();
        var some = new TreeSet<String>();
        for (var one : advanced) {
            // A selector of another category has no resources; one of data events must name the type.
            if (one.fields().containsKey("resources.type") && one.admits("eventCategory", "Data")) {
                lane.resourceTypes().stream()
                        .filter(type -> one.admits("resources.type", type))
                        .forEach(type -> (one.narrowedBeyond(Set.of()) ? some : whole).add(type));
            }
        }
        if (whole.containsAll(lane.resourceTypes())) {
            return new Verdict(Records.YES, "records their data events");
        }
        if (whole.isEmpty() && some.isEmpty()) {
            return new Verdict(Records.NO, "has no selector for their data events");
        }
        var missing = new ArrayList<>(lane.resourceTypes());
        missing.removeAll(whole);
        return new Verdict(
                Records.PARTLY,
                "records a part of their data events; not, or not all, of " + String.join(", ", missing));
    }
}
