package io.outflow.base;

/** Texts in files that people open in a spreadsheet. */
public final class SpreadsheetText {
    /** What a spreadsheet takes as the start of a formula, in the wide forms too. */
    private static final String FORMULA_STARTS = "=+-@|\t\r\n\0＝＋－＠";

    private SpreadsheetText() {}

    /** Whether a spreadsheet would run the text instead of showing it. */
    public static boolean runs(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
    }

    /** The text with an apostrophe in front where a spreadsheet would run it. */
    public static String harmless(String text) {
        return runs(text) ? "'" + text : text;
    }
}
