package io.outflow.vendors;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an entry rests on: a fact has a source and a date.
 *
 * @param source document and clause, or an address; empty makes it a claim that looks like one
 * @param asOf the day for which the source said so; nothing when it does not tell
 * @param confirmedBy who confirmed or rejected it; empty when nobody did
 * @param nextCheck the day after which it is stale
 * @param rejected whether whoever looked found it to be wrong
 * @param catalogueKey for what came from the catalogue: its entry and fact there, to compare with a newer catalogue
 */
public record Basis(
        Origin origin,
        String source,
        @Nullable LocalDate asOf,
        String confirmedBy,
        @Nullable Instant confirmedAt,
        @Nullable LocalDate nextCheck,
        boolean rejected,
        String catalogueKey) {

    private static final int LONGEST_SOURCE = 2000;

    public Basis {
        source = text(source);
        if (source.length() > LONGEST_SOURCE) {
            source = source.substring(0, LONGEST_SOURCE);
        }
        confirmedBy = text(confirmedBy);
        catalogueKey = text(catalogueKey);
    }

    /** Our own statement, resting on a source, not yet confirmed. */
    public static Basis ours(String source, @Nullable LocalDate asOf, @Nullable LocalDate nextCheck) {
        return new Basis(Origin.OURS, source, asOf, "", null, nextCheck, false, "");
    }

    /** A claim of the catalogue. */
    public static Basis catalogue(String source, @Nullable LocalDate asOf, String key) {
        return new Basis(Origin.CATALOGUE, source, asOf, "", null, null, false, key);
    }

    public Basis confirmed(String by, Instant at, @Nullable LocalDate check) {
        return new Basis(origin, source, asOf, by, at, check, false, catalogueKey);
    }

    public Basis refused(String by, Instant at) {
        return new Basis(origin, source, asOf, by, at, nextCheck, true, catalogueKey);
    }

    /** The same with another source and dates, to be confirmed again. */
    public Basis resting(String on, @Nullable LocalDate day, @Nullable LocalDate check) {
        return new Basis(origin, on, day, "", null, check, false, catalogueKey);
    }

    public Assurance assurance(LocalDate today) {
        if (rejected) {
            return Assurance.REJECTED;
        }
        if (confirmedAt == null) {
            return Assurance.CLAIMED;
        }
        return nextCheck != null && nextCheck.isBefore(today) ? Assurance.STALE : Assurance.CONFIRMED;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
