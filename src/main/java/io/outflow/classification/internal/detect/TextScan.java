package io.outflow.classification.internal.detect;

import io.outflow.classification.Detector;
import io.outflow.trail.Detection;
import io.outflow.trail.TextScanner;
import java.util.List;
import java.util.Map;

/**
 * One pass over the bytes of a text. It cuts the text into words and numbers and lets a detector look where the first bytes, or
 * a word nearby, make a find possible. Each detector looks at a bounded stretch around the place, so that the work grows with the
 * length of the text and not faster, whatever the text holds.
 */
public final class TextScan implements TextScanner {
    private static final int OTHER = 0;
    private static final int LETTER = 1;
    private static final int DIGIT = 2;
    private static final int SIGN = 4;
    /** Begins a character of several bytes that is no letter of a word. */
    private static final int WIDE = 8;

    private static final byte[] KINDS = kinds();

    private final Slice text = new Slice();
    private final Spoken spoken = new Spoken();
    private final Library library = new Library();
    private final Finds finds;
    private final Emails emails;
    private final Phones phones;
    private final Numbers numbers;
    private final MixedTokens mixed;
    private final Secrets secrets;
    private final People people;
    private final Health health;
    private final CodeLines code;

    /** @param classes the detectors that are switched on, with the code of the class that each stands for */
    public TextScan(Map<Detector, String> classes) {
        finds = new Finds(classes);
        emails = new Emails(text, finds, library);
        phones = new Phones(text, finds, library, spoken);
        numbers = new Numbers(text, finds, spoken);
        mixed = new MixedTokens(text, finds, library);
        secrets = new Secrets(text, finds);
        people = new People(text, finds, spoken);
        health = new Health(text, finds);
        code = new CodeLines(text, finds);
    }

    @Override
    public void text(byte[] utf8, int from, int to) {
        text.set(utf8, from, to);
        spoken.clear();
        phones.start();
        health.start();
        code.start();
        for (int i = from; i < to; ) {
            int kind = KINDS[utf8[i] & 0xFF];
            if (kind == OTHER) {
                i++;
            } else if (kind == SIGN) {
                sign(utf8[i], i);
                i++;
            } else if (kind == WIDE) {
                int lead = utf8[i] & 0xFF;
                i += lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
            } else {
                i = token(utf8, i, to);
            }
        }
        code.lineEnds(to);
        code.end();
        text.forget();
    }

    @Override
    public List<Detection> found() {
        library.newCall();
        code.newCall();
        numbers.forget();
        mixed.forget();
        return finds.take();
    }

    private void sign(int c, int at) {
        switch (c) {
            case '@' -> emails.look(at);
            case '+' -> phones.international(at);
            case '(' -> phones.bracket(at);
            case '#' -> code.sign(at);
            default -> code.lineEnds(at);
        }
    }

    /** Takes a run of letters and digits. Returns where it ends. */
    private int token(byte[] utf8, int start, int to) {
        int hash = 0;
        int kinds = 0;
        int i = start;
        while (i < to) {
            int c = utf8[i] & 0xFF;
            int kind = KINDS[c] & (LETTER | DIGIT);
            if (kind == 0) {
                break;
            }
            kinds |= kind;
            hash = Words.hash(hash, c);
            i++;
        }
        if (kinds == DIGIT) {
            numbers.look(start, i);
            phones.number(start, i);
        } else {
            if (kinds == (LETTER | DIGIT)) {
                mixed.look(start, i);
            }
            secrets.token(start, i);
            word(start, i, hash);
        }
        return i;
    }

    private void word(int start, int end, int hash) {
        int cues = Words.cues(text, start, end, hash);
        if (cues != 0) {
            spoken.note(cues, end);
            people.word(cues, start, end);
            health.word(cues, start, end);
            secrets.word(cues, start, end);
            code.word(cues, start, end);
        }
    }

    private static byte[] kinds() {
        byte[] kinds = new byte[256];
        for (int c = 0; c < 256; c++) {
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c >= 0x80 && c < 0xE0);
            boolean wide = c == 0xC2 || c >= 0xE0;
            boolean digit = c >= '0' && c <= '9';
            boolean sign = "@+(#\n".indexOf(c) >= 0;
            kinds[c] = (byte) (wide ? WIDE : letter ? LETTER : digit ? DIGIT : sign ? SIGN : OTHER);
        }
        return kinds;
    }
}
