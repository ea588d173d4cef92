package io.outflow.usage.internal.answers;

import io.outflow.classification.Decision;
import io.outflow.usage.Subject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of each subject together with what was found in the text of its calls, by a number of its own, as one reader
 * sees it. A subject has one number for each set of classes that was found, so that one decision holds for all calls of a number. Index
 * 0 is not used. The arrays are shared with the writer, which only ever adds behind {@code size}.
 *
 * @param size the highest number
 * @param numbers the number of each subject and find; it may hold some above {@code size}
 * @param declared what the rules say
 * @param detected class of the highest rank that was found; null where none was
 * @param decision the higher of the two
 * @param classIndex index of the decided class in {@code classes}
 * @param entryKey for a call that enters an agent's answer the agent's key, else 0
 * @param stepKey for a model call inside an agent's answer the agent's key, else 0
 * @param classes codes of the classes that were decided; the first is {@link #UNKNOWN}
 */
record SubjectIndex(
        int size,
        Map<Cast, Integer> numbers,
        Subject[] subject,
        Decision[] declared,
        @Nullable String[] detected,
        Decision[] decision,
        int[] classIndex,
        int[] entryKey,
        int[] stepKey,
        List<String> classes) {

    /** Stands for the class of what no rule decides. */
    static final String UNKNOWN = "UNKNOWN";

    /** A subject and what was found in the text of a call, as {@link io.outflow.usage.internal.DetectedClasses} writes it. */
    record Cast(int subject, @Nullable String found) {}

    String dataClass(int number) {
        return classes.get(classIndex[number]);
    }

    /** The number of a stored call; 0 for one that was committed after this moment. */
    int number(StoredCall call) {
        var number = numbers.getOrDefault(new Cast(call.subject(), call.detected()), 0);
        return number > size ? 0 : number;
    }
}
