package io.outflow.imports;

/** What became of the records of a file or run: read = inserted + duplicate + skipped + quarantined, at every moment. */
public record Counts(long read, long inserted, long duplicate, long skipped, long quarantined) {
    public static final Counts ZERO = new Counts(0, 0, 0, 0, 0);

    public Counts {
        if (read != inserted + duplicate + skipped + quarantined) {
            throw new IllegalArgumentException("counts do not add up: " + read + " read, " + inserted + " inserted, "
                    + duplicate + " duplicate, " + skipped + " skipped, " + quarantined + " quarantined");
        }
    }

    public Counts plus(Counts o) {
        return new Counts(
                read + o.read,
                inserted + o.inserted,
                duplicate + o.duplicate,
                skipped + o.skipped,
                quarantined + o.quarantined);
    }
}
