package io.outflow.gaps;

import static io.outflow.gaps.Severity.HIGH;
import static io.outflow.gaps.Severity.NOTE;
import static io.outflow.gaps.Severity.WATCH;

/** The kinds of contradictions that are looked for. Each can be switched, and has a threshold and a severity. */
public enum GapKind {
    AGREEMENT(
            "No agreement in force",
            "Calls while the DPA, or for health data the BAA, was missing, lapsed or not yet in force.",
            HIGH,
            Unit.CALLS,
            1),
    DATA_CLASS("Data class not approved", "Calls with a class of data that nobody approved.", HIGH, Unit.CALLS, 1),
    REGION(
            "Outside the agreed Regions",
            "Calls that ran outside the Regions agreed, or of which that cannot be excluded.",
            HIGH,
            Unit.CALLS,
            1),
    RETENTION(
            "Kept longer than agreed",
            "Calls while the retention mode of the account kept more than the register declares.",
            HIGH,
            Unit.CALLS,
            1),
    TRAINING(
            "Training not excluded",
            "Sensitive calls while training was chosen, or while nothing shows that it was not.",
            HIGH,
            Unit.CALLS,
            1),
    CALLER(
            "Callers that cannot be named",
            "Calls by shared keys, roles without a person, unknown callers, or without an application.",
            WATCH,
            Unit.CALLS,
            1),
    ACCESS_PATH(
            "Keys and networks",
            "Calls with API keys, and calls not through a VPC endpoint where that is agreed.",
            WATCH,
            Unit.PERCENT,
            1),
    LOGGING(
            "Logging off or narrowed",
            "Logging or a guardrail was off or narrowed, by a change or by what AWS answered.",
            HIGH,
            Unit.CALLS,
            0),
    REGISTRATION(
            "Used or registered alone",
            "Models in use that no product of the register stands for, and products that nobody uses.",
            HIGH,
            Unit.DAYS,
            90),
    OVERDUE(
            "Fact overdue while in use",
            "Certificates, reviews and facts past their day while the product is in use.",
            WATCH,
            Unit.CALLS,
            1),
    ACCESS(
            "Access beyond the register",
            "Model access granted for what is not registered, and denied attempts in number.",
            WATCH,
            Unit.ATTEMPTS,
            10),
    UNKNOWN_CLASS(
            "Data class unknown",
            "Too many calls of which nothing tells the class of data, or the record that belongs to a content log.",
            NOTE,
            Unit.PERCENT,
            10),
    CONTRADICTION(
            "Found more than declared",
            "Calls declared or tagged with one class of data, while a higher one was found in their text.",
            HIGH,
            Unit.CALLS,
            1);

    /** What a threshold counts. */
    public enum Unit {
        /** A gap needs at least so many calls. */
        CALLS("calls at least"),
        /** A gap needs more than this share. */
        PERCENT("per cent at most"),
        /** So many days without a call. */
        DAYS("days unseen"),
        /** A gap needs at least so many denied attempts. */
        ATTEMPTS("attempts at least");

        private final String label;

        Unit(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    private final String label;
    private final String meaning;
    private final Severity severity;
    private final Unit unit;
    private final int threshold;

    GapKind(String label, String meaning, Severity severity, Unit unit, int threshold) {
        this.label = label;
        this.meaning = meaning;
        this.severity = severity;
        this.unit = unit;
        this.threshold = threshold;
    }

    public String label() {
        return label;
    }

    /** What it looks for, in a sentence. */
    public String meaning() {
        return meaning;
    }

    /** The severity before anybody chose another. */
    public Severity severity() {
        return severity;
    }

    public Unit unit() {
        return unit;
    }

    /** The threshold before anybody chose another. */
    public int threshold() {
        return threshold;
    }

    /** The largest threshold that makes sense. */
    public int largestThreshold() {
        return unit == Unit.PERCENT ? 100 : unit == Unit.DAYS ? 3650 : 1_000_000_000;
    }
}
