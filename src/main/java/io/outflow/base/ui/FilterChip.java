package io.outflow.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;

/** A button that says what a filter is set to and opens its choices. */
public class FilterChip extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private final NativeButton button = new NativeButton();
    private final Span state = new Span();

    public FilterChip(String name, Component content) {
        var label = new Span(name);
        label.addClassName("lb");
        state.addClassName("st");
        button.add(label, state);
        button.addClassNames("fld", "c");
        button.getElement().setAttribute("type", "button");

        var popover = new Popover(content);
        popover.setTarget(button);
        popover.setPosition(PopoverPosition.BOTTOM_START);
        popover.setModal(false);
        popover.setAutofocus(true);
        popover.setAriaLabel("Filter by " + name);
        popover.addClassName("filter");
        getContent().addClassName("chip");
        getContent().add(button, popover);
    }

    public void show(String text, boolean active) {
        state.setText(text);
        button.setClassName("on", active);
        button.getElement().setAttribute("data-active", active);
    }

    public NativeButton button() {
        return button;
    }
}
