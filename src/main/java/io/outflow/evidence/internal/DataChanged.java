package io.outflow.evidence.internal;

import java.io.IOException;

/** What files are written from changed while they were written, so they would not have agreed; its message is for people. */
final class DataChanged extends IOException {

    private static final long serialVersionUID = 1L;

    DataChanged(String sentence) {
        super(sentence);
    }
}
