package io.outflow.evidence.internal;

import static java.util.Comparator.comparing;

import io.outflow.access.Names;
import io.outflow.base.Formats;
import io.outflow.evidence.Missing;
import io.outflow.evidence.Part;
import io.outflow.evidence.Preview.Planned;
import io.outflow.posture.Answer;
import io.outflow.posture.Observation;
import io.outflow.posture.Posture;
import io.outflow.posture.Question;
import io.outflow.trail.CallerKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What AWS answered in the period when it was asked what it is set to, and what it refused to tell. */
@Component
@Order(8)
class PostureArtefact implements Artefact {

    private static final int ROW = 900;
    private static final List<String> COLUMNS = List.of(
            "observation", "account", "region", "question", "outcome", "answer", "source", "seen_from", "seen_until");

    private final ObjectProvider<Posture> posture;
    private final Names names;
    private final OwnCounts counts;

    PostureArtefact(ObjectProvider<Posture> posture, Names names, OwnCounts counts) {
        this.posture = posture;
        this.names = names;
        this.counts = counts;
    }

    @Override
    public Part part() {
        return Part.POSTURE;
    }

    @Override
    public List<Planned> plan(Scope scope) {
        var count = observations(scope).size();
        return List.of(new Planned("data/records/posture.jsonl", "answers of AWS", count, (long) count * ROW));
    }

    @Override
    public void write(Scope scope, Records records) throws IOException {
        try (var table = records.table("posture", COLUMNS)) {
            for (var observation : observations(scope)) {
                table.row(row(scope, observation));
            }
            records.reconcile("Answers of AWS", table.rows(), counts.observations(scope));
        }
    }

    @Override
    public void tell(Scope scope, Html html) {
        html.section("How AWS was set");
        var observations = observations(scope);
        if (observations.isEmpty()) {
            html.p("AWS was not asked in the period, so how it was set is unknown.");
            return;
        }
        html.p("%s of AWS; posture.jsonl holds each. What was refused is unknown, not absent."
                .formatted(Formats.count(observations.size(), "answer", "answers")));
        html.table(
                List.of("Account", "Region", "Question", "Answer", "First given", "Last given"),
                observations.stream()
                        .map(one -> List.of(
                                one.account(),
                                one.region(),
                                one.question().label(),
                                switch (one.answer()) {
                                    case Answer.Seen _ -> "seen";
                                    case Answer.Refused(var actions) -> "refused: " + String.join(", ", actions);
                                    case Answer.NotOffered(var reason) -> reason;
                                },
                                Formats.minute(one.seenFrom()),
                                Formats.minute(until(scope, one))))
                        .toList());
    }

    @Override
    public List<Missing> missing(Scope scope) {
        var observations = observations(scope);
        if (observations.isEmpty()) {
            return List.of(
                    new Missing(
                            Missing.Kind.NOT_COVERED,
                            "Settings of AWS in the period",
                            "AWS was not asked, or did not answer, in the period and accounts of the package. How it was set is unknown."));
        }
        var missing = new ArrayList<Missing>();
        var refused = observations.stream()
                .filter(one -> one.answer() instanceof Answer.Refused)
                .count();
        if (refused > 0) {
            missing.add(
                    new Missing(
                            Missing.Kind.NOT_COVERED,
                            "%d of %d answers of AWS".formatted(refused, observations.size()),
                            "AWS refused them to the credentials that Outflow has. What it would have said is unknown, not absent."));
        }
        missing.add(new Missing(
                Missing.Kind.NOT_COVERED,
                "Settings of AWS between two looks",
                "AWS is asked a few times a day. A setting that was changed and changed back between two looks is seen only where"
                        + " CloudTrail recorded it."));
        return missing;
    }

    private ObjectNode row(Scope scope, Observation observation) {
        var row = JsonMapper.shared().createObjectNode();
        row.put("observation", observation.id());
        row.put("account", observation.account());
        row.put("region", observation.region());
        row.put("question", observation.question().name());
        switch (observation.answer()) {
            case Answer.Seen(var json) -> row.put("outcome", "SEEN").set("answer", shown(observation, json));
            case Answer.Refused(var actions) -> row.put("outcome", "REFUSED").put("answer", String.join(" ", actions));
            case Answer.NotOffered(var reason) ->
                row.put("outcome", "NOT_OFFERED").put("answer", reason);
        }
        row.put("source", observation.sourceId());
        row.put("seen_from", observation.seenFrom().toString());
        row.put("seen_until", until(scope, observation).toString());
        return row;
    }

    /** Keys belong to users, whose names are shown as those of callers are. */
    private JsonNode shown(Observation observation, String json) {
        var answer = JsonMapper.shared().readTree(json);
        if (observation.question() == Question.API_KEYS) {
            for (var key : answer.findParents("user")) {
                var user = key.path("user").asString("");
                ((ObjectNode) key)
                        .put(
                                "user",
                                names.shown(
                                        CallerKind.PERSON,
                                        "arn:aws:iam::%s:user/%s".formatted(observation.account(), user),
                                        user));
            }
        }
        return answer;
    }

    /** An answer that is given again reaches further; a package of an earlier moment does not know that yet. */
    private static java.time.Instant until(Scope scope, Observation observation) {
        return observation.seenUntil().isAfter(scope.asOf()) ? scope.asOf() : observation.seenUntil();
    }

    private List<Observation> observations(Scope scope) {
        return scope.once(
                        Seen.class,
                        () -> new Seen(Arrays.stream(Question.values())
                                .flatMap(question ->
                                        posture
                                                .getObject()
                                                .observations(
                                                        question,
                                                        scope.request().end())
                                                .stream())
                                .filter(one -> scope.takes(one.account())
                                        && !one.seenFrom().isAfter(scope.asOf())
                                        && !one.seenUntil()
                                                .isBefore(scope.request().start()))
                                .sorted(comparing(Observation::account)
                                        .thenComparing(Observation::region)
                                        .thenComparing(Observation::question)
                                        .thenComparing(Observation::seenFrom)
                                        .thenComparing(Observation::id))
                                .toList()))
                .all();
    }

    private record Seen(List<Observation> all) {}
}
