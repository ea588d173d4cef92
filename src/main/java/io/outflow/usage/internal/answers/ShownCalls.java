package io.outflow.usage.internal.answers;

import io.outflow.usage.Usage.Call;
import io.outflow.usage.UsageFilter;

/** Stored calls as they are shown, with what the columns of one moment say of them. */
final class ShownCalls {
    private final Columns columns;
    private final CallerNames names;

    ShownCalls(Columns columns, CallerNames names) {
        this.columns = columns;
        this.names = names;
    }

    boolean takes(UsageFilter filter, Selection selection, StoredCall call) {
        return PageWindow.takes(
                filter,
                selection,
                call.id().time().toEpochMilli(),
                columns.subjects().number(call),
                Day.packed(call.outcome(), call.proof()));
    }

    Call of(StoredCall call) {
        var subjects = columns.subjects();
        var number = subjects.number(call);
        var subject = subjects.subject()[number];
        return new Call(
                call.id(),
                names.masked(subject),
                names.shown(subject.caller()).name(),
                call.outcome(),
                call.errorCode(),
                call.input(),
                call.output(),
                subjects.decision()[number],
                subjects.declared()[number],
                subjects.detected()[number],
                call.detected() != null,
                columns.countedByEntry(call.id().time(), number),
                call.contentLogOnly(),
                call.requestId(),
                call.proof());
    }
}
