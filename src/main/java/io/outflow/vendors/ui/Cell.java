package io.outflow.vendors.ui;

import io.outflow.base.ui.Glyph;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a cell of the register table shows: a word with its glyph, and a grey line beneath.
 *
 * @param glyph says how sure the word is, or how bad; nothing where neither applies
 */
record Cell(@Nullable Glyph glyph, Tone tone, String first, String second) {

    enum Tone {
        PLAIN,
        /** Nothing known, or nothing sure. */
        QUIET,
        WATCH,
        GAP
    }

    static Cell plain(String first, String second) {
        return new Cell(null, Tone.PLAIN, first, second);
    }

    static Cell plain(@Nullable Glyph glyph, String first, String second) {
        return new Cell(glyph, Tone.PLAIN, first, second);
    }

    static Cell quiet(String first, String second) {
        return new Cell(null, Tone.QUIET, first, second);
    }

    static Cell watch(String first, String second) {
        return new Cell(Glyph.WATCH, Tone.WATCH, first, second);
    }

    static Cell gap(String first, String second) {
        return new Cell(Glyph.HIGH, Tone.GAP, first, second);
    }

    /** The symbol in {@code icons.svg}; empty where there is none. */
    String symbol() {
        return glyph == null ? "" : glyph.symbol();
    }

    String style() {
        return tone.name().toLowerCase(Locale.ROOT);
    }
}
