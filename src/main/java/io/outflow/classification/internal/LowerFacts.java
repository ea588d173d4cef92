package io.outflow.classification.internal;

import io.outflow.base.Wildcard;
import io.outflow.classification.CallFacts;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Facts made ready for comparing without regard to case, once for all rules. A fact that can be meant in two ways has both. */
record LowerFacts(
        List<String> account,
        List<String> caller,
        List<String> role,
        List<String> session,
        List<String> model,
        List<String> profile,
        List<String> channel,
        List<String> region,
        List<String> project,
        List<Map.Entry<String, String>> metadata) {

    static LowerFacts of(CallFacts facts) {
        var role = facts.role();
        return new LowerFacts(
                lower(facts.account()),
                lower(facts.callerId(), facts.callerName()),
                role == null ? List.of() : lower(role, role.substring(role.lastIndexOf('/') + 1)),
                lower(facts.session()),
                lower(facts.modelName(), facts.modelId()),
                lower(facts.modelId()),
                lower(facts.channel()),
                lower(facts.region()),
                lower(facts.project()),
                facts.metadata().entrySet().stream()
                        .map(entry -> Map.entry(Wildcard.lower(entry.getKey()), Wildcard.lower(entry.getValue())))
                        .toList());
    }

    private static List<String> lower(@Nullable String... texts) {
        return Stream.of(texts)
                .filter(text -> text != null)
                .map(Wildcard::lower)
                .distinct()
                .toList();
    }
}
