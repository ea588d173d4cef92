package io.outflow.vendors;

import io.outflow.vendors.content.AgreementState;
import io.outflow.vendors.content.Content;
import io.outflow.vendors.content.Product;
import io.outflow.vendors.content.Vendor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A register of 1,000 products with 60 entries each, to measure with. */
public final class LargeRegister {

    private LargeRegister() {}

    /** 100 vendors, 1,000 products, and on each product every kind of entry several times: 60,100 entries in all. */
    public static Snapshot register() {
        return new Snapshot(inOrder());
    }

    /** The same, each after what it hangs on; the first is a vendor. */
    public static List<Entry<?>> inOrder() {
        var entries = new ArrayList<Entry<?>>();
        // What a product has once is there once; the others take its further places.
        var kinds = new ArrayList<Kind>();
        for (var kind : Kind.ofAProduct()) {
            if (content(kind, 0).problems().isEmpty()) {
                kinds.add(kind);
            }
        }
        var many = kinds.stream().filter(kind -> !kind.single()).toList();
        while (kinds.size() < 59) {
            kinds.addAll(many);
        }
        for (var v = 0; v < 100; v++) {
            var vendor = add(entries, null, Vendor.named("Vendor " + v));
            for (var p = 0; p < 10; p++) {
                var product = add(entries, vendor, Product.named("Product %d of vendor %d".formatted(p, v)));
                for (var i = 0; i < 59; i++) {
                    add(entries, product, content(kinds.get(i), i));
                }
            }
        }
        return entries;
    }

    private static Content content(Kind kind, int i) {
        return kind == Kind.AGREEMENT
                ? Agreements.dpa(
                        i == 0 ? AgreementState.SIGNED : AgreementState.BY_REFERENCE, "2026-01-01T00:00Z", null)
                : SampleContents.filled(kind);
    }

    private static UUID add(List<Entry<?>> entries, UUID owner, Content content) {
        var id = new UUID(7, entries.size());
        var basis = Basis.ours("Contract, clause 5", null, null);
        entries.add(new Entry<>(
                id,
                owner,
                content,
                entries.size() % 3 == 0 ? basis.confirmed("Legal", Instant.EPOCH, null) : basis,
                1,
                Instant.EPOCH,
                "Legal"));
        return id;
    }
}
