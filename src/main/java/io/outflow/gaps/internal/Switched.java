package io.outflow.gaps.internal;

import io.outflow.trail.Channel;

/** What can be off, and what calls it would have told of. */
enum Switched {
    INVOCATION_LOGGING("model invocation logging was off"),
    TRAIL("the trail was off"),
    SELECTORS("the trail recorded no reads, as calls of models are"),
    /** Of all trails together, as AWS answered; the others are of one trail. */
    NO_TRAIL("while no trail recorded calls of models", "no trail recorded calls of models"),
    GUARDRAIL("a guardrail was deleted");

    private final String when;
    private final String words;

    Switched(String words) {
        this("after " + words, words);
    }

    Switched(String when, String words) {
        this.when = when;
        this.words = words;
    }

    boolean concerns(Channel channel) {
        return switch (this) {
            case INVOCATION_LOGGING, NO_TRAIL -> channel == Channel.BEDROCK_RUNTIME;
            default -> true;
        };
    }

    /** Whether calls are still logged somewhere else while it is off, so that no call can be told from no log. */
    boolean leavesOtherLogs() {
        return switch (this) {
            case INVOCATION_LOGGING, GUARDRAIL -> true;
            case TRAIL, SELECTORS, NO_TRAIL -> false;
        };
    }

    /** When it is so, such as "after the trail was off". */
    String when() {
        return when;
    }

    String words() {
        return words;
    }
}
