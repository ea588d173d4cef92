package io.outflow.gaps.internal;

import io.outflow.vendors.Assurance;
import io.outflow.vendors.Entry;
import io.outflow.vendors.Snapshot;
import io.outflow.vendors.content.Agreement;
import io.outflow.vendors.content.Approval;
import io.outflow.vendors.content.Certification;
import io.outflow.vendors.content.Content;
import io.outflow.vendors.content.Control;
import io.outflow.vendors.content.DataKind;
import io.outflow.vendors.content.Obligation;
import io.outflow.vendors.content.Product;
import io.outflow.vendors.content.Residency;
import io.outflow.vendors.content.RetentionWindow;
import io.outflow.vendors.content.Review;
import io.outflow.vendors.content.Training;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What counts in the register for one product: its own entries and what its vendor agreed for all, without what was rejected.
 *
 * @param windows how long prompts and outputs are kept
 * @param facts all statements with a source that hang on the product
 */
record Terms(
        Entry<Product> product,
        List<Entry<Agreement>> agreements,
        List<Entry<Approval>> approvals,
        @Nullable Entry<Residency> residency,
        @Nullable Entry<Training> training,
        List<Entry<RetentionWindow>> windows,
        List<Entry<Control>> controls,
        List<Entry<Obligation>> obligations,
        List<Entry<Certification>> certifications,
        List<Entry<Review>> reviews,
        List<Entry<?>> facts) {

    static Terms of(Snapshot register, Entry<Product> product) {
        var id = product.id();
        return new Terms(
                product,
                withVendors(register, product, Agreement.class),
                register.counting(id, Approval.class),
                register.counting(id, Residency.class).stream().findFirst().orElse(null),
                register.counting(id, Training.class).stream().findFirst().orElse(null),
                register.counting(id, RetentionWindow.class).stream()
                        .filter(entry -> entry.content().data() == DataKind.PROMPTS_AND_OUTPUTS)
                        .toList(),
                register.counting(id, Control.class),
                register.counting(id, Obligation.class),
                withVendors(register, product, Certification.class),
                register.counting(id, Review.class),
                register.of(id).stream()
                        .filter(entry -> entry.kind().isFact() && !entry.basis().rejected())
                        .toList());
    }

    private static <C extends Content> List<Entry<C>> withVendors(
            Snapshot register, Entry<Product> product, Class<C> type) {
        var all = new ArrayList<>(register.counting(product.id(), type));
        if (product.owner() != null) {
            all.addAll(register.counting(product.owner(), type));
        }
        return List.copyOf(all);
    }

    UUID id() {
        return product.id();
    }

    String name() {
        return product.content().name();
    }

    /** Whether nobody confirmed an entry. */
    static boolean claimed(Entry<?> entry) {
        return entry.basis().assurance(LocalDate.MIN) == Assurance.CLAIMED;
    }
}
