package io.outflow.access.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.outflow.access.Action;
import io.outflow.access.ChangeRefused;
import io.outflow.access.OwnAccount;
import io.outflow.access.Requires;
import io.outflow.access.TokenSummary;
import io.outflow.base.Formats;
import io.outflow.base.ui.PageHead;
import io.outflow.base.ui.SectionHead;
import io.outflow.base.ui.Toast;
import java.time.Clock;

/** The own account: tokens for the API, and the password. */
@Route("settings/tokens")
@PageTitle("Account · Outflow")
@Menu(title = "Account and tokens", order = 180)
@Requires(Action.OWN_ACCOUNT)
class AccountView extends Div {

    private static final long serialVersionUID = 1L;

    private static final int DAYS = 90;

    private final transient OwnAccount account;
    private final transient Clock clock;
    private final TextField label = new TextField("What the token is for");
    private final IntegerField days = new IntegerField("Days it lasts");
    private final Div made = new Div();
    private final Grid<TokenSummary> grid = new Grid<>();

    AccountView(OwnAccount account, Clock clock) {
        this.account = account;
        this.clock = clock;

        label.setTestId("token-label");
        days.setValue(DAYS);
        days.setTestId("token-days");
        var make = new Button("Make token", click -> make());
        make.addThemeVariants(ButtonVariant.PRIMARY);
        make.setTestId("token-make");
        made.getElement().setAttribute("role", "status");
        var row = new Div(label, days, make);
        row.addClassName("field-row");
        var tokens = new Div(
                new SectionHead("Tokens for the API", "A token may do what you may do. Only its hash is kept."),
                row,
                made,
                tokens());
        tokens.addClassNames("sec", "stack");

        var password = new Button("Change password", click -> new OwnPasswordDialog(account).open());
        password.setTestId("password-change");
        add(new PageHead("Account", "Your tokens and your password.", password), tokens);
        refresh();
    }

    private Component tokens() {
        grid.setTestId("tokens");
        grid.setAllRowsVisible(true);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setEmptyStateText("No token yet. With one, a script can import and read without your password.");
        grid.getElement().setAttribute("aria-label", "Your tokens");
        grid.addColumn(TokenSummary::label).setHeader("For").setRowHeader(true).setFlexGrow(1);
        grid.addColumn(token -> Formats.minute(token.createdAt()))
                .setHeader("Made")
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(this::state).setHeader("State").setAutoWidth(true).setFlexGrow(0);
        grid.addComponentColumn(this::revoke)
                .setHeader("Revoke")
                .setAutoWidth(true)
                .setFlexGrow(0);
        return grid;
    }

    private String state(TokenSummary token) {
        if (token.revokedAt() != null) {
            return "revoked " + Formats.minute(token.revokedAt());
        }
        return (token.expiresAt().isAfter(clock.instant()) ? "valid until " : "expired ")
                + Formats.minute(token.expiresAt());
    }

    private Component revoke(TokenSummary token) {
        if (token.revokedAt() != null) {
            return new Span("–");
        }
        var button = new Button("Revoke", click -> {
            account.revokeToken(token.id());
            refresh();
            Toast.done("The token is revoked; it stopped working just now.");
        });
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setAriaLabel("Revoke the token " + token.label());
        return button;
    }

    private void make() {
        Refusals.clear(label, days);
        try {
            var token = account.makeToken(label.getValue(), days.getValue() == null ? 0 : days.getValue());
            var code = new Code(token);
            code.setTestId("token-made");
            made.removeAll();
            made.addClassName("panel");
            made.add(new Paragraph("Copy it now: it is shown this once and cannot be shown again."), code);
            label.clear();
            refresh();
        } catch (ChangeRefused e) {
            Refusals.at(e.field() == ChangeRefused.Field.DAYS ? days : label, e.sentence());
        }
    }

    private void refresh() {
        grid.setItems(account.tokens());
    }
}
