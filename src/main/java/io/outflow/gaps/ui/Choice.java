package io.outflow.gaps.ui;

import io.outflow.gaps.Gap;
import io.outflow.gaps.GapStep;
import java.time.LocalDate;
import java.util.List;

/** What somebody can decide about a gap. */
enum Choice {
    ACKNOWLEDGE("Acknowledge", "Somebody works on it.", "Acknowledge gap"),
    ACCEPT("Accept", "Needs why and until when. Then it opens again.", "Accept gap"),
    FIX("Fixed", "The cause is gone. A later call opens it again.", "Call it fixed"),
    CALL_FALSE("False", "The fact or the rule is wrong, not the use.", "Call it false"),
    REOPEN("Open again", "Whatever was decided, it is looked at again.", "Open gap again");

    private final String label;
    private final String meaning;
    private final String action;

    Choice(String label, String meaning, String action) {
        this.label = label;
        this.meaning = meaning;
        this.action = action;
    }

    /** What the state of a gap leaves to decide; what the data no longer shows leaves nothing. */
    static List<Choice> of(Gap gap) {
        return switch (gap.state()) {
            case OPEN -> List.of(ACKNOWLEDGE, ACCEPT, FIX, CALL_FALSE);
            case ACKNOWLEDGED -> List.of(ACCEPT, FIX, CALL_FALSE, REOPEN);
            case ACCEPTED -> List.of(ACCEPT, FIX, CALL_FALSE, REOPEN);
            case FIXED, FALSE -> List.of(REOPEN);
            case CLOSED -> List.of();
        };
    }

    String label() {
        return label;
    }

    String meaning() {
        return meaning;
    }

    String action() {
        return action;
    }

    GapStep step(LocalDate until, String why) {
        return switch (this) {
            case ACKNOWLEDGE -> new GapStep.Acknowledge(why);
            case ACCEPT -> new GapStep.Accept(until, why);
            case FIX -> new GapStep.Fix(why);
            case CALL_FALSE -> new GapStep.CallFalse(why);
            case REOPEN -> new GapStep.Reopen(why);
        };
    }
}
