package io.outflow.vendors.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import io.outflow.base.Formats;
import io.outflow.base.ui.FormDialog;
import io.outflow.base.ui.Toast;
import io.outflow.vendors.Change;
import io.outflow.vendors.EntryChangedMeanwhile;
import io.outflow.vendors.EntryRefused;
import io.outflow.vendors.ProductRow;
import io.outflow.vendors.Register;
import io.outflow.vendors.content.Product;
import io.outflow.vendors.content.ProductStatus;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Sets owner, status and review cycle of several products for one reason, all or none. What is left empty stays. */
class BulkEditDialog extends FormDialog {

    private static final long serialVersionUID = 1L;

    private final transient Register register;
    private final transient List<ProductRow> rows;
    private final transient Runnable after;
    private final TextField owner = new TextField("Owner");
    private final ComboBox<ProductStatus> status = new ComboBox<>("Status");
    private final IntegerField cycle = new IntegerField("Review every");
    private final TextField reason = new TextField("Reason");

    BulkEditDialog(Register register, Collection<ProductRow> rows, Runnable after) {
        super("Change " + Formats.count(rows.size(), "product", "products"), "Change");
        this.register = register;
        this.rows = List.copyOf(rows);
        this.after = after;
        status.setItems(ProductStatus.values());
        status.setItemLabelGenerator(ProductStatus::label);
        owner.setTestId("bulk-owner");
        owner.setId("owner");
        status.setTestId("bulk-status");
        status.setId("status");
        cycle.setTestId("bulk-cycle");
        cycle.setId("reviewMonths");
        cycle.setHelperText("In months, 1 to 60");
        reason.setTestId("bulk-reason");
        reason.setId("reason");
        reason.setHelperText("The history keeps it with every product.");
        fields(new Paragraph("What is left empty stays as it is."), owner, status, cycle, reason);
    }

    @Override
    protected void submit() {
        FieldProblems.clear(owner, status, cycle, reason);
        var said = said();
        if (said.isEmpty()) {
            FieldProblems.show(new EntryRefused("owner", "Fill in what is to change."), owner, status, cycle, reason);
            return;
        }
        try {
            var changes = changes();
            register.changeAll(changes, reason.getValue());
            close();
            after.run();
            Toast.done(words(changes.size(), said));
        } catch (EntryRefused e) {
            FieldProblems.show(e, owner, status, cycle, reason);
        } catch (EntryChangedMeanwhile e) {
            Toast.failed("Nothing was changed. %s Load the page again and repeat your change."
                    .formatted(e.current()
                            .map(entry -> "%s changed %s while you were choosing."
                                    .formatted(entry.changedBy(), entry.title()))
                            .orElse("One of the products was removed meanwhile.")));
        }
    }

    private List<Change> changes() {
        return rows.stream()
                .map(ProductRow::product)
                .filter(product -> !changed(product.content()).equals(product.content()))
                .map(product ->
                        new Change(product.id(), product.version(), changed(product.content()), product.basis()))
                .toList();
    }

    private Product changed(Product product) {
        var changed = owner.isEmpty() ? product : product.ownedBy(owner.getValue());
        changed = status.isEmpty() ? changed : changed.in(status.getValue());
        return cycle.isEmpty() ? changed : changed.reviewedEvery(cycle.getValue());
    }

    private List<String> said() {
        var said = new ArrayList<String>();
        owner.getOptionalValue().ifPresent(value -> said.add("the owner is " + value.strip()));
        status.getOptionalValue().ifPresent(value -> said.add("the status is " + value.label()));
        cycle.getOptionalValue()
                .ifPresent(value -> said.add("they are reviewed every " + Formats.count(value, "month", "months")));
        return said;
    }

    private String words(int changed, List<String> said) {
        var same = rows.size() - changed;
        return "%s changed: %s.%s"
                .formatted(
                        Formats.count(changed, "product", "products"),
                        said.stream().collect(Collectors.joining(", ")),
                        same == 0 ? "" : " %d said so already.".formatted(same));
    }
}
