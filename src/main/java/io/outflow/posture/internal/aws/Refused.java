package io.outflow.posture.internal.aws;

/** AWS does not allow an action. */
final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    final String action;

    Refused(String action, Throwable cause) {
        super(action, cause);
        this.action = action;
    }
}
