package io.outflow.base.ui;

import java.util.Optional;

/** A line at the foot of the side bar, such as where the log evidence ends. Each module may supply one as a bean. */
public interface ShellNote {

    /** What to show now; empty leaves the line out. Asked at each navigation, so it must be quick. */
    Optional<Line> line();

    /** Its place among the lines, smallest first. */
    int order();

    /** A title with its text. */
    record Line(String title, String text) {}
}
