package io.outflow.access;

import org.springframework.security.core.AuthenticationException;

/** Too many wrong tries; says nothing on whether the account exists. */
public class TooManyTries extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    public static final String SENTENCE = "Too many wrong tries. Wait a few minutes, then try again.";

    public TooManyTries() {
        super(SENTENCE);
    }
}
