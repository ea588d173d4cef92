package io.outflow.history;

import java.util.List;

/**
 * A revision with what it changed, field by field, against the state it replaced: the one that was known to hold at the moment
 * from which the new one holds. All fields are new where there was none.
 */
public record Recorded(Revision revision, List<FieldChange> changes) {

    public Recorded {
        changes = List.copyOf(changes);
    }
}
