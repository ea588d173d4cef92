package io.outflow.classification;

/** What a matcher would match of what was seen so far. Given by the module that holds the calls. */
public interface MatchPreview {
    Preview preview(Matcher matcher);

    /**
     * @param callers distinct callers matched
     * @param calls calls matched
     * @param undecided how many of those calls no rule decides today
     */
    record Preview(long callers, long calls, long undecided) {}
}
