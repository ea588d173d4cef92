package io.outflow.vendors.content;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Brings optional parts into one form: no text is the empty text, no list is the empty list. */
final class Texts {

    private Texts() {}

    static String of(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    static List<String> of(@Nullable List<String> texts) {
        return texts == null
                ? List.of()
                : texts.stream()
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .toList();
    }

    static <T> List<T> list(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    static <E> E or(@Nullable E value, E otherwise) {
        return value == null ? otherwise : value;
    }
}
