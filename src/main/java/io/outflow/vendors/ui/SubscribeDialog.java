package io.outflow.vendors.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.outflow.access.OwnAccount;

/** Makes an address by which a calendar program reads what is due. */
class SubscribeDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final Div body = new Div();
    private final Button make = new Button("Make an address");

    SubscribeDialog(OwnAccount account) {
        setHeaderTitle("Subscribe by calendar");
        setWidth("520px");
        body.addClassName("stack");
        body.add(
                new Paragraph(
                        "A calendar program asks by an address that only you get. Whoever has the address can read what"
                                + " is due, and nothing else. It lasts a year; you can revoke it under Account and tokens at any time."));
        add(body);
        make.addThemeVariants(ButtonVariant.PRIMARY);
        make.setTestId("subscribe-make");
        make.addClickListener(click -> show(account.makeCalendarToken("Calendar of what is due")));
        getFooter().add(new Button("Close", click -> close()), make);
    }

    private void show(String token) {
        make.setVisible(false);
        body.removeAll();
        var code = new Code();
        code.addClassName("subscribe-address");
        code.setTestId("subscribe-address");
        var path = "calendar/%s/due.ics".formatted(token);
        code.setText(path);
        // Only the browser knows by which name it reached us.
        UI.getCurrent()
                .getPage()
                .executeJs("return new URL($0, document.baseURI).href", path)
                .then(String.class, code::setText);
        body.add(new Paragraph("Copy it into your calendar program now: it is shown this once."), code);
    }
}
