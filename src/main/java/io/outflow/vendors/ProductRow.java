package io.outflow.vendors;

import io.outflow.vendors.content.Agreement;
import io.outflow.vendors.content.AgreementType;
import io.outflow.vendors.content.Certification;
import io.outflow.vendors.content.DataKind;
import io.outflow.vendors.content.Product;
import io.outflow.vendors.content.ProductStatus;
import io.outflow.vendors.content.Residency;
import io.outflow.vendors.content.RetentionWindow;
import io.outflow.vendors.content.Review;
import io.outflow.vendors.content.Training;
import io.outflow.vendors.content.Vendor;
import io.outflow.vendors.content.YesNo;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the register says of one product, in one row. It is computed from a snapshot alone; what was rejected counts for
 * nothing.
 *
 * @param retention the windows of prompts and outputs, by title; several where they depend on model, Region or mode
 * @param certification the certificate of product or vendor that expires next, or one without a known end; nothing when none
 *     is known to be held
 * @param nextReview the day of the next review: the one set, or the last one done plus the cycle, or the one that is open
 * @param assurance how many facts of the product are how sure
 * @param text vendor, product and clauses in lower case, to be searched
 */
public record ProductRow(
        Entry<Product> product,
        @Nullable Entry<Vendor> vendor,
        AgreedTerm dpa,
        AgreedTerm baa,
        List<Entry<RetentionWindow>> retention,
        @Nullable Entry<Training> training,
        @Nullable Entry<Residency> residency,
        @Nullable Entry<Certification> certification,
        @Nullable LocalDate nextReview,
        Map<Assurance, Long> assurance,
        String text) {

    /** One row a product, by name. */
    public static List<ProductRow> of(Snapshot register, Instant at) {
        return register.products().stream()
                .map(product -> of(register, product, at))
                .toList();
    }

    public static ProductRow of(Snapshot register, Entry<Product> product, Instant at) {
        var today = LocalDate.ofInstant(at, ZoneOffset.UTC);
        var vendor = register.vendorOf(product).orElse(null);
        var own = new Parts();
        register.of(product.id()).forEach(entry -> own.take(entry, today));
        var all = new Parts();
        if (vendor != null) {
            register.of(vendor.id()).forEach(entry -> all.take(entry, today));
        }
        all.agreements.addAll(own.agreements);
        all.certifications.addAll(own.certifications);
        return new ProductRow(
                product,
                vendor,
                AgreedTerm.of(AgreementType.DPA, all.agreements, at),
                AgreedTerm.of(AgreementType.BAA, all.agreements, at),
                List.copyOf(own.retention),
                own.training,
                own.residency,
                next(all.certifications),
                nextReview(product.content(), own.reviews),
                own.assurance,
                text(product.content(), vendor, all.agreements));
    }

    public UUID id() {
        return product.id();
    }

    public String vendorName() {
        return vendor == null ? "" : vendor.content().name();
    }

    /** How sure the retention is: as sure as its least sure window; nothing when there is none. */
    public @Nullable Assurance retentionAssurance(LocalDate today) {
        return retention.stream()
                .map(entry -> entry.basis().assurance(today))
                .max(Comparator.comparingInt(ProductRow::doubt))
                .orElse(null);
    }

    /** The days that the windows give, without doubles, ascending. */
    public List<Integer> retentionDays() {
        return retention.stream()
                .map(entry -> entry.content().days())
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    /** What other sources give for the retention of prompts, where it differs; ascending. */
    public List<Integer> disputedDays() {
        return retention.stream()
                .flatMap(entry -> entry.content().otherDays().stream()
                        .filter(days -> !days.equals(entry.content().days())))
                .distinct()
                .sorted()
                .toList();
    }

    /** Facts that nobody confirmed, or that are past their check. */
    public long toConfirm() {
        return count(Assurance.CLAIMED) + count(Assurance.STALE);
    }

    public long count(Assurance how) {
        return assurance.getOrDefault(how, 0L);
    }

    private static int doubt(Assurance assurance) {
        return switch (assurance) {
            case CONFIRMED -> 0;
            case STALE -> 1;
            case CLAIMED -> 2;
            case REJECTED -> 3;
        };
    }

    /** A scheme that was renewed counts with its newest end; of the schemes the one that ends first. */
    private static @Nullable Entry<Certification> next(Collection<Entry<Certification>> certifications) {
        var newest = certifications.stream()
                .filter(entry -> entry.content().held() == YesNo.YES
                        || entry.content().validUntil() != null
                                && entry.content().held() != YesNo.NO)
                .collect(Collectors.toMap(
                        entry -> entry.content().scheme(),
                        entry -> entry,
                        (one, other) -> end(one).isBefore(end(other)) ? other : one,
                        () -> new EnumMap<>(io.outflow.vendors.content.Scheme.class)));
        return newest.values().stream()
                .min(Comparator.comparing(ProductRow::end))
                .orElse(null);
    }

    private static LocalDate end(Entry<Certification> entry) {
        var until = entry.content().validUntil();
        return until == null ? LocalDate.MAX : until;
    }

    private static @Nullable LocalDate nextReview(Product product, List<Review> reviews) {
        if (product.status() == ProductStatus.RETIRED) {
            return null;
        }
        if (product.nextReview() != null) {
            return product.nextReview();
        }
        var cycle = product.reviewMonths();
        var last = reviews.stream().map(Review::doneOn).filter(Objects::nonNull).max(Comparator.naturalOrder());
        if (cycle != null && last.isPresent()) {
            return last.get().plusMonths(cycle);
        }
        return reviews.stream()
                .filter(review -> review.doneOn() == null)
                .map(Review::dueOn)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static String text(Product product, @Nullable Entry<Vendor> vendor, List<Entry<Agreement>> agreements) {
        var text = new StringBuilder(product.name()).append('\n').append(product.plan());
        if (vendor != null) {
            text.append('\n').append(vendor.content().name());
            text.append('\n').append(vendor.content().legalEntity());
        }
        for (var agreement : agreements) {
            agreement.content().clauses().forEach(clause -> text.append('\n').append(clause));
        }
        return text.toString().toLowerCase(Locale.ROOT);
    }

    /** What hangs on one entry, sorted out in one pass, because a register has many thousands. */
    private static final class Parts {

        private final List<Entry<Agreement>> agreements = new ArrayList<>();
        private final List<Entry<RetentionWindow>> retention = new ArrayList<>();
        private final List<Entry<Certification>> certifications = new ArrayList<>();
        private final List<Review> reviews = new ArrayList<>();
        private final Map<Assurance, Long> assurance = new EnumMap<>(Assurance.class);
        private @Nullable Entry<Training> training;
        private @Nullable Entry<Residency> residency;

        private void take(Entry<?> entry, LocalDate today) {
            if (entry.kind().isFact()) {
                assurance.merge(entry.basis().assurance(today), 1L, Long::sum);
            }
            if (entry.basis().rejected()) {
                return;
            }
            switch (entry.content()) {
                case Agreement _ -> entry.as(Agreement.class).ifPresent(agreements::add);
                case RetentionWindow window
                when window.data() == DataKind.PROMPTS_AND_OUTPUTS ->
                    entry.as(RetentionWindow.class).ifPresent(retention::add);
                case Certification _ -> entry.as(Certification.class).ifPresent(certifications::add);
                case Training _ -> training = entry.as(Training.class).orElse(null);
                case Residency _ -> residency = entry.as(Residency.class).orElse(null);
                case Review review -> reviews.add(review);
                default -> {}
            }
        }
    }
}
