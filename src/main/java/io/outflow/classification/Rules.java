package io.outflow.classification;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules that say which calls carry which class of data. Every change is an entry of the change log in the same
 * transaction, and everything seen so far is decided anew before the method returns. Reading needs the right to read usage;
 * every change needs the right to change rules.
 */
public interface Rules {

    /** All rules in their order, switched off ones too. */
    List<Rule> list();

    /**
     * Saves a new rule behind the others, or a new version of a stored one.
     *
     * @throws RuleRefused when the draft breaks a rule of {@link #problems}
     * @throws RuleChangedMeanwhile when somebody else changed the rule after the draft was begun; nothing is saved
     */
    Rule save(Draft draft);

    /** What stands against saving the draft, one sentence per field; empty when nothing does. Needs the right to read usage. */
    List<Problem> problems(Draft draft);

    /**
     * Puts the rules in this order.
     *
     * @param ids the numbers of all rules, each once, in the new order
     * @throws RuleChangedMeanwhile when the numbers are not those of the stored rules
     */
    List<Rule> order(List<Long> ids, String reason);

    /** Moves one rule to a place from 1; the others close up. */
    List<Rule> move(long id, int position, String reason);

    /**
     * Switches a rule on or off: a new version of it.
     *
     * @throws RuleChangedMeanwhile as {@link #save}
     */
    Rule enable(long id, boolean enabled, String reason, int expectedVersion);

    /** All versions of a rule, newest first; empty for a number that was never given. */
    List<Rule> history(long id);

    /**
     * What is to be saved.
     *
     * @param id null for a new rule
     * @param reason why; needed, at most 500 characters
     * @param expectedVersion the version that the change began from; 0 for a new rule
     */
    record Draft(
            @Nullable Long id, String name, Matcher matcher, String dataClass, String reason, int expectedVersion) {}

    /**
     * One thing that is wrong with a draft.
     *
     * @param field {@code name}, {@code conditions}, {@code conditions[n]}, {@code dataClass} or {@code reason}
     * @param sentence what to change, for people
     */
    record Problem(String field, String sentence) {}
}
