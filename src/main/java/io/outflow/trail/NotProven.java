package io.outflow.trail;

/** A file is not what AWS signed; the message is the end of a sentence. */
final class NotProven extends Exception {
    private static final long serialVersionUID = 1;

    NotProven(String why) {
        super(why, null, false, false);
    }

    String why() {
        String message = getMessage();
        return message == null ? "" : message;
    }
}
