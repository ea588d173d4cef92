package io.outflow.trail;

/** How far a log file is proven to be as CloudTrail wrote it. The order is that of the stored numbers. */
public enum Proof {
    /** Its trail writes no digest files, or none was at hand. */
    NO_DIGEST("no digest", "no digest file was at hand for it"),
    /** A digest that AWS signed names the file and the hash of its content, which is the same now. */
    VERIFIED("verified", "a digest signed by AWS names it and its content"),
    /** Digests cover the hour in which it was delivered, and none of them names it. */
    UNREFERENCED("unreferenced", "digests cover its hour and none of them names it"),
    /** The hour in which it was delivered lies in a gap of the chain of digests. */
    UNCHAINED("unchained", "its hour lies in a gap of the chain of digests"),
    /** It is not what the signed digest says. */
    INVALID("invalid", "it is not what AWS signed");

    private final String label;
    private final String sentence;

    Proof(String label, String sentence) {
        this.label = label;
        this.sentence = sentence;
    }

    /** In one or two words. */
    public String label() {
        return label;
    }

    /** What it means, as a part of a sentence. */
    public String sentence() {
        return sentence;
    }
}
