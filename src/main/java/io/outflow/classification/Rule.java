package io.outflow.classification;

import java.time.Instant;

/**
 * A rule as it is now.
 *
 * @param id number given once
 * @param version counts from 1; each change of the rule makes a new one, a change of the order does not
 * @param position its place in the order, from 1; the first rule that matches decides
 * @param dataClass code of the class that matched calls carry
 * @param enabled false for a rule that decides nothing until it is switched on again
 * @param author sign-in name of the person who made this version
 * @param reason why this version was made
 */
public record Rule(
        long id,
        int version,
        int position,
        String name,
        Matcher matcher,
        String dataClass,
        boolean enabled,
        String author,
        Instant changedAt,
        String reason) {}
