package io.outflow.vendors.internal.files;

/** A cell that cannot be read; the message says why, as a sentence. */
final class CellRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CellRefused(String sentence) {
        super(sentence);
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
