package io.outflow.vendors.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import io.outflow.vendors.content.ProductStatus;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Asks which status somebody suggests for a product, and why. */
final class ProposalDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    /** @param propose records the proposal; gives a sentence when it did not go through */
    ProposalDialog(BiFunction<ProductStatus, String, Optional<String>> propose) {
        setHeaderTitle("Propose a status");
        setWidth("min(420px, 100vw)");
        var status = new Select<ProductStatus>();
        status.setLabel("Status");
        status.setItems(ProductStatus.values());
        status.setItemLabelGenerator(ProductStatus::label);
        var why = new TextArea("Why");
        why.setHelperText("For whoever decides");
        var save = new Button("Propose", e -> {
            @Nullable ProductStatus chosen = status.getValue();
            status.setInvalid(chosen == null);
            status.setErrorMessage("Choose a status.");
            if (chosen != null) {
                propose.apply(chosen, why.getValue().strip())
                        .ifPresentOrElse(
                                sentence -> {
                                    why.setErrorMessage(sentence);
                                    why.setInvalid(true);
                                },
                                this::close);
            }
        });
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.setTestId("proposal-save");
        var fields = new Div(status, why);
        fields.addClassName("stack");
        add(fields);
        getFooter().add(new Button("Cancel", e -> close()), save);
    }
}
