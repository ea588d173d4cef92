package io.outflow.vendors.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.QueryParameters;
import io.outflow.Shown;
import io.outflow.ViewTest;
import io.outflow.access.Role;
import io.outflow.vendors.Basis;
import io.outflow.vendors.Draft;
import io.outflow.vendors.Entry;
import io.outflow.vendors.Register;
import io.outflow.vendors.content.Content;
import io.outflow.vendors.content.Product;
import io.outflow.vendors.content.Statement;
import io.outflow.vendors.content.Vendor;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A test of a page of the register, with a vendor and a product of its own. */
abstract class RegisterViewTest extends ViewTest {

    static final Basis CLAIM = Basis.ours("Terms, section 2", LocalDate.of(2026, 9, 2), null);

    @Autowired
    Register register;

    private final String mark = UUID.randomUUID().toString();
    Entry<?> vendor;
    Entry<?> product;

    @BeforeEach
    void addProduct() {
        signInAs(Role.LEGAL);
        vendor = register.add(new Draft(null, Vendor.named("Example AI " + mark), Basis.ours("", null, null)), "Test");
        product = add(vendor, Product.named("Assistant " + mark), Basis.ours("", null, null));
    }

    final Entry<?> add(Entry<?> owner, Content content, Basis basis) {
        return register.add(new Draft(owner.id(), content, basis), "Test");
    }

    final Entry<?> claim(String field, String value) {
        return add(product, new Statement(field, value), CLAIM);
    }

    /** The entry as it stands now. */
    final Entry<?> now(Entry<?> entry) {
        return register.now().find(entry.id()).orElseThrow();
    }

    final String open(Entry<?> entry) {
        return open(entry, Map.of());
    }

    final String open(Entry<?> entry, Map<String, String> parameters) {
        var path = entry.kind().path() + "/" + entry.id();
        UI.getCurrent().navigate(path, QueryParameters.simple(parameters));
        return page();
    }

    final String page() {
        return Shown.text((Component) getCurrentView());
    }

    final void click(String name) {
        test(button(name)).click();
    }

    final Button button(String name) {
        var found = buttons(name);
        if (found.size() != 1) {
            throw new AssertionError("%d buttons are called %s".formatted(found.size(), name));
        }
        return found.getFirst();
    }

    /** The buttons that assistive technology calls so. */
    final List<Button> buttons(String name) {
        return find(Button.class)
                .withCondition(button -> name.equals(button.getAriaLabel().orElse(button.getText())))
                .all();
    }

    final void give(String reason) {
        test(find(TextArea.class).withLabel("Reason").single()).setValue(reason);
    }
}
