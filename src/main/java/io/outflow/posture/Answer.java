package io.outflow.posture;

import java.util.List;

/** What came of asking AWS one thing. */
public sealed interface Answer {

    /**
     * AWS told.
     *
     * @param json the parts that Outflow looks at; what changes with each look, such as times of delivery, is left out. An
     *     object in it may hold {@code unseen}: the IAM actions that were refused for that object, so that the fields they
     *     would have told are missing
     */
    record Seen(String json) implements Answer {}

    /**
     * It may not be seen, so nothing is known of it; it is not absent.
     *
     * @param actions the IAM actions that were refused
     */
    record Refused(List<String> actions) implements Answer {
        public Refused {
            actions = List.copyOf(actions);
        }
    }

    /**
     * There is nothing to ask: the service or the call is not there in this Region.
     *
     * @param reason in a sentence
     */
    record NotOffered(String reason) implements Answer {}
}
