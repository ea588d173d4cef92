package io.outflow.evidence.internal;

import io.outflow.evidence.Missing;
import io.outflow.evidence.Part;
import io.outflow.evidence.Preview.Planned;
import io.outflow.usage.Invocation;
import io.outflow.usage.Usage;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Every call of the period by itself. Prompts and answers are in none, because Outflow never stores them. */
@Component
@Order(5)
class EventsArtefact implements Artefact {

    private static final int ROW = 620;
    private static final int PAGE = 5_000;

    private final ObjectProvider<Usage> usage;

    EventsArtefact(ObjectProvider<Usage> usage) {
        this.usage = usage;
    }

    @Override
    public Part part() {
        return Part.EVENTS;
    }

    @Override
    public List<Planned> plan(Scope scope) {
        var rows = usage.getObject().calls(scope.usage(), 0, 1).total();
        return List.of(new Planned(
                "data/records/events.jsonl", "single calls, attempts and steps of agents", rows, rows * ROW));
    }

    @Override
    public void write(Scope scope, Records records) throws IOException {
        var asked = usage.getObject();
        var total = asked.calls(scope.usage(), 0, 1).total();
        try (var table = records.table("events", Invocation.names())) {
            for (var day = scope.request().from(); !day.isAfter(scope.request().to()); day = day.plusDays(1)) {
                var filter = scope.usage(
                        day.atStartOfDay(ZoneOffset.UTC).toInstant(),
                        day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
                for (var page = 0; ; page++) {
                    var calls = asked.calls(filter, page, PAGE).items();
                    for (var call : calls) {
                        table.row(JsonMapper.shared().valueToTree(Invocation.of(call)));
                    }
                    if (calls.size() < PAGE) {
                        break;
                    }
                }
            }
            records.reconcile("Single calls, attempts and steps of agents", table.rows(), total);
        }
    }

    @Override
    public List<Missing> missing(Scope scope) {
        return List.of(new Missing(
                Missing.Kind.PRIVATE,
                "Prompts and answers",
                "Outflow never stores them, so no package can hold them."));
    }
}
