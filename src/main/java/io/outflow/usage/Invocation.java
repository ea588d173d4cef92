package io.outflow.usage;

import io.outflow.classification.Provenance;
import io.outflow.trail.Channel;
import io.outflow.trail.Claude;
import io.outflow.trail.Grade;
import io.outflow.trail.Outcome;
import io.outflow.trail.Proof;
import io.outflow.usage.Usage.Call;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One use or attempt laid out flat: the fields of answers over REST and the columns of exports, in their order.
 *
 * @param dataClass code of the class, {@code UNKNOWN} where no rule decides
 * @param rule number of the rule that decided, null where none
 * @param declaredClass code of the class that rules and tags say, {@code UNKNOWN} where none decides
 * @param detectedClass code of the highest class that was found in the text, null where none was
 * @param textSeen whether any text was looked at; only then does finding nothing tell anything
 * @param step part of an agent's answer that is counted by its entry
 * @param contentLogOnly known from an invocation log alone
 * @param proof what digests say of the log file that holds its record
 */
public record Invocation(
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
        Proof proof,
        String declaredClass,
        @Nullable String detectedClass,
        boolean textSeen) {

    private static final RecordComponent[] FIELDS = Invocation.class.getRecordComponents();

    public static Invocation of(Call call) {
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
                call.proof(),
                Objects.requireNonNullElse(call.declared().dataClass(), "UNKNOWN"),
                call.detectedClass(),
                call.textSeen());
    }

    /** The names of the fields. */
    public static List<String> names() {
        return Arrays.stream(FIELDS).map(RecordComponent::getName).toList();
    }

    /** The values, in the order of {@link #names}. */
    public List<@Nullable Object> values() {
        try {
            var values = new ArrayList<@Nullable Object>(FIELDS.length);
            for (var field : FIELDS) {
                values.add(field.getAccessor().invoke(this));
            }
            return values;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
