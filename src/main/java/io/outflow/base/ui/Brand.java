package io.outflow.base.ui;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** Outflow's sign and name. */
public class Brand extends Div {

    private static final long serialVersionUID = 1L;

    private static final String SIGN = """
            <span class="logo"><svg viewBox="0 0 20 20" aria-hidden="true">\
            <path d="M2 6.5h7M2 13.5h7M11.5 6.5H18" style="stroke:var(--of-ink)" stroke-width="2"></path>\
            <path d="M11.5 13.5H18" style="stroke:var(--of-gap)" stroke-width="2" stroke-dasharray="2 1.5"></path>\
            <path d="M10.25 2v16" style="stroke:var(--of-ink-3)" stroke-width="1"></path></svg></span>""";

    public Brand() {
        addClassName("brand");
        add(new Html(SIGN), new Span("Outflow"));
    }
}
