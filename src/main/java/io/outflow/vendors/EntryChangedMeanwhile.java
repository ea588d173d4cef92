package io.outflow.vendors;

import io.outflow.base.Formats;
import java.util.Optional;

/** Somebody else saved first. Nothing was overwritten; the entry as it stands now is here to be compared. */
public class EntryChangedMeanwhile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Optional<Entry<?>> current;

    private EntryChangedMeanwhile(String sentence, Optional<Entry<?>> current) {
        super(sentence);
        this.current = current;
    }

    public static EntryChangedMeanwhile by(Entry<?> current) {
        return new EntryChangedMeanwhile(
                "%s changed this at %s while you were editing. Nothing of theirs was overwritten and yours is not saved yet."
                        .formatted(current.changedBy(), Formats.minute(current.changedAt())),
                Optional.of(current));
    }

    public static EntryChangedMeanwhile removed() {
        return new EntryChangedMeanwhile(
                "Somebody removed this entry meanwhile. Yours is not saved.", Optional.empty());
    }

    /** The entry as it stands now; empty when it was removed. */
    public Optional<Entry<?>> current() {
        return current;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
