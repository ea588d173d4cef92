package io.outflow.evidence.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import io.outflow.access.Action;
import io.outflow.access.Guests;
import io.outflow.access.Requires;
import io.outflow.base.Formats;
import io.outflow.base.ui.EmptyState;
import io.outflow.base.ui.Glyph;
import io.outflow.base.ui.Mark;
import io.outflow.base.ui.PageHead;
import io.outflow.base.ui.Toast;
import io.outflow.evidence.Invitation;
import io.outflow.evidence.Invitations;
import io.outflow.evidence.Invitations.Welcome;
import java.time.Clock;
import java.util.List;

/** Auditors from outside: invite, change, end, and a new link for who lost theirs. */
@Route("settings/auditors")
@PageTitle("Invited auditors · Outflow")
@Menu(title = "Invited auditors", order = 102)
@Requires(Action.INVITE)
@StyleSheet("context://evidence.css")
class InvitedAuditorsView extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private final transient Invitations invitations;
    private final transient ScopeChoices choices;
    private final transient Clock clock;
    private final Div welcome = new Div();
    private final Div list = new Div();

    InvitedAuditorsView(Invitations invitations, ScopeChoices choices, Clock clock) {
        this.invitations = invitations;
        this.choices = choices;
        this.clock = clock;
        var invite = new Button(
                "Invite an auditor", click -> new InvitationDialog(invitations, choices, clock, this::welcome).open());
        invite.addThemeVariants(ButtonVariant.PRIMARY);
        invite.setTestId("auditor-invite");
        welcome.getElement().setAttribute("role", "status");
        welcome.setTestId("auditor-welcome");
        getContent().addClassName("evidence");
        getContent()
                .add(
                        new PageHead(
                                "Invited auditors",
                                "People from outside. Each sees the evidence packages made for them until their last day, and nothing else.",
                                invite),
                        welcome,
                        list);
        show();
    }

    private void show() {
        list.removeAll();
        var all = invitations.list();
        if (all.isEmpty()) {
            list.add(new EmptyState(
                    "Nobody is invited. Invite an auditor, then make a package with their name as recipient."));
            return;
        }
        var table = new Tables(
                "Invited auditors", List.of("Name", "Organisation", "Sees", "Until, in UTC", "Last sign-in", "Change"));
        all.forEach(one -> table.row(
                two(one.name(), one.email()),
                one.organisation(),
                new Span(choices.words(one.scope())),
                until(one),
                one.lastSignIn() == null ? "never" : Formats.minute(one.lastSignIn()),
                changes(one)));
        list.add(table);
    }

    private Component until(Invitation one) {
        var ended = one.ended(clock.instant());
        return ended
                ? new Mark(Glyph.ABSENT, "ended " + Formats.minute(one.endsAt()))
                : two("the end of " + Formats.day(one.lastDay()), "invited by " + one.invitedBy());
    }

    private Component changes(Invitation one) {
        var row = new Div();
        row.addClassName("buttons");
        row.add(Tables.button(one.name(), "Change", "auditor-change", () -> new InvitationDialog(
                        invitations, choices, one, this::show)
                .open()));
        if (!one.ended(clock.instant())) {
            row.add(
                    Tables.button(
                            one.name(), "New link", "auditor-link", () -> welcome(invitations.link(one.person()))),
                    Tables.button(one.name(), "End now", "auditor-end", () -> askToEnd(one)));
        }
        return row;
    }

    private void askToEnd(Invitation one) {
        var dialog = new ConfirmDialog();
        dialog.setHeader("End the access of " + one.name() + "?");
        dialog.setText("Open pages go no further and tokens stop working. What they asked and read stays on record.");
        dialog.setCancelable(true);
        dialog.setConfirmText("End it now");
        dialog.addConfirmListener(confirm -> {
            invitations.end(one.person());
            show();
            Toast.done("The access of %s has ended.".formatted(one.name()));
        });
        dialog.open();
    }

    /** Shows a link this once. */
    private void welcome(Welcome made) {
        var link = new Code(base() + made.path());
        link.setTestId("auditor-link-text");
        welcome.removeAll();
        welcome.addClassName("panel");
        welcome.add(
                new Paragraph(made.told()),
                new Paragraph("The link works once, within %s, and is shown this once:"
                        .formatted(Formats.count(Guests.LINK_LASTS.toDays(), "day", "days"))),
                link);
        show();
    }

    private static String base() {
        if (VaadinServletRequest.getCurrent() instanceof VaadinServletRequest request) {
            var url = request.getHttpServletRequest().getRequestURL().toString();
            return url.replaceFirst("(://[^/]+).*", "$1") + request.getContextPath() + "/";
        }
        return "";
    }

    private static Component two(String text, String beneath) {
        return new Div(new Span(text), Tables.small(beneath));
    }
}
