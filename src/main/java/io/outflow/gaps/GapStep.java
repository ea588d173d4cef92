package io.outflow.gaps;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Something that somebody does with a gap. Each is kept in its history and in the change log. */
public sealed interface GapStep {

    /** As what it stands in the gap's history. */
    default GapEvent.Kind event() {
        return switch (this) {
            case Acknowledge _ -> GapEvent.Kind.ACKNOWLEDGED;
            case Accept _ -> GapEvent.Kind.ACCEPTED;
            case Fix _ -> GapEvent.Kind.FIXED;
            case CallFalse _ -> GapEvent.Kind.CALLED_FALSE;
            case Reopen _ -> GapEvent.Kind.REOPENED;
            case Remark _ -> GapEvent.Kind.REMARK;
            case Assign _ -> GapEvent.Kind.ASSIGNED;
            case SetDue _ -> GapEvent.Kind.DUE_SET;
        };
    }

    /** Somebody has seen it and works on it. */
    record Acknowledge(String why) implements GapStep {}

    /**
     * It is accepted.
     *
     * @param until the last day, in UTC; not in the past
     * @param why needed
     */
    record Accept(LocalDate until, String why) implements GapStep {}

    /** Its cause is gone. A call after this opens it again. */
    record Fix(String why) implements GapStep {}

    /** The fact or the rule is wrong. */
    record CallFalse(String why) implements GapStep {}

    /** It is looked at again, whatever was decided. */
    record Reopen(String why) implements GapStep {}

    record Remark(String text) implements GapStep {}

    /** @param owner empty for nobody */
    record Assign(String owner) implements GapStep {}

    /** @param day nothing for none */
    record SetDue(@Nullable LocalDate day) implements GapStep {}
}
