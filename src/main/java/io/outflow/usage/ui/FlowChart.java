package io.outflow.usage.ui;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** Caller, model and data class as a Sankey. */
@Tag("usage-flow")
@JsModule("context://usage-flow.js")
class FlowChart extends Chart {

    private static final long serialVersionUID = 1L;
}
