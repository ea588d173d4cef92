package io.outflow.classification.internal.detect;

import io.outflow.classification.Detector;

/**
 * Source code: lines that begin with a word of a programming language and end as lines of code do. A text that has enough of
 * them holds code.
 */
final class CodeLines {
    private static final int ENOUGH = 4;
    private static final int LONGEST_LINE = 400;

    private final Slice text;
    private final Finds finds;
    private int lineStart;
    private boolean keyword;
    private boolean sql;
    private int points;
    private int texts;

    CodeLines(Slice text, Finds finds) {
        this.text = text;
        this.finds = finds;
    }

    void newCall() {
        texts = 0;
    }

    void start() {
        points = 0;
        begin(text.from);
    }

    private void begin(int at) {
        lineStart = at;
        keyword = false;
        sql = false;
    }

    void word(int cues, int start, int end) {
        if (Cue.CODE.in(cues) && !keyword && first(start)) {
            keyword = true;
        }
        if (Cue.SQL.in(cues) && text.upper(start) && text.upper(start + 1)) {
            sql = true;
        } else if (sql && Cue.SQL_TABLE.in(cues) && text.upper(start) && text.upper(start + 1)) {
            points += 2;
        }
    }

    /** A hash sign: a directive for the C compiler, or the first line of a script. */
    void sign(int at) {
        if (text.has(at, "#include <") || text.has(at, "#include \"") || text.has(at, "#!/")) {
            points += 2;
        }
    }

    private boolean first(int start) {
        for (int i = start - 1; i >= lineStart; i--) {
            int c = text.at(i);
            if (c != ' ' && c != '\t' && c != '}' && c != '@' || start - i > 80) {
                return false;
            }
        }
        return true;
    }

    void lineEnds(int at) {
        int last = at - 1;
        while (last > lineStart && text.at(last) <= ' ') {
            last--;
        }
        if (last - lineStart <= LONGEST_LINE && last > lineStart) {
            points += worth(last);
        }
        begin(at + 1);
    }

    private int worth(int last) {
        int c = text.at(last);
        if (keyword) {
            if (c == ';' || c == '{') {
                return 2;
            }
            if (c == ':') {
                return has('(', last) ? 2 : 1;
            }
            return c == ')' || c == '(' || c == '"' || has('=', last) ? 1 : 0;
        }
        if (c == ';') {
            return has('(', last) || has('=', last) ? 1 : 0;
        }
        if (c == ')') {
            return has('(', last) && !hasInside(' ', last) ? 1 : 0;
        }
        return c == '{' && (has('(', last) || has('=', last)) ? 1 : 0;
    }

    private boolean has(int sign, int last) {
        for (int i = lineStart; i < last; i++) {
            if (text.at(i) == sign) {
                return true;
            }
        }
        return false;
    }

    /** Behind the indentation. */
    private boolean hasInside(int sign, int last) {
        int i = lineStart;
        while (i < last && text.at(i) <= ' ') {
            i++;
        }
        while (i < last) {
            if (text.at(i++) == sign) {
                return true;
            }
        }
        return false;
    }

    void end() {
        if (points >= ENOUGH) {
            finds.add(Detector.SOURCE_CODE, ++texts);
        }
    }
}
