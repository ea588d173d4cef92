package io.outflow.vendors.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.outflow.base.Formats;
import io.outflow.base.ui.Glyph;
import io.outflow.base.ui.Mark;
import io.outflow.classification.DataClass;
import io.outflow.vendors.Entry;
import io.outflow.vendors.content.Approval;
import io.outflow.vendors.content.ApprovalDecision;
import io.outflow.vendors.content.Product;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** What was decided about one product and one class of data, and what is proposed. */
class ApprovalCell extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    ApprovalCell(
            Entry<Product> product,
            DataClass dataClass,
            List<Entry<Approval>> approvals,
            Instant at,
            boolean mayAdd,
            Predicate<Entry<Approval>> mayEdit,
            Consumer<Entry<Approval>> edit,
            BiConsumer<Entry<Product>, DataClass> add) {
        var about = product.title() + ", " + dataClass.name();
        var said = approvals.stream()
                .filter(entry -> entry.content().concerns(dataClass.code()))
                .toList();
        said.forEach(entry -> getContent().add(one(entry, at, mayEdit.test(entry), edit, about)));
        var decided = said.stream().anyMatch(entry -> entry.content().holdsAt(at));
        if (!decided) {
            var nothing = new Span(said.isEmpty() ? "nothing said" : "not decided");
            nothing.addClassName("q");
            getContent().add(nothing);
        }
        if (mayAdd) {
            var decide = new NativeButton(said.isEmpty() ? "Decide" : "Add", click -> add.accept(product, dataClass));
            decide.addClassName("lk");
            decide.getElement().setAttribute("aria-label", decide.getText() + ": " + about);
            getContent().add(new Div(decide));
        }
    }

    private static Component one(
            Entry<Approval> entry, Instant at, boolean mayEdit, Consumer<Entry<Approval>> edit, String about) {
        var approval = entry.content();
        var line = new Div(mark(approval));
        line.addClassName("one");
        var proposed = approval.decision() == ApprovalDecision.PROPOSED;
        var holds = proposed || approval.holdsAt(at);
        line.setClassName("ended", !holds);
        var details = details(approval, holds, at);
        if (!details.isEmpty()) {
            line.add(new Span(details));
        }
        line.getElement().setAttribute("title", approval.why());
        if (mayEdit) {
            var change = new NativeButton(proposed ? "Decide" : "Change", click -> edit.accept(entry));
            change.addClassName("lk");
            change.getElement().setAttribute("aria-label", change.getText() + ": " + about);
            line.add(change);
        }
        return line;
    }

    private static Mark mark(Approval approval) {
        var word = approval.decision().label();
        return switch (approval.decision()) {
            case ALLOWED -> new Mark(Glyph.CONFIRMED, word);
            case CONDITIONS -> new Mark(Glyph.POSSIBLE, word);
            case NOT_ALLOWED -> new Mark(Glyph.ABSENT, word);
            case PROPOSED -> new Mark(Glyph.CLAIMED, word);
        };
    }

    private static String details(Approval approval, boolean holds, Instant at) {
        var parts = new ArrayList<String>();
        if (!approval.regions().isEmpty()) {
            parts.add("in " + String.join(", ", approval.regions()));
        }
        if (!approval.models().isEmpty()) {
            parts.add("with " + String.join(", ", approval.models()));
        }
        if (!approval.callers().isEmpty()) {
            parts.add(Formats.count(approval.callers().size(), "caller", "callers"));
        }
        if (approval.application() != null) {
            parts.add("one application");
        }
        var from = approval.from();
        if (from != null && at.isBefore(from.toInstant())) {
            parts.add("from " + FieldText.moment(from));
        }
        var until = approval.until();
        if (until != null) {
            parts.add((holds ? "until " : "ended ") + FieldText.moment(until));
        }
        if (!approval.conditions().isEmpty()) {
            parts.add(approval.conditions());
        }
        return String.join("; ", parts);
    }
}
