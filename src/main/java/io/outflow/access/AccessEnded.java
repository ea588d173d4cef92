package io.outflow.access;

import io.outflow.base.Formats;
import java.time.Instant;
import org.springframework.security.core.AuthenticationException;

/** The right password of somebody whose time is over. Its message is a sentence made to be shown. */
public class AccessEnded extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final Instant at;

    public AccessEnded(Instant at) {
        super(sentence(at));
        this.at = at;
    }

    /** When it ended. */
    public Instant at() {
        return at;
    }

    public static String sentence(Instant at) {
        return "Your access ended at %s. Ask whoever invited you if you need it for longer."
                .formatted(Formats.minute(at));
    }
}
