package io.outflow.mail;

import org.jspecify.annotations.Nullable;

/** A mail that did not go out, or settings that cannot be saved, in a sentence. */
public class MailRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean perhapsSent;

    private MailRefused(String sentence, boolean perhapsSent, @Nullable Throwable cause) {
        super(sentence, cause);
        this.perhapsSent = perhapsSent;
    }

    /** It surely did not go out, so it may be tried again. */
    public static MailRefused notSent(String sentence, @Nullable Throwable cause) {
        return new MailRefused(sentence, false, cause);
    }

    /** The connection broke at a point where the server may have taken it. */
    public static MailRefused perhapsSent(String sentence, Throwable cause) {
        return new MailRefused(sentence, true, cause);
    }

    public boolean perhapsSent() {
        return perhapsSent;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
