package io.outflow.overview;

/**
 * One finding of the overview.
 *
 * @param topic what it is about, whatever it found
 * @param number as it is written; empty where it is unknown
 * @param before words before the finding
 * @param finding the words that are stressed
 * @param after the rest of the sentence
 * @param detail who, how much, what cannot be excluded
 * @param period in words
 * @param proof how sure it is, in words
 * @param sure how sure it is
 * @param share the proven share of the number, 0 to 1
 * @param action the one thing to do
 * @param address where that is done
 * @param severe how much it asks for attention, largest first; 0 for nothing
 */
public record Statement(
        Topic topic,
        String number,
        String before,
        String finding,
        String after,
        String detail,
        String period,
        String proof,
        Sure sure,
        double share,
        String action,
        String address,
        int severe) {

    /** The questions that the overview answers. */
    public enum Topic {
        AGREEMENT,
        DATA_CLASS,
        REGION,
        CALLER,
        COVERAGE,
        DUE
    }

    /** What stands under and beside the number. */
    public enum Sure {
        VERIFIED,
        PARTLY,
        NO_DIGEST,
        INVALID,
        /** Counted from the register, which needs no log. */
        REGISTER,
        /** Nothing can be said. */
        UNKNOWN
    }

    public boolean known() {
        return !number.isEmpty();
    }
}
