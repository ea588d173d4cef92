package io.outflow.evidence.ui;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import io.outflow.access.ChangeRefused;
import io.outflow.base.ui.Days;
import io.outflow.base.ui.FormDialog;
import io.outflow.evidence.EvidencePackage;
import io.outflow.evidence.Invitation;
import io.outflow.evidence.InvitationScope;
import io.outflow.evidence.Invitations;
import io.outflow.evidence.Invitations.Welcome;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Invites an auditor from outside, or changes what one may see and until when. */
final class InvitationDialog extends FormDialog {

    private static final long serialVersionUID = 1L;

    private final transient Runnable submit;
    private final TextField name = new TextField("Name");
    private final EmailField email = new EmailField("Mail address");
    private final TextField organisation = new TextField("Organisation");
    private final DatePicker lastDay = Days.picker("Last day");
    private final MultiSelectComboBox<UUID> products = new MultiSelectComboBox<>("Products");
    private final DatePicker from = Days.picker("Packages from");
    private final DatePicker to = Days.picker("Packages to");
    private final MultiSelectComboBox<EvidencePackage> packages = new MultiSelectComboBox<>("Packages made before");
    private final Paragraph problem = new Paragraph();

    /** @param after told the way in */
    InvitationDialog(Invitations invitations, ScopeChoices choices, Clock clock, Consumer<Welcome> after) {
        super("Invite an auditor", "Invite");
        this.submit = () -> after.accept(invitations.invite(
                name.getValue(), email.getValue(), organisation.getValue(), day(), scope(InvitationScope.ALL)));
        lastDay.setValue(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(30));
        build(choices, null);
    }

    InvitationDialog(Invitations invitations, ScopeChoices choices, Invitation one, Runnable after) {
        super("What " + one.name() + " may see", "Change");
        this.submit = () -> {
            invitations.change(one.person(), day(), scope(one.scope()));
            after.run();
        };
        name.setValue(one.name());
        name.setReadOnly(true);
        email.setValue(one.email());
        email.setReadOnly(true);
        organisation.setValue(one.organisation());
        organisation.setReadOnly(true);
        lastDay.setValue(one.lastDay());
        from.setValue(one.scope().from());
        to.setValue(one.scope().to());
        build(choices, one.scope());
    }

    private void build(ScopeChoices choices, @Nullable InvitationScope scope) {
        Map<UUID, String> titles = choices.products();
        var made = choices.packages();
        products.setItems(titles.keySet());
        products.setItemLabelGenerator(id -> titles.getOrDefault(id, ""));
        products.setHelperText("Empty means all. A package of others is not made for them.");
        products.setVisible(!titles.isEmpty());
        packages.setItems(made);
        packages.setItemLabelGenerator(
                one -> "Package %d: %s".formatted(one.number(), one.request().title()));
        packages.setHelperText("These were not made for them, and they may see them too.");
        packages.setVisible(!made.isEmpty());
        if (scope != null) {
            products.setValue(
                    scope.products().stream().filter(titles::containsKey).collect(Collectors.toSet()));
            packages.setValue(made.stream()
                    .filter(one -> scope.packages().contains(one.number()))
                    .collect(Collectors.toSet()));
        }
        name.setHelperText("To sign in with, and printed in reports made for them.");
        lastDay.setHelperText("In UTC. After it sign-in and open sessions end.");
        from.setHelperText("Empty means any days");
        problem.addClassName("problem");
        problem.getElement().setAttribute("role", "alert");
        name.setTestId("auditor-name");
        email.setTestId("auditor-email");
        organisation.setTestId("auditor-organisation");
        lastDay.setTestId("auditor-last-day");
        from.setTestId("auditor-from");
        to.setTestId("auditor-to");
        products.setTestId("auditor-products");
        packages.setTestId("auditor-packages");
        fields(name, email, organisation, lastDay, products, from, to, packages, problem);
    }

    @Override
    protected void submit() {
        problem.setText("");
        try {
            if (lastDay.getValue() == null) {
                throw new IllegalArgumentException("Choose the last day.");
            }
            submit.run();
            close();
        } catch (ChangeRefused e) {
            problem.setText(e.sentence());
        } catch (IllegalArgumentException e) {
            problem.setText(e.getMessage());
        }
    }

    private LocalDate day() {
        return lastDay.getValue();
    }

    /** What is not offered here stays as it was. */
    private InvitationScope scope(InvitationScope before) {
        return new InvitationScope(
                products.isVisible() ? products.getValue() : before.products(),
                from.getValue(),
                to.getValue(),
                packages.isVisible()
                        ? packages.getValue().stream()
                                .map(EvidencePackage::number)
                                .collect(Collectors.toSet())
                        : before.packages());
    }
}
