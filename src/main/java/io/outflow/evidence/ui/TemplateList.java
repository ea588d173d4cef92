package io.outflow.evidence.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.outflow.access.CurrentPerson;
import io.outflow.base.Formats;
import io.outflow.base.ui.Glyph;
import io.outflow.base.ui.Mark;
import io.outflow.base.ui.SectionHead;
import io.outflow.base.ui.Toast;
import io.outflow.evidence.EvidenceTemplates;
import io.outflow.evidence.PackageTemplate;
import io.outflow.evidence.PackageTemplate.Outcome;
import io.outflow.evidence.PackageTemplate.Period;
import java.util.List;
import java.util.Locale;

/** The templates, what each is of, and what became of those that are made each month. */
final class TemplateList extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private final transient EvidenceTemplates templates;
    private final transient CurrentPerson person;

    TemplateList(EvidenceTemplates templates, CurrentPerson person) {
        this.templates = templates;
        this.person = person;
        show();
    }

    private void show() {
        getContent().removeAll();
        var list = templates.list();
        if (list.isEmpty()) {
            return;
        }
        getContent().addClassName("sec");
        getContent().add(new SectionHead("Templates", "choices of the wizard, kept to be used again"));
        var table =
                new Tables("Templates", List.of("Template", "For", "Days", "Callers", "Monthly", "Last run", "Change"));
        list.forEach(one -> table.row(
                link(one),
                one.choices().whom(),
                one.period() == Period.FIXED
                        ? Formats.period(one.choices().from(), one.choices().to())
                        : one.period().label().toLowerCase(Locale.ROOT),
                one.choices().named() ? "named" : "pseudonyms",
                monthly(one),
                last(one),
                changes(one)));
        getContent().add(table);
    }

    private static Component link(PackageTemplate one) {
        var link = new Anchor("evidence/new?template=" + one.id(), one.name());
        link.getElement().setAttribute("router-link", true);
        return new Div(link, Tables.small(one.choices().title()));
    }

    private static Component monthly(PackageTemplate one) {
        var plan = one.plan();
        return plan == null
                ? new Span("no")
                : new Div(
                        new Span("%s, next %s".formatted(plan.monthly().words(), Formats.minute(plan.next()))),
                        Tables.small("set up by " + plan.setUpBy()));
    }

    private static Component last(PackageTemplate one) {
        var plan = one.plan();
        var last = plan == null ? null : plan.last();
        if (last == null) {
            return new Span(plan == null ? "" : "none yet");
        }
        var cell = new Div(last.failed() ? new Mark(Glyph.INVALID, "not made").asGap() : made(last));
        cell.add(Tables.small(Formats.minute(last.at())));
        if (!last.words().isEmpty()) {
            cell.add(Tables.small(last.words()));
        }
        return cell;
    }

    private static Component made(Outcome last) {
        return new Anchor("evidence/package/" + last.number(), "Package " + last.number());
    }

    private Component changes(PackageTemplate one) {
        var row = new Div();
        row.addClassName("buttons");
        if (one.plan() != null) {
            row.add(Tables.button(one.name(), "Change", "template-monthly", () -> ask(one)));
            row.add(Tables.button(one.name(), "Stop", "template-stop", () -> {
                templates.unplan(one.id());
                show();
                Toast.done("No more packages are made of %s by themselves.".formatted(one.name()));
            }));
        } else if (one.period() != Period.FIXED) {
            row.add(Tables.button(one.name(), "Make monthly", "template-monthly", () -> ask(one)));
        }
        row.add(Tables.button(one.name(), "Remove", "template-remove", () -> remove(one)));
        return row;
    }

    private void ask(PackageTemplate one) {
        new MonthlyDialog(templates, one, person.name(), this::show).open();
    }

    private void remove(PackageTemplate one) {
        var dialog = new ConfirmDialog();
        dialog.setHeader("Remove the template " + one.name() + "?");
        dialog.setText("Packages that were made of it stay."
                + (one.plan() == null ? "" : " No more are made of it each month."));
        dialog.setCancelable(true);
        dialog.setConfirmText("Remove");
        dialog.addConfirmListener(confirm -> {
            templates.remove(one.id());
            show();
        });
        dialog.open();
    }
}
