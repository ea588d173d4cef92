package io.outflow.vendors;

import io.outflow.vendors.content.Agreement;
import io.outflow.vendors.content.Application;
import io.outflow.vendors.content.Certification;
import io.outflow.vendors.content.Deadline;
import io.outflow.vendors.content.DeadlineKind;
import io.outflow.vendors.content.Product;
import io.outflow.vendors.content.ProductStatus;
import io.outflow.vendors.content.Review;
import io.outflow.vendors.content.Vendor;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something of the register that ends, expires or has to be looked at on a day. What has passed stays until the register says
 * that it is settled.
 *
 * @param entry the entry that says so
 * @param object the vendor, product or application it belongs to; the entry itself for one of these
 * @param deadline what happens on which day
 * @param owner who looks after it: the reviewer of a review, else the owner of the object, else of its vendor; empty when
 *     the register names nobody
 * @param daysLeft from today, negative when the day has passed
 */
public record Due(Entry<?> entry, Entry<?> object, Deadline deadline, String owner, long daysLeft) {

    private static final int WEEK = 7;
    private static final int MONTH = 30;
    private static final int QUARTER = 90;

    /** How near a day is. */
    public enum Window {
        OVERDUE("Overdue"),
        WEEK("In 7 days"),
        MONTH("In 30 days"),
        QUARTER("In 90 days"),
        LATER("Later");

        private final String label;

        Window(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Everything that a register has a day for, soonest first. What was rejected counts for nothing. */
    public static List<Due> of(Snapshot register, LocalDate today) {
        var found = new ArrayList<Due>();
        for (var entry : register.all()) {
            if (!entry.basis().rejected()) {
                var object = object(register, entry);
                for (var deadline : deadlines(register, entry)) {
                    if (!isRetired(object) || entry.content() instanceof Agreement) {
                        found.add(new Due(
                                entry,
                                object,
                                deadline,
                                owner(register, entry, object),
                                ChronoUnit.DAYS.between(today, deadline.day())));
                    }
                }
            }
        }
        found.sort(Comparator.comparing(Due::day)
                .thenComparing(due -> due.object().title(), String.CASE_INSENSITIVE_ORDER)
                .thenComparing(due -> due.deadline().what())
                .thenComparing(due -> due.entry().id()));
        return List.copyOf(found);
    }

    /** The products that are to be reviewed in a cycle but have neither a review nor a day, so that no day can be told. */
    public static List<Entry<Product>> withoutADay(Snapshot register) {
        return register.products().stream()
                .filter(entry -> entry.content().reviewMonths() != null && !isRetired(entry))
                .filter(entry -> reviewDue(register, entry, entry.content()) == null)
                .filter(entry -> openReviews(register, entry).isEmpty())
                .toList();
    }

    public LocalDate day() {
        return deadline.day();
    }

    public DeadlineKind kind() {
        return deadline.kind();
    }

    public Window window() {
        if (daysLeft < 0) {
            return Window.OVERDUE;
        }
        if (daysLeft <= WEEK) {
            return Window.WEEK;
        }
        return daysLeft <= MONTH ? Window.MONTH : daysLeft <= QUARTER ? Window.QUARTER : Window.LATER;
    }

    /** Names this day of this entry for ever, whatever becomes of the day. */
    public String key() {
        return entry.id() + "-" + kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The page of its object, without a slash in front. */
    public String path() {
        return object.kind().path() + "/" + object.id();
    }

    /** {@code 12 days left}, {@code today}, {@code 3 days ago}. */
    public String inWords() {
        if (daysLeft == 0) {
            return "today";
        }
        var days = Math.abs(daysLeft);
        return String.format(Locale.ENGLISH, "%,d %s ", days, days == 1 ? "day" : "days")
                + (daysLeft < 0 ? "ago" : "left");
    }

    private static List<Deadline> deadlines(Snapshot register, Entry<?> entry) {
        var found = new ArrayList<>(
                switch (entry.content()) {
                    case Agreement agreement when isFollowed(register, entry, agreement) -> List.<Deadline>of();
                    case Certification certificate when isFollowed(register, entry, certificate) -> List.<Deadline>of();
                    case Product product -> review(register, entry, product);
                    default -> entry.content().deadlines();
                });
        var check = entry.basis().nextCheck();
        if (check != null && entry.kind().isFact()) {
            found.add(new Deadline(DeadlineKind.CHECK, entry.kind().label() + " is to be checked again", check));
        }
        return found;
    }

    /** A product whose review is planned as an entry has its day there. */
    private static List<Deadline> review(Snapshot register, Entry<?> entry, Product product) {
        var day = reviewDue(register, entry, product);
        return day == null || !openReviews(register, entry).isEmpty()
                ? List.of()
                : List.of(new Deadline(DeadlineKind.REVIEW, "Review is due", day));
    }

    private static @Nullable LocalDate reviewDue(Snapshot register, Entry<?> entry, Product product) {
        return product.reviewDue(register.of(entry.id(), Review.class).stream()
                .map(review -> review.content().doneOn())
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null));
    }

    private static List<Entry<Review>> openReviews(Snapshot register, Entry<?> entry) {
        return register.of(entry.id(), Review.class).stream()
                .filter(review ->
                        review.content().dueOn() != null && review.content().doneOn() == null)
                .toList();
    }

    private static boolean isFollowed(Snapshot register, Entry<?> entry, Agreement agreement) {
        return entry.owner() != null
                && register.counting(entry.owner(), Agreement.class).stream()
                        .anyMatch(other -> other.content().follows(agreement));
    }

    private static boolean isFollowed(Snapshot register, Entry<?> entry, Certification certificate) {
        return entry.owner() != null
                && register.counting(entry.owner(), Certification.class).stream()
                        .anyMatch(other -> other.content().follows(certificate));
    }

    /** The vendor, product or application that an entry is or hangs on, however deep. */
    private static Entry<?> object(Snapshot register, Entry<?> entry) {
        var at = entry;
        while (!(at.content() instanceof Vendor
                || at.content() instanceof Product
                || at.content() instanceof Application)) {
            var owner = register.owner(at);
            if (owner.isEmpty()) {
                return at;
            }
            at = owner.get();
        }
        return at;
    }

    private static boolean isRetired(Entry<?> object) {
        return object.content() instanceof Product product && product.status() == ProductStatus.RETIRED;
    }

    private static String owner(Snapshot register, Entry<?> entry, Entry<?> object) {
        if (entry.content() instanceof Review review && !review.reviewer().isEmpty()) {
            return review.reviewer();
        }
        return switch (object.content()) {
            case Vendor vendor -> vendor.owner();
            case Application application -> application.owner();
            case Product product when !product.owner().isEmpty() -> product.owner();
            default ->
                register.vendorOf(object)
                        .map(vendor -> vendor.content().owner())
                        .orElse("");
        };
    }
}
