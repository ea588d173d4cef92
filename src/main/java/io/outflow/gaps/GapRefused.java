package io.outflow.gaps;

/** A step or setting that the rules do not allow. Its message is a sentence made to be shown at the field. */
public class GapRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;

    public GapRefused(String field, String sentence) {
        super(sentence);
        this.field = field;
    }

    /** The field the sentence belongs to; empty for the whole. */
    public String field() {
        return field;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
