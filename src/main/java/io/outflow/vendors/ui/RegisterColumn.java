package io.outflow.vendors.ui;

import io.outflow.vendors.AgreedTerm;
import io.outflow.vendors.ProductRow;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A column of the register table, with the words of its head and the order it sorts by. */
enum RegisterColumn {
    PRODUCT("Product", "vendor", Group.NONE, true, 156),
    DPA("DPA", "days left", Group.AGREED, true, 118),
    BAA("BAA", "days left", Group.AGREED, false, 126),
    RETENTION("Retention", "of prompts", Group.AGREED, true, 106),
    TRAINING("Training", "source", Group.AGREED, true, 98),
    REGIONS("Regions", "agreed, seen", Group.AGREED, true, 110),
    CERTIFICATION("Certification", "next expiry", Group.AGREED, true, 106),
    FACTS("Facts", "to confirm", Group.AGREED, false, 96),
    CLASSES("Data classes", "approved, seen", Group.AGREED, true, 138),
    CALLS("Calls", "in 30 days", Group.SEEN, true, 104),
    PEOPLE("People", "in 30 days", Group.SEEN, true, 72),
    LAST_SEEN("Last seen", "", Group.SEEN, true, 88),
    PROOF("Proof", "gaps", Group.SEEN, true, 98),
    STATUS("Status", "in our house", Group.KEPT, false, 86),
    USE("In use", "as we say", Group.KEPT, false, 64),
    CATEGORY("Category", "", Group.KEPT, false, 110),
    OWNER("Owner", "", Group.KEPT, true, 92),
    REVIEW("Next review", "", Group.KEPT, true, 104);

    /** What a column tells of. */
    enum Group {
        NONE(""),
        AGREED("What we agreed"),
        SEEN("What we saw"),
        KEPT("Who looks after it");

        private final String label;

        Group(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /** What asks for attention first, first. */
    private static final Map<AgreedTerm.State, Integer> URGENCY = Map.of(
            AgreedTerm.State.LAPSED, 0,
            AgreedTerm.State.IN_FORCE, 1,
            AgreedTerm.State.MISSING, 3,
            AgreedTerm.State.NONE, 4,
            AgreedTerm.State.TERMINATED, 5,
            AgreedTerm.State.PENDING, 6,
            AgreedTerm.State.CLAIMED, 7,
            AgreedTerm.State.UNDATED, 8,
            AgreedTerm.State.NOT_YET, 9,
            AgreedTerm.State.NOT_NEEDED, 11);

    private static final int WITHOUT_END = 10;

    private final String label;
    private final String second;
    private final Group group;
    private final boolean usual;
    private final int width;

    RegisterColumn(String label, String second, Group group, boolean usual, int width) {
        this.label = label;
        this.second = second;
        this.group = group;
        this.usual = usual;
        this.width = width;
    }

    static Set<RegisterColumn> usual() {
        var usual = EnumSet.allOf(RegisterColumn.class);
        usual.removeIf(column -> !column.usual);
        return usual;
    }

    static Optional<RegisterColumn> of(String key) {
        for (var column : values()) {
            if (column.key().equals(key)) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }

    /** Its name in addresses. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    String label() {
        return label;
    }

    String second() {
        return second;
    }

    Group group() {
        return group;
    }

    /** How wide it is at least, in pixels. */
    int width() {
        return width;
    }

    Cell cell(ProductRow row, RowWords words) {
        return switch (this) {
            case PRODUCT -> Cell.plain(row.product().content().name(), row.vendorName());
            case DPA -> words.agreement(row, row.dpa());
            case BAA -> words.agreement(row, row.baa());
            case RETENTION -> words.retention(row);
            case TRAINING -> words.training(row);
            case REGIONS -> words.regions(row);
            case CERTIFICATION -> words.certification(row);
            case FACTS -> words.facts(row);
            case CLASSES -> words.seen().classes(row);
            case CALLS -> words.seen().calls(row);
            case PEOPLE -> words.seen().people(row);
            case LAST_SEEN -> words.seen().lastSeen(row);
            case PROOF -> words.seen().proof(row);
            case STATUS -> Cell.plain(row.product().content().status().label(), "");
            case USE -> Cell.plain(row.product().content().inUse().label(), "");
            case CATEGORY -> Cell.plain(row.product().content().category().label(), "");
            case OWNER -> words.owner(row);
            case REVIEW -> words.review(row);
        };
    }

    Comparator<ProductRow> order(RowWords words) {
        return switch (this) {
            case PRODUCT -> byName();
            case DPA -> byUrgency(ProductRow::dpa);
            case BAA -> byUrgency(ProductRow::baa);
            case RETENTION ->
                Comparator.comparingInt(row -> row.retentionDays().isEmpty()
                        ? Integer.MAX_VALUE
                        : row.retentionDays().getLast());
            case CERTIFICATION ->
                Comparator.comparing(row -> row.certification() == null
                                || row.certification().content().validUntil() == null
                        ? LocalDate.MAX
                        : row.certification().content().validUntil());
            case FACTS -> Comparator.comparingLong(ProductRow::toConfirm).reversed();
            case CALLS ->
                Comparator.<ProductRow>comparingLong(row -> words.seen().callsOf(row))
                        .reversed();
            case PEOPLE ->
                Comparator.<ProductRow>comparingLong(row -> words.seen().peopleOf(row))
                        .reversed();
            case LAST_SEEN -> Comparator.comparing(words.seen()::lastSeenOf).reversed();
            case PROOF ->
                Comparator.<ProductRow>comparingLong(row -> words.seen().gapsOf(row))
                        .reversed();
            case STATUS -> Comparator.comparing(row -> row.product().content().status());
            case USE -> Comparator.comparing(row -> row.product().content().inUse());
            case REVIEW -> Comparator.comparing(row -> row.nextReview() == null ? LocalDate.MAX : row.nextReview());
            case TRAINING, REGIONS, CLASSES, CATEGORY, OWNER ->
                Comparator.comparing(row -> cell(row, words).first(), String.CASE_INSENSITIVE_ORDER);
        };
    }

    private static Comparator<ProductRow> byName() {
        return Comparator.<ProductRow, String>comparing(
                        row -> row.product().content().name(), String.CASE_INSENSITIVE_ORDER)
                .thenComparing(ProductRow::vendorName, String.CASE_INSENSITIVE_ORDER);
    }

    private static Comparator<ProductRow> byUrgency(java.util.function.Function<ProductRow, AgreedTerm> term) {
        return Comparator.<ProductRow>comparingInt(row -> urgency(term.apply(row)))
                .thenComparingLong(row -> term.apply(row).daysLeft().orElse(Long.MAX_VALUE));
    }

    private static int urgency(AgreedTerm term) {
        return term.state() == AgreedTerm.State.IN_FORCE && term.daysLeft().isEmpty()
                ? WITHOUT_END
                : URGENCY.getOrDefault(term.state(), WITHOUT_END);
    }
}
