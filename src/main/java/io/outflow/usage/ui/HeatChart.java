package io.outflow.usage.ui;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** Calls by hour of the week. */
@Tag("usage-heat")
@JsModule("context://usage-heat.js")
class HeatChart extends Chart {

    private static final long serialVersionUID = 1L;
}
