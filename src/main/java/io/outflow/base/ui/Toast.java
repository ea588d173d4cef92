package io.outflow.base.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;

/** Short words after an action. What went well goes by itself; what did not stays until it is closed. */
public final class Toast {

    private static final int SECONDS = 4;

    private Toast() {}

    public static void done(String sentence) {
        Notification.show(sentence, SECONDS * 1000, Notification.Position.BOTTOM_START);
    }

    public static void failed(String sentence) {
        var notification = new Notification();
        var close = new Button("Close", click -> notification.close());
        close.addThemeVariants(ButtonVariant.TERTIARY);
        var row = new Div(new Span(sentence), close);
        row.addClassName("toast");
        notification.add(row);
        notification.setDuration(0);
        notification.setAssertive(true);
        notification.setPosition(Notification.Position.BOTTOM_START);
        notification.open();
    }
}
