package io.outflow.access;

/** A change of a person that the rules do not allow. Its message is a sentence made to be shown at the field. */
public class ChangeRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The field the sentence belongs to. */
    public enum Field {
        NAME,
        PASSWORD,
        ROLES,
        DAYS,
        PRESENT_PASSWORD,
        CODE
    }

    private final Field field;
    private final String sentence;

    public ChangeRefused(Field field, String sentence) {
        super(sentence);
        this.field = field;
        this.sentence = sentence;
    }

    public Field field() {
        return field;
    }

    public String sentence() {
        return sentence;
    }
}
