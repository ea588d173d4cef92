package io.outflow.api.internal;

import io.outflow.access.Action;
import io.outflow.access.Requires;
import io.outflow.classification.MatchPreview;
import io.outflow.classification.Matcher.Condition;
import io.outflow.classification.Rule;
import io.outflow.classification.Rules;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The rules that give data classes to calls, in their order. */
@RestController
@RequestMapping("/api/v1/rules")
@Requires(Action.DECIDE)
class RulesApi {
    private final Rules rules;
    private final MatchPreview preview;

    RulesApi(Rules rules, MatchPreview preview) {
        this.rules = rules;
        this.preview = preview;
    }

    @GetMapping
    @Requires(Action.READ_USAGE)
    Listing<RuleItem> list() {
        return Listing.of(rules.list().stream().map(RuleItem::of).toList());
    }

    /** All versions of a rule, newest first. */
    @GetMapping("/{id}/history")
    @Requires(Action.READ_USAGE)
    Listing<RuleItem> history(@PathVariable long id) {
        return Listing.of(rules.history(id).stream().map(RuleItem::of).toList());
    }

    @PostMapping
    ResponseEntity<RuleItem> add(@RequestBody RuleBody body) {
        var saved = rules.save(body.draft(null, 0));
        return ResponseEntity.created(URI.create("/api/v1/rules/" + saved.id())).body(RuleItem.of(saved));
    }

    @PutMapping
    RuleItem change(@RequestBody RuleBody body) {
        var id = body.id();
        if (id == null) {
            throw new BadParameter("id", "Name the rule by its id, in the body or in the address.");
        }
        return change(id, body);
    }

    @PutMapping("/{id}")
    RuleItem change(@PathVariable long id, @RequestBody RuleBody body) {
        return RuleItem.of(rules.save(body.draft(id, expected(body.expectedVersion()))));
    }

    @PutMapping("/{id}/enabled")
    RuleItem enable(@PathVariable long id, @RequestBody Switch body) {
        return RuleItem.of(rules.enable(
                id, body.enabled(), Objects.requireNonNullElse(body.reason(), ""), expected(body.expectedVersion())));
    }

    @PutMapping("/order")
    Listing<RuleItem> order(@RequestBody Order body) {
        var ids = Objects.requireNonNullElse(body.ids(), List.<Long>of());
        return Listing.of(rules.order(ids, Objects.requireNonNullElse(body.reason(), "")).stream()
                .map(RuleItem::of)
                .toList());
    }

    /** What the conditions would match of the calls seen so far; nothing is saved. */
    @PostMapping("/preview")
    @Requires(Action.READ_USAGE)
    MatchPreview.Preview preview(@RequestBody RuleBody body) {
        return preview.preview(body.matcher());
    }

    private static int expected(@Nullable Integer version) {
        if (version == null) {
            throw new BadParameter(
                    "expectedVersion",
                    "Send the version that your change began from, so that no other change is lost.");
        }
        return version;
    }

    record Switch(
            boolean enabled,
            @Nullable String reason,
            @Nullable Integer expectedVersion) {}

    record Order(@Nullable List<Long> ids, @Nullable String reason) {}

    record RuleItem(
            long id,
            int version,
            int position,
            String name,
            List<Condition> conditions,
            String dataClass,
            boolean enabled,
            String author,
            Instant changedAt,
            String reason) {

        static RuleItem of(Rule rule) {
            return new RuleItem(
                    rule.id(),
                    rule.version(),
                    rule.position(),
                    rule.name(),
                    rule.matcher().conditions(),
                    rule.dataClass(),
                    rule.enabled(),
                    rule.author(),
                    rule.changedAt(),
                    rule.reason());
        }
    }
}
