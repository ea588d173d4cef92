package io.outflow.vendors.content;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What keeps a content from being saved.
 *
 * @param field the component it belongs to
 * @param sentence what is wrong and what to do
 */
public record Problem(String field, String sentence) {

    /** The problems that are there, in order. */
    static List<Problem> all(@Nullable Problem... problems) {
        var found = new ArrayList<Problem>();
        for (var problem : problems) {
            if (problem != null) {
                found.add(problem);
            }
        }
        return List.copyOf(found);
    }

    static @Nullable Problem missing(String field, String text, String sentence) {
        return text.isBlank() ? new Problem(field, sentence) : null;
    }

    static @Nullable Problem when(boolean wrong, String field, String sentence) {
        return wrong ? new Problem(field, sentence) : null;
    }
}
