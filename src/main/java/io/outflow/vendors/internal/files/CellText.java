package io.outflow.vendors.internal.files;

import io.outflow.base.SpreadsheetText;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Texts as cells hold them, and back without loss. What neither XML nor a line can hold is written as a backslash, u and four
 * hexadecimal digits; a text that a spreadsheet would take for a formula gets an apostrophe in front.
 */
final class CellText {

    /** The most that a cell of a spreadsheet holds. */
    static final int LONGEST = 32_767;

    /** Stands in a cell for a value that is too long for it; read back, it keeps what is there. No text is written so. */
    static final String KEPT = "\\kept: ";

    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-f]{4})");

    private CellText() {}

    /** A whole text, which may have lines. */
    static String escaped(String text) {
        return escaped(text, false);
    }

    /** One line of several, which must stay one. */
    static String escapedLine(String text) {
        return escaped(text, true);
    }

    static String unescaped(String text) {
        return text.indexOf('\\') < 0 ? text : ESCAPE.matcher(text).replaceAll(CellText::character);
    }

    /** With an apostrophe in front where a spreadsheet would see a formula. */
    static String harmless(String text) {
        return SpreadsheetText.runs(text.substring(apostrophes(text))) ? "'" + text : text;
    }

    /** Without the apostrophe that {@link #harmless} put in front. */
    static String plain(String cell) {
        var apostrophes = apostrophes(cell);
        return apostrophes > 0 && SpreadsheetText.runs(cell.substring(apostrophes)) ? cell.substring(1) : cell;
    }

    private static int apostrophes(String text) {
        var count = 0;
        while (count < text.length() && text.charAt(count) == '\'') {
            count++;
        }
        return count;
    }

    private static String escaped(String text, boolean line) {
        var out = new StringBuilder(text.length());
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                out.append(c).append(text.charAt(++i));
            } else if (unfit(c) || c == '\n' && line || c == '\\' && taken(text, i)) {
                out.append("\\u").append("%04x".formatted((int) c));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static boolean unfit(char c) {
        return c < ' ' && c != '\n' && c != '\t' || c >= 0x7f && c < 0xa0 || Character.isSurrogate(c) || c >= 0xfffe;
    }

    /** Whether a backslash would be read as something else. */
    private static boolean taken(String text, int at) {
        return at == 0 || ESCAPE.matcher(text).region(at, text.length()).lookingAt();
    }

    private static String character(MatchResult escape) {
        var c = String.valueOf((char) Integer.parseInt(escape.group(1), 16));
        return java.util.regex.Matcher.quoteReplacement(c);
    }
}
