package io.outflow.evidence.internal;

import io.outflow.evidence.PackageRequest;
import io.outflow.evidence.Part;
import io.outflow.history.AsOf;
import io.outflow.usage.UsageFilter;
import io.outflow.vendors.Entry;
import io.outflow.vendors.Kind;
import io.outflow.vendors.Register;
import io.outflow.vendors.Snapshot;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What a package is about: the request at one moment, the register as it then read, and what was read once for all of its
 * files. It never changes and belongs to one thread.
 */
final class Scope {

    private final PackageRequest request;
    private final Instant asOf;
    private final Snapshot register;
    private final Set<UUID> inside;
    private final Map<Class<?>, Object> read = new HashMap<>();

    Scope(PackageRequest request, Instant asOf, Snapshot register) {
        this.request = request;
        this.asOf = asOf;
        this.register = register;
        this.inside = inside();
    }

    static Scope of(PackageRequest request, Instant now, Register register) {
        var asOf = request.asOf() == null ? now : request.asOf();
        return new Scope(request.at(asOf), asOf, register.asOf(AsOf.asItRead(asOf)));
    }

    PackageRequest request() {
        return request;
    }

    Instant asOf() {
        return asOf;
    }

    LocalDate day() {
        return LocalDate.ofInstant(asOf, ZoneOffset.UTC);
    }

    /** The whole register, for names of what an entry hangs on. */
    Snapshot register() {
        return register;
    }

    /** What is read once, so that files, report and the list of what is missing say the same. */
    <T> T once(Class<T> what, Supplier<T> reading) {
        return what.cast(read.computeIfAbsent(what, _ -> reading.get()));
    }

    boolean asks(Part part) {
        return request.parts().contains(part);
    }

    /** Whether an account is in scope. */
    boolean takes(String account) {
        return request.accounts().isEmpty() || request.accounts().contains(account);
    }

    /** Whether an entry is in scope, by itself or because it hangs on one that is. */
    boolean takes(OwnCounts.Held held) {
        return inside.contains(held.object())
                || held.owner() != null && inside.contains(held.owner()) && held.kind() != Kind.PRODUCT
                // What the snapshot missed must show as a difference.
                || request.products().isEmpty();
    }

    /** The entries in scope, in the order of the snapshot. */
    List<Entry<?>> entries() {
        return register.all().stream()
                .<Entry<?>>map(entry -> entry)
                .filter(entry -> inside.contains(entry.id()))
                .toList();
    }

    /** The calls in scope. */
    UsageFilter usage() {
        return usage(request.start(), request.end());
    }

    UsageFilter usage(Instant from, Instant to) {
        return UsageFilter.period(from, to).inAccounts(request.accounts());
    }

    /** The products asked for, their vendors, the applications that use them, and all that hangs on any of these. */
    private Set<UUID> inside() {
        var chosen = new HashSet<UUID>();
        if (request.products().isEmpty()) {
            register.all().forEach(entry -> chosen.add(entry.id()));
            return chosen;
        }
        for (var product : register.products()) {
            if (request.products().contains(product.id())) {
                chosen.add(product.id());
                register.vendorOf(product).ifPresent(vendor -> chosen.add(vendor.id()));
                register.applicationsOf(product.id()).forEach(application -> chosen.add(application.id()));
            }
        }
        for (var grown = true; grown; ) {
            grown = false;
            for (var entry : register.all()) {
                var hangs = entry.owner() != null && chosen.contains(entry.owner());
                var other = entry.kind() == Kind.PRODUCT;
                if (hangs && !other && chosen.add(entry.id())) {
                    grown = true;
                }
            }
        }
        return chosen;
    }
}
