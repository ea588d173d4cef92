package io.outflow.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was chosen in the wizard, kept by name to make packages of it again.
 *
 * @param version counts changes, so that nobody overwrites one unseen
 * @param choices its days and moment of reading are what is made only for {@link Period#FIXED}
 * @param plan nothing when it is used by hand alone
 */
public record PackageTemplate(
        UUID id,
        int version,
        String name,
        Period period,
        PackageRequest choices,
        String savedBy,
        Instant savedAt,
        @Nullable Plan plan) {

    public static final int LONGEST_NAME = 100;

    /** Which days a package of it is about. */
    public enum Period {
        LAST_MONTH("Last month"),
        LAST_QUARTER("Last quarter"),
        FIXED("These days");

        private final String label;

        Period(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        /** The first day, seen from a day; {@code fixed} where it does not move. */
        public LocalDate from(LocalDate today, LocalDate fixed) {
            return switch (this) {
                case LAST_MONTH -> YearMonth.from(today).minusMonths(1).atDay(1);
                case LAST_QUARTER -> quarter(today).minusMonths(3);
                case FIXED -> fixed;
            };
        }

        /** The last day, which belongs to it; {@code fixed} where it does not move. */
        public LocalDate to(LocalDate today, LocalDate fixed) {
            return switch (this) {
                case LAST_MONTH -> YearMonth.from(today).atDay(1).minusDays(1);
                case LAST_QUARTER -> quarter(today).minusDays(1);
                case FIXED -> fixed;
            };
        }

        private static LocalDate quarter(LocalDate today) {
            return today.with(IsoFields.DAY_OF_QUARTER, 1);
        }
    }

    /**
     * That it is made each month.
     *
     * @param owner who is told when it could not be made; an address in it is written to
     * @param setUpBy who said so
     * @param next when it is due
     */
    public record Plan(
            Monthly monthly,
            String owner,
            String setUpBy,
            Instant setUpAt,
            Instant next,
            @Nullable Outcome last) {}

    /**
     * What became of a run.
     *
     * @param number of the package; 0 when none was begun
     * @param words what went wrong, or which runs were missed; empty for nothing
     */
    public record Outcome(Instant at, long number, String words, boolean failed) {}

    /** What a package of it is on a day. */
    public PackageRequest request(LocalDate today) {
        return new PackageRequest(
                choices.title(),
                choices.recipient(),
                choices.products(),
                choices.accounts(),
                period.from(today, choices.from()),
                period.to(today, choices.to()),
                period == Period.FIXED ? choices.asOf() : null,
                choices.frameworks(),
                choices.parts(),
                choices.named(),
                choices.reason());
    }
}
