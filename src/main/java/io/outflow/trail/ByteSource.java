package io.outflow.trail;

import java.io.IOException;

/** Gives bytes in order. */
interface ByteSource {
    /**
     * Reads at least one byte, where any is left.
     *
     * @return how many bytes were read, or -1 at the end
     * @throws Damaged where the content breaks here
     */
    int read(byte[] b, int off, int len) throws IOException;

    /** The content breaks; it says how, as the end of a sentence. */
    final class Damaged extends IOException {
        private static final long serialVersionUID = 1;

        private final String why;

        Damaged(String why) {
            super(why);
            this.why = why;
        }

        String why() {
            return why;
        }
    }
}
