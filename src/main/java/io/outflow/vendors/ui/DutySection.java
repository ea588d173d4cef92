package io.outflow.vendors.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import io.outflow.base.ui.Glyph;
import io.outflow.base.ui.Mark;
import io.outflow.vendors.Entry;
import io.outflow.vendors.Snapshot;
import io.outflow.vendors.compare.Duties;
import io.outflow.vendors.compare.Duty;
import io.outflow.vendors.content.Obligation;
import io.outflow.vendors.content.Product;
import io.outflow.vendors.content.YesNo;
import java.time.Instant;

/** For each regime that applies to a product: which duties the register answers, and what is missing. */
class DutySection extends Div {

    private static final long serialVersionUID = 1L;

    DutySection(Snapshot register, Entry<Product> product, Instant at) {
        addClassName("duties");
        var applying = register.counting(product.id(), Obligation.class).stream()
                .filter(entry -> entry.content().applies() == YesNo.YES)
                .toList();
        for (var obligation : applying) {
            var regime = obligation.content().regime();
            var findings = Duties.findings(register, product, regime, at);
            var open = findings.stream()
                    .filter(finding -> finding.state() != Duty.State.ANSWERED)
                    .count();
            add(new H3(regime.label()));
            add(new Paragraph(
                    open == 0
                            ? "The register answers all %d duties it knows of.".formatted(findings.size())
                            : "%d of %d duties are not answered by a confirmed fact."
                                    .formatted(open, findings.size())));
            var table = new NativeTable();
            table.addClassName("facts");
            table.getHead().add(new NativeTableRow(head("Duty"), head("Where"), head("What the register says")));
            findings.forEach(finding -> table.getBody()
                    .add(new NativeTableRow(
                            new NativeTableCell(finding.duty().asks()),
                            new NativeTableCell(finding.duty().reference()),
                            new NativeTableCell(answer(finding)))));
            add(table);
        }
        if (!applying.isEmpty()) {
            var note = new Paragraph("A reading aid, no legal advice: a regime asks for more than a register holds.");
            note.addClassNames("s", "q");
            add(note);
        }
    }

    private static NativeTableHeaderCell head(String text) {
        var cell = new NativeTableHeaderCell(text);
        cell.getElement().setAttribute("scope", "col");
        return cell;
    }

    private static Component answer(Duty.Finding finding) {
        return switch (finding.state()) {
            case ANSWERED -> new Mark(Glyph.CONFIRMED, finding.answer());
            case CLAIMED -> new Mark(Glyph.CLAIMED, finding.answer() + ", claimed");
            case MISSING -> new Mark(Glyph.WATCH, finding.answer()).asWatch();
        };
    }
}
