package io.outflow.evidence.ui;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import io.outflow.access.AccessRefused;
import io.outflow.base.ui.FormDialog;
import io.outflow.base.ui.Toast;
import io.outflow.evidence.EvidenceTemplates;
import io.outflow.evidence.Monthly;
import io.outflow.evidence.PackageTemplate;
import java.util.Locale;

/** Has a package made of a template each month. */
final class MonthlyDialog extends FormDialog {

    private static final long serialVersionUID = 1L;

    private final transient EvidenceTemplates templates;
    private final transient PackageTemplate template;
    private final transient Runnable after;
    private final IntegerField day = new IntegerField("Day of the month");
    private final IntegerField hour = new IntegerField("Hour, in UTC");
    private final TextField owner = new TextField("Owner");

    MonthlyDialog(EvidenceTemplates templates, PackageTemplate template, String person, Runnable after) {
        super("A package of each month", "Make it monthly");
        this.templates = templates;
        this.template = template;
        this.after = after;
        var plan = template.plan();
        day.setValue(plan == null ? 2 : plan.monthly().day());
        day.setMin(1);
        day.setMax(31);
        day.setStepButtonsVisible(true);
        day.setHelperText("1 to 31; the last day in shorter months");
        day.setTestId("monthly-day");
        hour.setValue(plan == null ? 5 : plan.monthly().hour());
        hour.setMin(0);
        hour.setMax(23);
        hour.setStepButtonsVisible(true);
        hour.setHelperText("0 to 23");
        hour.setTestId("monthly-hour");
        owner.setValue(plan == null ? person : plan.owner());
        owner.setHelperText("Told when a package could not be made. A mail address in it is written to.");
        owner.setTestId("monthly-owner");
        fields(
                new Paragraph("%s, %s. %s"
                        .formatted(
                                template.name(),
                                template.period().label().toLowerCase(Locale.ROOT),
                                template.choices().named()
                                        ? "Callers are named, with your rights: "
                                                + template.choices().reason()
                                        : "Callers are shown as pseudonyms.")),
                day,
                hour,
                owner);
    }

    @Override
    protected void submit() {
        day.setInvalid(false);
        try {
            templates.plan(
                    template.id(),
                    new Monthly(
                            day.getValue() == null ? 0 : day.getValue(),
                            hour.getValue() == null ? -1 : hour.getValue()),
                    owner.getValue());
            close();
            after.run();
            Toast.done("A package is made of %s each month.".formatted(template.name()));
        } catch (IllegalArgumentException | AccessRefused e) {
            day.setErrorMessage(e.getMessage());
            day.setInvalid(true);
        }
    }
}
