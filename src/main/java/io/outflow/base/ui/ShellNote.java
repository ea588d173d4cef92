package io.outflow.base.ui;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A line at the foot of the side bar, such as where the log evidence ends. Each module may supply one as a bean. */
public interface ShellNote {

    /** What to show now; empty leaves the line out. Asked at each navigation, so it must be quick. */
    Optional<Line> line();

    /** Its place among the lines, smallest first. */
    int order();

    /**
     * A title with its text.
     *
     * @param route the page that tells more; nothing when there is none
     */
    record Line(String title, String text, @Nullable String route) {

        public Line(String title, String text) {
            this(title, text, null);
        }
    }
}
