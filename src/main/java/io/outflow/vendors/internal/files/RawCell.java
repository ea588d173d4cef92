package io.outflow.vendors.internal.files;

/**
 * A cell as a file holds it.
 *
 * @param text a number without exponent, a day as in ISO 8601, or the text itself
 */
record RawCell(Type type, String text) {

    static final RawCell EMPTY = new RawCell(Type.TEXT, "");

    enum Type {
        TEXT,
        NUMBER,
        DAY,
        FORMULA
    }

    boolean blank() {
        return type != Type.FORMULA && text.isBlank();
    }
}
