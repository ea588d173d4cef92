package io.outflow.classification.internal.detect;

import io.outflow.classification.Detector;
import org.jspecify.annotations.Nullable;

/** Telephone numbers. What may be one by its first characters and length is asked of the library. */
final class Phones {
    private static final int FEWEST_DIGITS = 7;
    private static final int MOST_DIGITS = 15;
    private static final int MOST_BYTES = 26;
    private static final int NEAR = 20;
    private static final int TRIES = 3;

    private final Slice text;
    private final Finds finds;
    private final Library library;
    private final Spoken spoken;
    private final int[] ends = new int[MOST_DIGITS + 1];
    private int takenTo;

    /** How a candidate is asked for. */
    private interface Question {
        @Nullable
        String ask(String candidate);
    }

    Phones(Slice text, Finds finds, Library library, Spoken spoken) {
        this.text = text;
        this.finds = finds;
        this.library = library;
        this.spoken = spoken;
    }

    /** Another text. */
    void start() {
        takenTo = Integer.MIN_VALUE;
    }

    /** A plus sign. */
    void international(int at) {
        if (text.digit(at + 1) && text.at(at + 1) != '0' && !text.word(at - 1)) {
            look(at, at + 1, 8, library::international);
        }
    }

    /** An opening bracket, as before the area code in North America. */
    void bracket(int at) {
        boolean area = text.digit(at + 1) && text.digit(at + 2) && text.digit(at + 3) && text.at(at + 4) == ')';
        if (area && !text.word(at - 1)) {
            look(at, at + 1, 10, near(at) ? library::national : library::american);
        } else if (text.at(at + 1) == '0' && near(at) && !text.word(at - 1)) {
            look(at, at + 1, FEWEST_DIGITS, library::national);
        }
    }

    /** A run of digits alone. */
    void number(int start, int end) {
        int before = text.at(start - 1);
        if (start < takenTo || before == '+' || before == '(') {
            return;
        }
        if ((before == '.' || before == '-' || before == '/' || before == '_') && text.word(start - 2)) {
            return;
        }
        int length = end - start;
        if (text.at(start) == '0' && text.at(start + 1) == '0' && text.at(start + 2) != '0') {
            look(start, start, 10, candidate -> library.international("+" + candidate.substring(2)));
        } else if (near(start)) {
            look(start, start, FEWEST_DIGITS, library::national);
        } else if (length == 3 && american(start)) {
            look(start, start, 10, library::american);
        }
    }

    private boolean near(int at) {
        return spoken.before(Cue.PHONE, at, NEAR);
    }

    /** Three, three and four digits with hyphens or dots. */
    private boolean american(int start) {
        int sign = text.at(start + 3);
        return (sign == '-' || sign == '.')
                && text.at(start + 7) == sign
                && digits(start + 4, 3)
                && digits(start + 8, 4)
                && !text.word(start + 12)
                && text.at(start) >= '2';
    }

    private boolean digits(int from, int count) {
        for (int i = from; i < from + count; i++) {
            if (!text.digit(i)) {
                return false;
            }
        }
        return true;
    }

    /** Takes digits with single signs between, and asks for all of them, then for fewer. */
    private void look(int start, int firstDigit, int fewest, Question question) {
        if (!finds.wants(Detector.PHONE)) {
            return;
        }
        int digits = 0;
        int groups = 0;
        int i = firstDigit;
        while (i - start < MOST_BYTES && digits <= MOST_DIGITS) {
            if (!text.digit(i)) {
                break;
            }
            while (text.digit(i) && digits <= MOST_DIGITS) {
                digits++;
                i++;
            }
            if (digits >= fewest && digits <= MOST_DIGITS && !text.word(i)) {
                ends[groups++] = i;
            }
            int next = afterSigns(i);
            if (next == i) {
                break;
            }
            i = next;
        }
        for (int tried = 0; tried < TRIES && groups > 0; tried++) {
            int end = ends[--groups];
            String found = question.ask(text.text(start, end));
            if (found != null) {
                finds.add(Detector.PHONE, found);
                takenTo = end;
                return;
            }
        }
    }

    /** Goes over the signs that may stand between two groups. */
    private int afterSigns(int at) {
        int i = at;
        while (i - at < 3) {
            int c = text.at(i);
            if (text.noBreakSpace(i)) {
                i += 2;
            } else if (c == ' ' || c == '-' || c == '.' || c == '/' || c == '(' || c == ')') {
                i++;
            } else {
                break;
            }
        }
        return text.digit(i) ? i : at;
    }
}
