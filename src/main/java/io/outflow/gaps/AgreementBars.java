package io.outflow.gaps;

import io.outflow.base.Formats;
import io.outflow.vendors.Entry;
import io.outflow.vendors.Snapshot;
import io.outflow.vendors.Validity;
import io.outflow.vendors.Validity.Stretch;
import io.outflow.vendors.content.Agreement;
import io.outflow.vendors.content.AgreementType;
import io.outflow.vendors.content.Product;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When agreements of a product were, are and will be in force, with words to draw on an axis of time. */
public final class AgreementBars {

    private AgreementBars() {}

    /** @param until nothing while it goes on */
    public record Bar(
            Validity.Sort sort, Instant from, @Nullable Instant until, String text) {}

    /**
     * The stretches of one type of agreement, of the product and of its vendor.
     *
     * @param now what counts as today; what ends after it is followed by a stretch without an agreement
     */
    public static List<Bar> of(Snapshot register, Entry<Product> product, AgreementType type, Instant now) {
        var all = agreements(register, product, type);
        var stretches = Validity.of(all, now).stretches();
        var bars = new ArrayList<Bar>();
        for (var stretch : stretches) {
            bars.add(new Bar(stretch.sort(), stretch.from(), stretch.until(), text(stretch, type)));
        }
        if (stretches.isEmpty()) {
            bars.add(new Bar(
                    Validity.Sort.LAPSED, Instant.EPOCH, null, "no " + type.label() + " with a start recorded"));
        } else {
            var first = stretches.getFirst().from();
            bars.addFirst(new Bar(Validity.Sort.LAPSED, Instant.EPOCH, first, "none before"));
            end(stretches, now).ifPresent(end -> bars.add(new Bar(Validity.Sort.LAPSED, end, null, "none after")));
        }
        return List.copyOf(bars);
    }

    /** The end of what is in force last, when it is still to come. */
    private static java.util.Optional<Instant> end(List<Stretch> stretches, Instant now) {
        if (stretches.stream().anyMatch(stretch -> stretch.until() == null)) {
            return java.util.Optional.empty();
        }
        return stretches.stream()
                .map(Stretch::until)
                .filter(until -> until != null && !until.isBefore(now))
                .max(java.util.Comparator.naturalOrder());
    }

    private static String text(Stretch stretch, AgreementType type) {
        var until = stretch.until();
        return switch (stretch.sort()) {
            case IN_FORCE -> until == null ? "in force" : "in force, to " + Formats.day(until);
            case CLAIMED -> stretch.sort().words();
            case LAPSED ->
                "no %s in force, %s"
                        .formatted(
                                type.label(),
                                until == null ? "goes on" : Formats.duration(Duration.between(stretch.from(), until)));
        };
    }

    private static List<Entry<Agreement>> agreements(Snapshot register, Entry<Product> product, AgreementType type) {
        return Stream.concat(Stream.of(product.id()), register.vendorOf(product).map(Entry::id).stream())
                .flatMap(owner -> register.counting(owner, Agreement.class).stream())
                .filter(entry -> entry.content().type() == type)
                .toList();
    }
}
