package io.outflow.catalogue.internal;

import io.outflow.vendors.content.ControlState;
import io.outflow.vendors.content.YesNo;
import org.jspecify.annotations.Nullable;

/** Answers of the catalogue: yes, no, nothing, or words that are neither and stay words. */
final class Answers {

    private static final String YES = "yes";
    private static final String NO = "no";

    private Answers() {}

    static YesNo yesNo(@Nullable String answer) {
        return YES.equals(answer) ? YesNo.YES : NO.equals(answer) ? YesNo.NO : YesNo.UNKNOWN;
    }

    /** The words of an answer that is neither yes nor no. */
    static @Nullable String inWords(@Nullable String answer) {
        return answer == null || yesNo(answer) != YesNo.UNKNOWN ? null : answer;
    }

    static @Nullable String yesNo(@Nullable Boolean answer) {
        return answer == null ? null : answer ? YES : NO;
    }

    static ControlState state(@Nullable Boolean available) {
        return available == null
                ? ControlState.UNKNOWN
                : available ? ControlState.AVAILABLE : ControlState.NOT_AVAILABLE;
    }
}
