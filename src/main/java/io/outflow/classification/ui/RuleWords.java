package io.outflow.classification.ui;

import io.outflow.access.Action;
import io.outflow.access.Permission;
import io.outflow.access.Policy;
import io.outflow.access.Role;
import io.outflow.base.Formats;
import io.outflow.classification.MatchPreview.Preview;
import io.outflow.classification.Matcher;
import io.outflow.classification.Matcher.Condition;
import io.outflow.classification.Matcher.Field;
import io.outflow.classification.Provenance;
import java.util.Locale;
import java.util.stream.Collectors;

/** Rules in words. */
final class RuleWords {
    private RuleWords() {}

    static String field(Field field) {
        return switch (field) {
            case ACCOUNT -> "Account";
            case CALLER -> "Caller";
            case ROLE -> "Role";
            case SESSION -> "Session";
            case MODEL -> "Model";
            case PROFILE -> "Inference profile";
            case CHANNEL -> "Channel";
            case REGION -> "Region";
            case METADATA -> "Request metadata";
            case PROJECT -> "Mantle project";
        };
    }

    /** What a pattern for the field may look like. */
    static String example(Field field) {
        return switch (field) {
            case ACCOUNT -> "123456789012";
            case CALLER -> "*@example.com";
            case ROLE -> "claims-*";
            case SESSION -> "batch-*";
            case MODEL -> "Claude Sonnet*";
            case PROFILE -> "*application-inference-profile/*";
            case CHANNEL -> "Bedrock runtime";
            case REGION -> "eu-*";
            case METADATA -> "personal";
            case PROJECT -> "proj_*";
        };
    }

    static String matcher(Matcher matcher) {
        return matcher.conditions().stream().map(RuleWords::condition).collect(Collectors.joining(" and "));
    }

    /** How a class given by this matcher is known: request metadata is the caller's own tag, all else is our rule's word. */
    static Provenance provenance(Matcher matcher) {
        return matcher.conditions().stream().anyMatch(c -> c.field() == Field.METADATA)
                ? Provenance.TAGGED
                : Provenance.DECLARED;
    }

    static String preview(Preview preview) {
        var matches = "matches %s, %s"
                .formatted(
                        Formats.count(preview.callers(), "caller", "callers"),
                        Formats.count(preview.calls(), "call", "calls"));
        return preview.undecided() == 0
                ? matches
                : matches + "; " + Formats.count(preview.undecided()) + " of them Unknown today";
    }

    /** Who may change what, for those who may not. */
    static String readOnly(String things) {
        return Policy.rolesThatMay(Action.DECIDE, Permission.DO).stream()
                .map(Role::label)
                .collect(Collectors.joining(" or ", things + " are changed by people with the role ", "."));
    }

    private static String condition(Condition condition) {
        var field = condition.field() == Field.METADATA
                ? "request metadata " + condition.key()
                : field(condition.field()).toLowerCase(Locale.ENGLISH);
        return field + " is " + condition.pattern();
    }
}
