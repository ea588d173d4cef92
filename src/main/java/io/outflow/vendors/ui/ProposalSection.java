package io.outflow.vendors.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.outflow.base.Formats;
import io.outflow.base.ui.SectionHead;
import io.outflow.vendors.Entry;
import io.outflow.vendors.content.Product;
import io.outflow.vendors.content.Proposal;
import io.outflow.vendors.content.ProposalState;
import java.util.Comparator;

/** The statuses that somebody suggested for a product. The CISO proposes; Legal decides. Hidden where there is nothing to see or do. */
final class ProposalSection extends Composite<Section> {

    private static final long serialVersionUID = 1L;

    ProposalSection(Entry<Product> product, PageState state, Editing editing) {
        var proposals = state.register().of(product.id(), Proposal.class).stream()
                .sorted(Comparator.comparing(Entry<Proposal>::changedAt).reversed())
                .toList();
        var mayPropose = state.mayPropose() && !state.mayChange();
        var section = getContent();
        section.addClassNames("sec", "facts");
        section.setId("proposals");
        section.setAriaLabel("Proposals");
        section.setVisible(mayPropose || !proposals.isEmpty());
        var actions = mayPropose
                ? new Component[] {FactLine.action("Propose a status", product.title(), e -> editing.propose(product))}
                : new Component[0];
        section.add(new SectionHead(
                "Proposals", "Status now: " + product.content().status().label(), actions));
        proposals.forEach(proposal -> section.add(line(proposal, state, editing)));
    }

    private static Div line(Entry<Proposal> entry, PageState state, Editing editing) {
        var proposal = entry.content();
        var label = new Span(proposal.state().label());
        label.addClassName("lab");
        var value = new Span(proposal.status().label());
        value.addClassName("v");
        var why = new Div(proposal.why());
        why.addClassName("more");
        // The source of a proposal is whoever made it; who changed it last is whoever decided it.
        var who = new Div("Proposed by %s. %s"
                .formatted(
                        entry.basis().source(),
                        proposal.state() == ProposalState.OPEN
                                ? Formats.minute(entry.changedAt())
                                : "%s by %s, %s"
                                        .formatted(
                                                proposal.state().label(),
                                                entry.changedBy(),
                                                Formats.minute(entry.changedAt()))));
        who.addClassName("src");
        var agreed = new Div(value, why, who);
        agreed.addClassName("ag");
        var row = new Div(label, agreed);
        row.addClassName("fact");
        row.setId(FactLine.anchor(entry));
        if (state.mayChange() && proposal.state() == ProposalState.OPEN) {
            var actions = new Div(
                    FactLine.action("Accept", entry.title(), e -> editing.decide(entry, true)),
                    FactLine.action("Decline", entry.title(), e -> editing.decide(entry, false)));
            actions.addClassName("fact-acts");
            row.add(actions);
        }
        return row;
    }
}
