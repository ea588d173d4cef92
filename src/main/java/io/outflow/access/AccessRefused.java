package io.outflow.access;

import java.util.Collection;
import java.util.stream.Collectors;
import org.springframework.security.access.AccessDeniedException;

/** A refusal by the {@link Policy}. Its message is a sentence made to be shown. */
public class AccessRefused extends AccessDeniedException {

    private static final long serialVersionUID = 1L;

    private AccessRefused(String sentence) {
        super(sentence);
    }

    public static AccessRefused of(Action action, Permission level, Collection<Role> held) {
        var needed = Policy.rolesThatMay(action, level);
        var who = held.isEmpty() ? "You hold no role." : "You are signed in as " + labels(held, " and ") + ".";
        return new AccessRefused(
                needed.isEmpty()
                        ? "%s is not open to any role at this level. %s".formatted(action.label(), who)
                        : "%s needs the role %s. %s".formatted(action.label(), labels(needed, " or "), who));
    }

    public static AccessRefused byRule(String sentence) {
        return new AccessRefused(sentence);
    }

    private static String labels(Collection<Role> roles, String joint) {
        return roles.stream().sorted().map(Role::label).collect(Collectors.joining(joint));
    }

    /** The sentence to show. */
    public String sentence() {
        var message = getMessage();
        return message == null ? "This is not open to you." : message;
    }
}
