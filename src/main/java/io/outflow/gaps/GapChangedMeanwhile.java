package io.outflow.gaps;

/** Somebody else, or the data, changed the gap or setting after it was read; nothing was saved. */
public class GapChangedMeanwhile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public GapChangedMeanwhile() {
        super("This changed meanwhile. Nothing was saved. Read it again, then repeat your change.");
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
