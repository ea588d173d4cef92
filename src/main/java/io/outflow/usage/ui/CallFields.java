package io.outflow.usage.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Span;
import io.outflow.base.Formats;
import io.outflow.trail.Claude;
import io.outflow.trail.Model;
import io.outflow.usage.Usage.Call;
import io.outflow.usage.Usage.CallDetails;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The fields of a call in words. What no record says is said to be not evidenced. */
class CallFields extends Composite<DescriptionList> {

    private static final long serialVersionUID = 1L;

    CallFields(CallDetails details, ClassPalette palette) {
        getContent().addClassName("kv");
        var call = details.call();
        var subject = call.subject();
        var caller = subject.caller();
        field("Caller", call.caller());
        field("How the caller is known", CallMarks.of(caller.grade()));
        field("Role", caller.role());
        field("Account", subject.account());
        field("Channel", subject.channel().label());
        field("Operation", subject.operation());
        field("Outcome", outcome(call));
        field("Model", subject.model().name());
        var profile = subject.profile();
        if (profile != null) {
            field(
                    "Told by",
                    "The inference profile %s, as AWS answered on %s"
                            .formatted(
                                    profile.name(),
                                    Formats.day(LocalDate.ofInstant(profile.seenUntil(), ZoneOffset.UTC))));
        }
        field(
                "Model as written",
                subject.model().id().isEmpty() ? null : subject.model().id());
        field("Claude", claude(subject.model().claude()));
        field("Region that was called", subject.sourceRegion());
        field("Region where it ran", Objects.requireNonNullElse(subject.inferenceRegion(), Words.NOT_EVIDENCED));
        field("Where it may run", scope(subject.model()));
        field("Data class", palette.chip(call.decision().dataClass()));
        field("How the class is known", known(call));
        field("Class that rules declare", palette.chip(call.declared().dataClass()));
        field("Class found in its text", found(call, palette));
        field("Input tokens", Words.tokens(call.inputTokens()));
        field("Output tokens", Words.tokens(call.outputTokens()));
        field(
                "Key",
                subject.apiKey()
                        ? "Made with an API key, which anybody may hold who has it"
                        : "Signed by AWS credentials");
        field(
                "Network",
                subject.viaVpcEndpoint() ? "Through a VPC endpoint" : "No VPC endpoint is named in the record");
        field("Project or workspace", subject.project());
        field("Agent or knowledge base", subject.agent());
        subject.metadata()
                .forEach((key, value) -> field(
                        (profile != null && value.equals(profile.tags().get(key)) ? "Profile tag " : "Metadata ") + key,
                        value));
        field("Proof of the log file", proof(call));
        field("Counted", counted(call));
        field("Request id", details.requestId());
        field("Event id", call.id().eventId());
    }

    private static String outcome(Call call) {
        var code = call.errorCode();
        var words = Words.capital(Words.outcome(call.outcome()));
        return code == null ? words : words + " with " + code;
    }

    private static String claude(Claude claude) {
        return switch (claude) {
            case YES -> "Yes";
            case NO -> "No";
            case UNDECIDED -> "Cannot be told: the id names no model";
        };
    }

    private static String scope(Model model) {
        return switch (model.scope()) {
            case IN_REGION -> "Only in the Region that was called";
            case GEOGRAPHY ->
                "In any Region of the geography %s, by its inference profile"
                        .formatted(Objects.requireNonNullElse(model.geography(), "named"));
            case GLOBAL -> "In any Region, by the global inference profile";
            case OPAQUE -> "Not evidenced: the id does not say";
        };
    }

    private static Component known(Call call) {
        var rule = new Span(Words.rule(call.decision()));
        rule.addClassNames("qq", "xs");
        var known = new Span(CallMarks.of(call.decision().provenance()), rule);
        known.addClassName("known");
        return known;
    }

    private static Component found(Call call, ClassPalette palette) {
        if (call.detectedClass() != null) {
            return palette.chip(call.detectedClass());
        }
        return new Span(call.textSeen() ? "Nothing found" : "No text was looked at");
    }

    private static Component proof(Call call) {
        var meaning = new Span(Words.capital(call.proof().sentence()));
        meaning.addClassNames("qq", "xs");
        var proof = new Span(CallMarks.of(call.proof()), meaning);
        proof.addClassName("known");
        return proof;
    }

    private static String counted(Call call) {
        if (call.step()) {
            return "Not on its own: it is part of an agent's answer, which is counted";
        }
        return call.contentLogOnly() ? "Once, known from an invocation log only" : "Once";
    }

    private void field(String name, @Nullable String text) {
        if (text != null) {
            field(name, new Span(text));
        }
    }

    private void field(String name, Component value) {
        getContent().add(new DescriptionList.Term(name), new DescriptionList.Description(value));
    }
}
