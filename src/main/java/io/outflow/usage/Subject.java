package io.outflow.usage;

import io.outflow.trail.Caller;
import io.outflow.trail.Channel;
import io.outflow.trail.Model;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * One distinct combination of facts that was seen. There are thousands, not millions: what differs from call to call (access
 * keys, addresses, request ids) stays with the event's original record.
 *
 * @param id number given when it was first seen, from 1 without gaps
 * @param profile the application inference profile that the calls name, where AWS told what it leads to: its tags are among
 *     the metadata, and its model is shown where the record tells none
 */
public record Subject(int id, SubjectFacts facts, @Nullable InferenceProfile profile) {
    public Subject(int id, SubjectFacts facts) {
        this(id, facts, null);
    }

    public String account() {
        return facts.account();
    }

    public Caller caller() {
        return facts.caller();
    }

    public Channel channel() {
        return facts.channel();
    }

    public String operation() {
        return facts.operation();
    }

    public Model model() {
        return facts.model();
    }

    public String sourceRegion() {
        return facts.sourceRegion();
    }

    public @Nullable String inferenceRegion() {
        return facts.inferenceRegion();
    }

    public boolean viaVpcEndpoint() {
        return facts.viaVpcEndpoint();
    }

    public boolean apiKey() {
        return facts.apiKey();
    }

    public @Nullable String project() {
        return facts.project();
    }

    public @Nullable String agent() {
        return facts.agent();
    }

    public boolean step() {
        return facts.step();
    }

    public SortedMap<String, String> metadata() {
        return facts.metadata();
    }

    /** The same with another model, where other evidence tells it. */
    public Subject withModel(Model told) {
        return new Subject(id, facts.with(caller(), told, inferenceRegion(), metadata()), profile);
    }
}
