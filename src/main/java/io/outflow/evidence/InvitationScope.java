package io.outflow.evidence;

import io.outflow.base.Formats;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody from outside may see: packages that are made for them, as far as these lie within products and days, and packages
 * that are named one by one.
 *
 * @param products ids of products; empty for all
 * @param from first day that a package may tell of; nothing for any
 * @param to last day that a package may tell of; nothing for any
 * @param packages numbers of packages that were not made for them
 */
public record InvitationScope(
        Set<UUID> products,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        Set<Long> packages) {

    /** All that is made for them. */
    public static final InvitationScope ALL = new InvitationScope(Set.of(), null, null, Set.of());

    public InvitationScope {
        products = Set.copyOf(products);
        packages = Set.copyOf(packages);
    }

    /** Whether a package lies within products and days. */
    public boolean takes(PackageRequest request) {
        return beyond(request).isEmpty();
    }

    /** In what a package reaches beyond it, in words; empty when in nothing. */
    public List<String> beyond(PackageRequest request) {
        var beyond = new ArrayList<String>();
        if (!products.isEmpty() && (request.products().isEmpty() || !products.containsAll(request.products()))) {
            beyond.add("products that the invitation does not name");
        }
        if (from != null && request.from().isBefore(from)) {
            beyond.add("days before " + Formats.day(from));
        }
        if (to != null && request.to().isAfter(to)) {
            beyond.add("days after " + Formats.day(to));
        }
        return beyond;
    }
}
