package io.outflow.usage;

import java.util.List;

/**
 * All subjects seen so far, in the heap, by number. Grows only; a subject never changes. Safe for many readers beside the
 * one writer.
 */
public interface SubjectTable {
    /** How many there are; their numbers are 1 to this. */
    int size();

    /** @throws IndexOutOfBoundsException for a number that was never given */
    Subject get(int id);

    /** All subjects numbered above {@code id}, in order. */
    List<Subject> since(int id);
}
