package io.outflow.usage.internal.answers;

import io.outflow.trail.Claude;
import io.outflow.trail.Model;
import io.outflow.trail.ProfileScope;
import io.outflow.usage.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which models the agents run. The record of who asked an agent names no model; the agent's own calls do. An answer is shown
 * under their model as long as all of them name the same one, or all name Claude; otherwise it stays not named.
 */
final class AgentModels {
    private final Map<Integer, Map<String, Model>> run = new HashMap<>();
    private final Map<Integer, List<Integer>> unnamed = new HashMap<>();
    private final Set<Integer> changed = new TreeSet<>();

    /** @param agent the agent's key */
    void step(int agent, Subject step) {
        var model = step.model();
        if (run.computeIfAbsent(agent, _ -> new LinkedHashMap<>()).putIfAbsent(model.name(), model) == null) {
            changed.add(agent);
        }
    }

    void entry(int agent, Subject entry) {
        if (entry.model().id().isEmpty()) {
            unnamed.computeIfAbsent(agent, _ -> new ArrayList<>()).add(entry.id());
            changed.add(agent);
        }
    }

    /** Subjects whose model may be told otherwise since the last time this was asked. */
    List<Integer> toTell() {
        var numbers = changed.stream()
                .filter(run::containsKey)
                .flatMap(agent -> unnamed.getOrDefault(agent, List.of()).stream())
                .toList();
        changed.clear();
        return numbers;
    }

    /** The entry as it is shown. Its id stays empty, as it was written. */
    Subject told(int agent, Subject entry) {
        var models = List.copyOf(run.getOrDefault(agent, Map.of()).values());
        if (models.size() == 1) {
            var model = models.getFirst();
            return entry.withModel(
                    new Model("", model.name(), model.provider(), model.claude(), ProfileScope.OPAQUE, null));
        }
        if (!models.isEmpty() && models.stream().allMatch(model -> model.claude() == Claude.YES)) {
            return entry.withModel(new Model(
                    "", "Claude, several models", models.getFirst().provider(), Claude.YES, ProfileScope.OPAQUE, null));
        }
        return entry;
    }
}
