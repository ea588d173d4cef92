package io.outflow.api.internal;

/** A request that cannot be answered as it is; the message says what to send instead. */
class BadParameter extends RuntimeException {
    private final String name;

    BadParameter(String name, String sentence) {
        super(sentence);
        this.name = name;
    }

    String name() {
        return name;
    }
}
