package io.outflow.base.ui;

import org.jspecify.annotations.Nullable;

/**
 * One step of the path in the top line.
 *
 * @param route where it leads, null for the page itself
 */
public record Crumb(String text, @Nullable String route) {

    public Crumb(String text) {
        this(text, null);
    }
}
