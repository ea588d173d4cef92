package io.outflow.vendors;

import io.outflow.vendors.content.Category;
import io.outflow.vendors.content.Content;
import io.outflow.vendors.content.Criticality;
import io.outflow.vendors.content.Product;
import io.outflow.vendors.content.ProductStatus;
import io.outflow.vendors.content.Vendor;
import io.outflow.vendors.content.YesNo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A register in memory for tests of rules: one vendor with one product, and what is put on them. */
public final class Registers {

    public static final Instant CHANGED = Instant.parse("2026-11-01T08:00:00Z");

    public final Entry<?> vendor;
    public final Entry<?> product;
    private final List<Entry<?>> entries = new ArrayList<>();

    public Registers(Vendor vendor, Product product) {
        this.vendor = put(null, vendor);
        this.product = put(this.vendor.id(), product);
    }

    /** A vendor looked after by Dana, with a product that nobody looks after. */
    public static Registers usual() {
        return new Registers(vendor("Dana <dana@example.com>"), Product.named("Claude API"));
    }

    public static Vendor vendor(String owner) {
        return new Vendor("Anthropic", "", List.of(), "US", "", List.of(), owner, Criticality.UNKNOWN, null, "");
    }

    public static Product product(
            ProductStatus status, String owner, @Nullable Integer reviewMonths, @Nullable LocalDate nextReview) {
        return new Product(
                "Claude API",
                "",
                Category.API,
                status,
                YesNo.YES,
                List.of(),
                owner,
                "",
                reviewMonths,
                nextReview,
                List.of(),
                "");
    }

    public Entry<?> onProduct(Content content) {
        return put(product.id(), content);
    }

    public Entry<?> onVendor(Content content) {
        return put(vendor.id(), content);
    }

    public Entry<?> put(@Nullable UUID owner, Content content) {
        return put(owner, content, Basis.ours("Contract", null, null));
    }

    public Entry<?> put(@Nullable UUID owner, Content content, Basis basis) {
        var entry = new Entry<>(UUID.randomUUID(), owner, content, basis, 1, CHANGED, "Dana");
        entries.add(entry);
        return entry;
    }

    public Snapshot snapshot() {
        return new Snapshot(entries);
    }
}
