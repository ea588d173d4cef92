package io.outflow.vendors.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.TextField;
import io.outflow.base.ui.FormDialog;
import io.outflow.vendors.Basis;
import io.outflow.vendors.Draft;
import io.outflow.vendors.Entry;
import io.outflow.vendors.EntryChangedMeanwhile;
import io.outflow.vendors.EntryRefused;
import io.outflow.vendors.Register;
import io.outflow.vendors.content.Product;
import io.outflow.vendors.content.Vendor;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Adds a product of a vendor with no more than its name; the page takes the rest. */
class AddProductDialog extends FormDialog {

    private static final long serialVersionUID = 1L;

    private final transient Register register;
    private final transient Consumer<UUID> then;
    private final ComboBox<Entry<Vendor>> vendor = new ComboBox<>("Vendor");
    private final TextField name = new TextField("Name");
    private final TextField reason = new TextField("Reason");

    AddProductDialog(Register register, List<Entry<Vendor>> vendors, Consumer<UUID> then) {
        super("Add a product", "Add product");
        this.register = register;
        this.then = then;
        vendor.setItems(vendors);
        vendor.setItemLabelGenerator(Entry::title);
        vendor.setId("owner");
        vendor.setTestId("product-vendor");
        vendor.setHelperText("Not in the list? Add the vendor first.");
        name.setId("name");
        name.setTestId("product-name");
        name.setHelperText("What is used under one set of terms, such as Claude API.");
        reason.setId("reason");
        reason.setTestId("product-reason");
        reason.setHelperText("The history keeps it.");
        fields(vendor, name, reason);
    }

    @Override
    protected void submit() {
        FieldProblems.clear(vendor, name, reason);
        try {
            var chosen = vendor.getOptionalValue().map(Entry::id).orElse(null);
            var draft = new Draft(chosen, Product.named(name.getValue()), Basis.ours("", null, null));
            var added = register.add(draft, reason.getValue());
            close();
            then.accept(added.id());
        } catch (EntryRefused e) {
            FieldProblems.show(e, vendor, name, reason);
        } catch (EntryChangedMeanwhile e) {
            FieldProblems.show(new EntryRefused("owner", e.sentence()), vendor, name, reason);
        }
    }
}
