package io.outflow.usage.internal.answers;

import io.outflow.classification.Decision;
import io.outflow.usage.Subject;
import java.util.List;

/**
 * What is known of each subject, by its number, as one reader sees it. Index 0 is not used. The arrays are shared with the
 * writer, which only ever adds behind {@code size}.
 *
 * @param size the highest number
 * @param decision what the rules say
 * @param classIndex index of the decided class in {@code classes}
 * @param entryKey for a call that enters an agent's answer the agent's key, else 0
 * @param stepKey for a model call inside an agent's answer the agent's key, else 0
 * @param classes codes of the classes that were decided; the first is {@link #UNKNOWN}
 */
record SubjectIndex(
        int size,
        Subject[] subject,
        Decision[] decision,
        int[] classIndex,
        int[] entryKey,
        int[] stepKey,
        List<String> classes) {

    /** Stands for the class of what no rule decides. */
    static final String UNKNOWN = "UNKNOWN";

    String dataClass(int number) {
        return classes.get(classIndex[number]);
    }
}
