package io.outflow.trail;

import java.util.List;

/**
 * Looks at the texts of one call after the other, in passing. One scanner serves one file and one thread. It may keep nothing of a
 * text longer than until {@link #found} is asked: neither the text, nor a part, nor a hash of it.
 */
public interface TextScanner {

    /**
     * Looks at one text of the call.
     *
     * @param utf8 bytes that change after this call
     */
    void text(byte[] utf8, int from, int to);

    /** What the texts since the last time hold, by detector; forgets everything else. */
    List<Detection> found();

    /** Looks at nothing. */
    TextScanner NONE = new TextScanner() {
        @Override
        public void text(byte[] utf8, int from, int to) {}

        @Override
        public List<Detection> found() {
            return List.of();
        }
    };
}
