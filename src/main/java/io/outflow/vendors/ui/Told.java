package io.outflow.vendors.ui;

import java.util.ArrayList;
import java.util.List;

/** What is known of several things, each led by its name; what is not known is left out. */
final class Told {

    private final List<String> words = new ArrayList<>();

    void add(String name, String value) {
        if (!value.isEmpty()) {
            words.add(name.isEmpty() ? value : name + " " + value);
        }
    }

    List<String> list() {
        return List.copyOf(words);
    }
}
