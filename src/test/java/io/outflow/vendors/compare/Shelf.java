package io.outflow.vendors.compare;

import io.outflow.vendors.Basis;
import io.outflow.vendors.Entry;
import io.outflow.vendors.Snapshot;
import io.outflow.vendors.content.Category;
import io.outflow.vendors.content.Content;
import io.outflow.vendors.content.Product;
import io.outflow.vendors.content.ProductStatus;
import io.outflow.vendors.content.Vendor;
import io.outflow.vendors.content.YesNo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A register in the hand, for tests of what is computed from one. */
final class Shelf {

    static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    private final List<Entry<?>> entries = new ArrayList<>();

    UUID vendor(String name) {
        return put(null, Vendor.named(name), claimed());
    }

    UUID product(String vendor, String name, Category category) {
        var product = new Product(
                name,
                "",
                category,
                ProductStatus.PROPOSED,
                YesNo.UNKNOWN,
                List.of(),
                "",
                "",
                null,
                null,
                List.of(),
                "");
        return put(vendor(vendor), product, claimed());
    }

    UUID confirmed(@Nullable UUID owner, Content content) {
        return put(owner, content, Basis.ours("DPA, schedule 2", null, null).confirmed("Legal", NOW, null));
    }

    UUID claimed(@Nullable UUID owner, Content content) {
        return put(owner, content, claimed());
    }

    UUID rejected(@Nullable UUID owner, Content content) {
        return put(owner, content, claimed().refused("Legal", NOW));
    }

    private static Basis claimed() {
        return Basis.catalogue("https://example.com", null, "example/fact");
    }

    private UUID put(@Nullable UUID owner, Content content, Basis basis) {
        var id = new UUID(0, entries.size() + 1);
        entries.add(new Entry<>(id, owner, content, basis, 1, NOW, "Legal"));
        return id;
    }

    Snapshot snapshot() {
        return new Snapshot(entries);
    }

    Entry<Product> find(UUID product) {
        return snapshot().find(product, Product.class).orElseThrow();
    }
}
