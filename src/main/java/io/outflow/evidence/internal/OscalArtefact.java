package io.outflow.evidence.internal;

import io.outflow.evidence.Framework;
import io.outflow.evidence.Framework.Control;
import io.outflow.evidence.Missing;
import io.outflow.evidence.Part;
import io.outflow.evidence.Preview.Planned;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The package as OSCAL assessment results 1.1.2 (pages.nist.gov/OSCAL): a result for each framework that was picked, and for each of its
 * controls an observation that names the files that give evidence for it. It has no findings, because a file that gives
 * evidence for a control does not say that the control is met. All of it depends on content and the moment of reading alone, so
 * that the same package made again has the same bytes.
 */
@Component
@Order(100)
class OscalArtefact implements Artefact {

    static final String FILE = "data/oscal/assessment-results.json";
    static final String OSCAL = "1.1.2";

    private static final int CONTROL = 900;

    /** Outflow's own meanings of properties, as OSCAL asks for such. */
    private static final String NAMESPACE = "urn:outflow:evidence";

    private final String version;

    OscalArtefact(@Value("${outflow.version}") String version) {
        this.version = version;
    }

    @Override
    public Part part() {
        return Part.OSCAL;
    }

    @Override
    public List<Planned> plan(Scope scope) {
        var controls = scope.request().frameworks().stream()
                .mapToLong(framework -> framework.controls().size())
                .sum();
        return List.of(new Planned(FILE, "the same index as OSCAL assessment results", -1, 2_000 + controls * CONTROL));
    }

    @Override
    public void write(Scope scope, Records records) throws IOException {
        var resources = new HashMap<String, UUID>();
        var results = JsonMapper.shared().createObjectNode();
        metadata(results, scope);
        var plan = UuidV5.of("no assessment plan");
        results.putObject("import-ap").put("href", "#" + plan);
        var each = results.putArray("results");
        for (var framework : scope.request().frameworks()) {
            result(each.addObject(), scope, framework, records, resources);
        }
        var back = results.putObject("back-matter").putArray("resources");
        back.addObject()
                .put("uuid", plan.toString())
                .put("title", "No assessment plan")
                .put(
                        "description",
                        "Outflow gathers evidence and follows no assessment plan; an assessor names the plan that these results serve.");
        for (var file : records.bag().written()) {
            var uuid = resources.get(file.name());
            if (uuid != null) {
                var resource = back.addObject().put("uuid", uuid.toString()).put("title", file.name());
                resource.putArray("rlinks")
                        .addObject()
                        .put("href", "../" + file.name().substring("data/".length()))
                        .putArray("hashes")
                        .addObject()
                        .put("algorithm", "SHA-256")
                        .put("value", file.sha256());
            }
        }
        var whole = JsonMapper.shared().createObjectNode();
        // OSCAL wants a new id for new content; this one follows from the content.
        var content = JsonMapper.shared().writeValueAsString(results);
        var document = whole.putObject("assessment-results");
        document.put("uuid", UuidV5.of("document", content).toString());
        document.setAll(results);
        records.bag()
                .write(
                        FILE,
                        (JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(whole) + "\n")
                                .getBytes(StandardCharsets.UTF_8));
    }

    private void metadata(ObjectNode results, Scope scope) {
        var metadata = results.putObject("metadata");
        metadata.put("title", "Outflow evidence: " + line(scope.request().title()));
        metadata.put("last-modified", scope.asOf().toString());
        metadata.put("version", version);
        metadata.put("oscal-version", OSCAL);
    }

    private static void result(
            ObjectNode result, Scope scope, Framework framework, Records records, Map<String, UUID> resources) {
        var name = framework.name();
        result.put("uuid", UuidV5.of("result", name, scope.asOf().toString()).toString());
        result.put("title", framework.label());
        result.put(
                "description",
                "Which files of the package give evidence for which control. Evidence for a control is not the same as a control that is met.");
        result.put("start", scope.request().start().toString());
        result.put("end", scope.request().end().toString());
        var selection = result.putObject("reviewed-controls")
                .putArray("control-selections")
                .addObject();
        var included = selection.putArray("include-controls");
        var observations = result.putArray("observations");
        for (var control : framework.controls()) {
            included.addObject().put("control-id", token(control));
            observe(observations.addObject(), scope, control, records, resources);
        }
    }

    private static void observe(
            ObjectNode observation, Scope scope, Control control, Records records, Map<String, UUID> resources) {
        var names = new ArrayList<String>();
        for (var part : Index.answering(control, records.files().keySet())) {
            records.files().getOrDefault(part, List.of()).stream()
                    // A folder has no hash; its index names each file.
                    .filter(name -> !name.endsWith("/"))
                    .forEach(names::add);
        }
        observation.put(
                "uuid",
                UuidV5.of(
                                "observation",
                                control.framework().name(),
                                control.id(),
                                scope.asOf().toString())
                        .toString());
        observation.put("title", control.id() + " " + control.title());
        observation.put(
                "description",
                names.isEmpty()
                        ? "No evidence in this package. It would be in: "
                                + control.parts().stream()
                                        .sorted()
                                        .map(Part::label)
                                        .collect(Collectors.joining("; ")) + "."
                        : "The package gives evidence for this control. It does not say whether the control is met.");
        var properties = observation.putArray("props");
        properties.addObject().put("name", "control-id").put("ns", NAMESPACE).put("value", token(control));
        properties
                .addObject()
                .put("name", "evidence")
                .put("ns", NAMESPACE)
                .put("value", names.isEmpty() ? "none" : "present");
        observation.putArray("methods").add("EXAMINE");
        if (!names.isEmpty()) {
            var evidence = observation.putArray("relevant-evidence");
            for (var name : names) {
                var uuid = resources.computeIfAbsent(name, file -> UuidV5.of("file", file));
                evidence.addObject().put("href", "#" + uuid).put("description", name);
            }
        }
        observation.put("collected", scope.asOf().toString());
    }

    /** What OSCAL takes as the id of a control: {@code gdpr_28-3-a} for 28(3)(a) of the GDPR. */
    static String token(Control control) {
        return control.framework().name().toLowerCase(Locale.ROOT).replace('_', '-')
                + "_"
                + control.id().replaceAll("[^A-Za-z0-9.]+", "-").replaceAll("-$", "");
    }

    private static String line(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    @Override
    public List<Missing> missing(Scope scope) {
        return List.of();
    }
}
