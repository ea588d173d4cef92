package io.outflow.gaps.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.outflow.base.Formats;
import io.outflow.base.ui.SectionHead;
import io.outflow.gaps.Finding;
import io.outflow.gaps.Finding.Rest;
import io.outflow.gaps.Gap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the register says of the gap: each entry with its clause, how sure it is, and the way to it. */
class AgreedPanel extends Composite<Section> {

    private static final long serialVersionUID = 1L;

    AgreedPanel(Gap gap) {
        var finding = gap.finding();
        var section = getContent();
        section.addClassName("sec");
        section.setAriaLabel("What we agreed");
        section.add(new SectionHead("What we agreed", ""));
        var stack = new Div();
        stack.addClassName("stack");
        finding.rests().forEach(rest -> stack.add(clause(rest, gap.key().product())));
        if (finding.rests().isEmpty()) {
            stack.add(nothing(finding, gap.key().product()));
        }
        section.add(stack, foundBy(finding));
    }

    private static Component clause(Rest rest, @Nullable UUID product) {
        var head = new Div(GapWords.link(address(rest, product), rest.title()));
        head.addClassName("b");
        var clause = new Div(head);
        clause.addClassName("clause");
        var text = new Div(rest.clause().isEmpty() ? "No clause or source is named." : rest.clause());
        text.addClassNames("s");
        var assurance = new Div(
                "%s. Recorded %s.".formatted(GapWords.capital(rest.assurance()), Formats.minute(rest.recordedAt())));
        assurance.addClassNames("xs", "q");
        clause.add(text, assurance);
        return clause;
    }

    /** An entry stands on the page of the product; what stands alone has its own. */
    static String address(Rest rest, @Nullable UUID product) {
        return switch (rest.kind()) {
            case "vendors", "products", "applications" -> rest.kind() + "/" + rest.entry();
            default -> product == null ? "vendors" : "products/%s?fact=%s".formatted(product, rest.entry());
        };
    }

    private static Component nothing(Finding finding, @Nullable UUID product) {
        var words = new Paragraph(
                product == null
                        ? "No entry of the register stands for it. "
                        : "The register of %s says nothing of this. ".formatted(finding.productName()));
        words.addClassName("q");
        words.add(GapWords.link(
                product == null ? "vendors" : "products/" + product,
                product == null ? "Open the register" : "Open the product"));
        return words;
    }

    private static Component foundBy(Finding finding) {
        var words = new Span("Found by " + String.join(", ", finding.rules()) + ".");
        words.addClassNames("xs", "qq");
        return words;
    }
}
