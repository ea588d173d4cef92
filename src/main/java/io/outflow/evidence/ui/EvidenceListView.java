package io.outflow.evidence.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.outflow.access.Action;
import io.outflow.access.CurrentPerson;
import io.outflow.access.Permission;
import io.outflow.access.Requires;
import io.outflow.base.Formats;
import io.outflow.base.ui.EmptyState;
import io.outflow.base.ui.Glyph;
import io.outflow.base.ui.Mark;
import io.outflow.base.ui.PageHead;
import io.outflow.evidence.EvidenceNotes;
import io.outflow.evidence.EvidencePackage;
import io.outflow.evidence.EvidencePackage.State;
import io.outflow.evidence.EvidencePackages;
import io.outflow.evidence.EvidenceTemplates;
import io.outflow.evidence.Invitations;
import java.util.List;
import java.util.Map;

/** All packages that the person may see, and the ways to make or check one. */
@Route("evidence")
@PageTitle("Evidence · Outflow")
@Menu(title = "Evidence", order = 50, icon = "u-evi")
@Requires(value = Action.EVIDENCE, level = Permission.READ)
@StyleSheet("context://evidence.css")
class EvidenceListView extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    EvidenceListView(
            EvidencePackages packages,
            EvidenceTemplates templates,
            Invitations invitations,
            EvidenceNotes notes,
            CurrentPerson person) {
        var make = new Anchor("evidence/new", "New package");
        make.addClassNames("btn", "pri");
        make.setId("evidence-new");
        var verify = new Anchor("evidence/verify", "Verify a package");
        verify.addClassNames("btn", "quiet");
        var keys = new Anchor("evidence/keys", "Evidence keys");
        keys.addClassNames("btn", "quiet");
        var content = getContent();
        content.addClassName("evidence");
        var exports = person.may(Action.EVIDENCE);
        make.setVisible(exports);
        content.add(new PageHead(
                "Evidence", "What auditors take away, and what proves that nobody changed it.", keys, verify, make));
        invitations
                .own()
                .ifPresent(own -> content.add(new Paragraph(
                        "You see the packages that were made for you, until %s. Each look and each download is kept in the change log."
                                .formatted(Formats.minute(own.endsAt())))));
        packages.alarm().ifPresent(sentence -> content.add(alarm(sentence)));
        if (exports) {
            LeftDraft.last().ifPresent(draft -> content.add(new Anchor(draft.path(), draft.words())));
        }
        var list = packages.list();
        if (list.isEmpty()) {
            content.add(new EmptyState(
                    exports
                            ? "No package was made yet. A new one takes four steps and can be left at any time."
                            : "No package was made for you yet."));
        } else {
            content.add(table(list, notes.open()));
        }
        if (exports) {
            content.add(new TemplateList(templates, person));
        }
    }

    private static Component table(List<EvidencePackage> list, Map<Long, Long> open) {
        var table = new Tables(
                "Evidence packages",
                List.of("Package", "For", "Period", "Register as of", "Made by", "State", "Time stamp", "Size"),
                7);
        list.forEach(one -> table.row(
                link(one, open.getOrDefault(one.number(), 0L)),
                one.request().whom(),
                Formats.period(one.request().from(), one.request().to()),
                one.request().asOf() == null ? "" : Formats.minute(one.request().asOf()),
                one.madeBy(),
                state(one),
                one.state() != State.MADE ? "" : one.stampedAt() == null ? "none" : Formats.minute(one.stampedAt()),
                one.state() == State.MADE ? Formats.bytes(one.bytes()) : ""));
        return table;
    }

    static Div alarm(String sentence) {
        var text = new Paragraph(sentence);
        var box = new Div(Glyph.INVALID.icon(), text);
        box.addClassNames("verdict", "bad");
        box.getElement().setAttribute("role", "alert");
        return box;
    }

    private static Div link(EvidencePackage one, long open) {
        var link = new Anchor("evidence/package/" + one.number(), "Package " + one.number());
        var cell = new Div(link, Tables.small(one.request().title()));
        if (open > 0) {
            cell.add(new Mark(Glyph.WATCH, Formats.count(open, "open question", "open questions")).asWatch());
        }
        return cell;
    }

    private static Mark state(EvidencePackage one) {
        return switch (one.state()) {
            case MADE -> new Mark(Glyph.CONFIRMED, one.state().label());
            case MAKING -> new Mark(Glyph.STALE, one.state().label());
            case FAILED -> new Mark(Glyph.INVALID, one.state().label()).asGap();
        };
    }
}
