package io.outflow.usage.ui;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** Calls a day, stacked by data class. */
@Tag("usage-days")
@JsModule("context://usage-days.js")
class DaysChart extends Chart {

    private static final long serialVersionUID = 1L;
}
