package io.outflow.vendors.ui;

import com.vaadin.flow.component.textfield.TextField;
import io.outflow.base.ui.FormDialog;
import io.outflow.vendors.Basis;
import io.outflow.vendors.Draft;
import io.outflow.vendors.EntryRefused;
import io.outflow.vendors.Register;
import io.outflow.vendors.content.Vendor;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Adds a vendor with no more than its name; the page takes the rest. */
class AddVendorDialog extends FormDialog {

    private static final long serialVersionUID = 1L;

    private final transient Register register;
    private final transient Consumer<UUID> then;
    private final TextField name = new TextField("Name");
    private final TextField owner = new TextField("Owner");
    private final TextField reason = new TextField("Reason");

    AddVendorDialog(Register register, Consumer<UUID> then) {
        super("Add a vendor", "Add vendor");
        this.register = register;
        this.then = then;
        name.setId("name");
        name.setTestId("vendor-name");
        name.setHelperText("The company with whom there is a contract, such as Anthropic.");
        name.focus();
        owner.setHelperText("Who looks after it in our house. May follow later.");
        reason.setId("reason");
        reason.setTestId("vendor-reason");
        reason.setHelperText("The history keeps it.");
        fields(name, owner, reason);
    }

    @Override
    protected void submit() {
        FieldProblems.clear(name, reason);
        try {
            var empty = Vendor.named(name.getValue());
            var vendor = new Vendor(
                    empty.name(), "", List.of(), "", "", List.of(), owner.getValue(), empty.criticality(), null, "");
            var added = register.add(new Draft(null, vendor, Basis.ours("", null, null)), reason.getValue());
            close();
            then.accept(added.id());
        } catch (EntryRefused e) {
            FieldProblems.show(e, name, reason);
        }
    }
}
