package io.outflow.api.internal;

import io.outflow.access.Action;
import io.outflow.access.Requires;
import io.outflow.classification.DataClasses;
import io.outflow.classification.Provenance;
import io.outflow.trail.Channel;
import io.outflow.trail.Claude;
import io.outflow.trail.Grade;
import io.outflow.trail.Outcome;
import io.outflow.trail.Proof;
import io.outflow.usage.Usage;
import io.outflow.usage.Usage.Call;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Calls of models, newest first. */
@RestController
@Requires(Action.READ_USAGE)
class InvocationsApi {
    private final Usage usage;
    private final DataClasses classes;

    InvocationsApi(Usage usage, DataClasses classes) {
        this.usage = usage;
        this.classes = classes;
    }

    @GetMapping("/api/v1/invocations")
    Listing<Invocation> invocations(@RequestParam MultiValueMap<String, String> parameters) {
        var asked = new Asked(parameters, Asked.FILTERS, Asked.PAGING);
        var page = usage.calls(asked.filter(classes), asked.page(), asked.size());
        return new Listing<>(page.items().stream().map(Invocation::of).toList(), page.total());
    }

    /**
     * One use or attempt.
     *
     * @param dataClass code of the class, {@code UNKNOWN} where no rule decides
     * @param rule number of the rule that decided, null where none
     * @param step part of an agent's answer that is counted by its entry
     * @param contentLogOnly known from an invocation log alone
     * @param proof what digests say of the log file that holds its record
     */
    record Invocation(
            String eventId,
            Instant time,
            String account,
            String caller,
            Grade callerGrade,
            Channel channel,
            String operation,
            String modelId,
            String modelName,
            Claude claude,
            String sourceRegion,
            @Nullable String inferenceRegion,
            Outcome outcome,
            @Nullable String errorCode,
            boolean viaVpcEndpoint,
            boolean apiKey,
            @Nullable Long inputTokens,
            @Nullable Long outputTokens,
            String dataClass,
            Provenance provenance,
            @Nullable Long rule,
            @Nullable Integer ruleVersion,
            boolean step,
            boolean contentLogOnly,
            @Nullable String requestId,
            Proof proof) {

        static Invocation of(Call call) {
            var subject = call.subject();
            var decision = call.decision();
            var decided = decision.rule() > 0;
            return new Invocation(
                    call.id().eventId(),
                    call.id().time(),
                    call.id().account(),
                    call.caller(),
                    subject.caller().grade(),
                    subject.channel(),
                    subject.operation(),
                    subject.model().id(),
                    subject.model().name(),
                    subject.model().claude(),
                    subject.sourceRegion(),
                    subject.inferenceRegion(),
                    call.outcome(),
                    call.errorCode(),
                    subject.viaVpcEndpoint(),
                    subject.apiKey(),
                    call.inputTokens(),
                    call.outputTokens(),
                    Objects.requireNonNullElse(decision.dataClass(), "UNKNOWN"),
                    decision.provenance(),
                    decided ? decision.rule() : null,
                    decided ? decision.version() : null,
                    call.step(),
                    call.contentLogOnly(),
                    call.requestId(),
                    call.proof());
        }
    }
}
