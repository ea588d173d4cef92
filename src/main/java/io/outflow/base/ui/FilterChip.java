package io.outflow.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;

/**
 * A button that says what a filter is set to and opens its choices. These are sent when they are looked at: a table of many rows
 * has more choices than rows to show, and most chips stay closed.
 */
public class FilterChip extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private final NativeButton button = new NativeButton();
    private final Span state = new Span();
    private final Popover popover;
    private final transient Runnable fill;

    /** A chip whose few choices are there from the start. */
    public FilterChip(String name, Component content) {
        this(name, content, () -> {});
    }

    /** @param fill puts the choices into the content; asked whenever they are seen */
    public FilterChip(String name, Component content, Runnable fill) {
        this.fill = fill;
        var label = new Span(name);
        label.addClassName("lb");
        state.addClassName("st");
        button.add(label, state);
        button.addClassNames("fld", "c");
        button.getElement().setAttribute("type", "button");

        popover = new Popover(content);
        popover.setTarget(button);
        popover.setPosition(PopoverPosition.BOTTOM_START);
        popover.setModal(false);
        popover.setAutofocus(true);
        popover.setAriaLabel("Filter by " + name);
        popover.addClassName("filter");
        popover.addOpenedChangeListener(event -> fillWhenSeen());
        getContent().addClassName("chip");
        getContent().add(button, popover);
    }

    /** Shows what it is set to, and the choices where somebody looks at them. */
    public void show(String text, boolean active) {
        state.setText(text);
        button.setClassName("on", active);
        button.getElement().setAttribute("data-active", active);
        fillWhenSeen();
    }

    private void fillWhenSeen() {
        if (popover.isOpened()) {
            fill.run();
        }
    }

    public NativeButton button() {
        return button;
    }
}
