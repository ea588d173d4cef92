package io.outflow.usage.internal.answers;

import io.outflow.access.Names;
import io.outflow.trail.Caller;
import io.outflow.trail.CallerKind;
import io.outflow.usage.Subject;
import io.outflow.usage.Usage.EvidenceRecord;
import io.outflow.usage.UsageReport.ShownCaller;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * How callers leave this module. While names are not shown, everything that would tell a person, the id included, is replaced
 * by the person's mark.
 */
@Component
class CallerNames {
    private final Mask mask;
    private final BooleanSupplier revealed;
    private final BooleanSupplier mayReveal;

    @Autowired
    CallerNames(Names names) {
        this(names::shown, names::revealed, names::mayReveal);
    }

    CallerNames(Mask mask, BooleanSupplier revealed, BooleanSupplier mayReveal) {
        this.mask = mask;
        this.revealed = revealed;
        this.mayReveal = mayReveal;
    }

    /** Gives the text to show, as {@link Names#shown} does. */
    interface Mask {
        String shown(CallerKind kind, String id, String text);
    }

    /** Whether files for whoever asks merge small groups: for roles that never see names. */
    boolean mergesSmallGroups() {
        return !mayReveal.getAsBoolean();
    }

    boolean masks(Caller caller) {
        return caller.kind() == CallerKind.PERSON && !revealed.getAsBoolean();
    }

    ShownCaller shown(Caller caller) {
        return new ShownCaller(text(caller, caller.id()), text(caller, caller.name()), caller.kind(), caller.grade());
    }

    /** Whether one of the wanted texts means this caller: its id, or its name as it is shown now. */
    boolean named(Caller caller, Set<String> wanted) {
        return wanted.contains(caller.id()) || wanted.contains(text(caller, caller.name()));
    }

    Caller masked(Caller caller) {
        if (!masks(caller)) {
            return caller;
        }
        var mark = text(caller, caller.name());
        return new Caller(
                caller.kind(), mark, mark, caller.role(), caller.session() == null ? null : mark, caller.grade());
    }

    Subject masked(Subject subject) {
        if (!masks(subject.caller())) {
            return subject;
        }
        var hiding = new HiddenWords(subject.caller(), text(subject.caller(), ""));
        var metadata = new TreeMap<String, String>();
        subject.metadata().forEach((key, value) -> metadata.put(key, hiding.in(value)));
        var shown =
                subject.facts().with(masked(subject.caller()), subject.model(), subject.inferenceRegion(), metadata);
        return new Subject(subject.id(), shown, subject.profile());
    }

    /** A text of a caller's record as it may be shown. */
    @Nullable
    String masked(Caller caller, @Nullable String text) {
        return text == null || !masks(caller) ? text : new HiddenWords(caller, text(caller, "")).in(text);
    }

    /** An original record as it may be shown: without what tells a person whose name is masked. */
    byte[] masked(Caller caller, byte[] original) {
        return masks(caller) ? new HiddenWords(caller, text(caller, "")).inRecord(original) : original;
    }

    EvidenceRecord masked(Caller caller, EvidenceRecord record) {
        return new EvidenceRecord(
                record.kind(),
                record.fileId(),
                record.fileName(),
                record.runId(),
                record.recordNo(),
                masked(caller, record.original()));
    }

    private String text(Caller caller, String text) {
        return mask.shown(caller.kind(), caller.id(), text);
    }
}
