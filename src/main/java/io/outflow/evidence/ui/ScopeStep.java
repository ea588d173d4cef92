package io.outflow.evidence.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.outflow.evidence.Invitations;
import io.outflow.evidence.PackageRequest;
import io.outflow.usage.Usage;
import io.outflow.vendors.Entry;
import io.outflow.vendors.Register;
import io.outflow.vendors.content.Product;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The step of what a package is about, and for whom. */
final class ScopeStep {

    private final Register register;
    private final Usage usage;
    private final Invitations invitations;
    private final Runnable changed;

    ScopeStep(Register register, Usage usage, Invitations invitations, Runnable changed) {
        this.register = register;
        this.usage = usage;
        this.invitations = invitations;
        this.changed = changed;
    }

    Component of(Draft draft) {
        var title = text("What the package is for", draft.title, value -> draft.title = value);
        title.setRequiredIndicatorVisible(true);
        title.setTestId("evidence-title");
        var recipient = recipient(draft);
        return Fields.section("What is it about?", "", title, recipient, products(draft), accounts(draft));
    }

    private Component recipient(Draft draft) {
        var recipient = new ComboBox<String>("Who gets it");
        recipient.setItems(invitations.names());
        recipient.setAllowCustomValue(true);
        recipient.setClearButtonVisible(true);
        recipient.setHelperText(
                "Printed in the report. An invited auditor, or an auditor of this name, may open the package here.");
        recipient.setValue(draft.recipient.isEmpty() ? null : draft.recipient);
        recipient.setTestId("evidence-recipient");
        recipient.addCustomValueSetListener(event -> recipient.setValue(event.getDetail()));
        recipient.addValueChangeListener(event -> {
            draft.recipient = event.getValue() == null ? "" : event.getValue();
            changed.run();
        });
        return recipient;
    }

    private TextField text(String label, String value, Consumer<String> taker) {
        var field = new TextField(label);
        field.setMaxLength(PackageRequest.LONGEST_TITLE);
        field.setValue(value);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.addValueChangeListener(event -> {
            taker.accept(event.getValue());
            changed.run();
        });
        return field;
    }

    private Component products(Draft draft) {
        var snapshot = register.now();
        var products = new MultiSelectComboBox<Entry<Product>>("Products");
        products.setHelperText("Empty means the whole register");
        products.setItems(snapshot.products());
        products.setItemLabelGenerator(product ->
                snapshot.vendorOf(product).map(vendor -> vendor.title() + ": ").orElse("") + product.title());
        products.setValue(snapshot.products().stream()
                .filter(product -> draft.products.contains(product.id()))
                .collect(Collectors.toSet()));
        products.setTestId("evidence-products");
        products.addValueChangeListener(event -> {
            draft.products.clear();
            event.getValue().forEach(product -> draft.products.add(product.id()));
            changed.run();
        });
        return products;
    }

    private Component accounts(Draft draft) {
        var accounts = new MultiSelectComboBox<String>("AWS accounts");
        accounts.setHelperText("Empty means all");
        accounts.setItems(usage.evidenced()
                .map(span -> usage.coverage(span.from(), span.to()).accounts().stream()
                        .toList())
                .orElse(List.of()));
        accounts.setValue(draft.accounts);
        accounts.addValueChangeListener(event -> {
            draft.accounts.clear();
            draft.accounts.addAll(event.getValue());
            changed.run();
        });
        return accounts;
    }
}
