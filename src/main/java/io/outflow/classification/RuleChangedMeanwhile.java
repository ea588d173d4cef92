package io.outflow.classification;

/** Somebody else's change was saved first. The message says whose, that nothing was lost, and what to do. */
public class RuleChangedMeanwhile extends RuntimeException {
    public RuleChangedMeanwhile(String message) {
        super(message);
    }
}
