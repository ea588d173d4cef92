package io.outflow.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.shared.Registration;
import java.time.LocalDate;
import java.util.function.Consumer;

/** Use, agreements, changes of settings and proof on one axis of time. */
@Tag("time-axis")
@JsModule("context://time-axis.js")
@StyleSheet("context://time-axis.css")
public class TimeAxis extends Component {

    private static final long serialVersionUID = 1L;

    public void show(AxisData data) {
        getElement().setAttribute("role", "img");
        getElement().setAttribute("aria-label", data.label());
        getElement().setPropertyBean("data", data);
    }

    /** Tells the day whose bar was clicked. */
    public Registration onDay(Consumer<LocalDate> picked) {
        return getElement()
                .addEventListener(
                        "chart-pick",
                        event -> picked.accept(LocalDate.parse(
                                event.getEventData().get("event.detail.value").asString(""))))
                .addEventData("event.detail.value");
    }
}
