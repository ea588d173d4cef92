package io.outflow.usage.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.shared.Registration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A chart element: takes data as a record and tells what was clicked. */
abstract class Chart extends Component {

    private static final long serialVersionUID = 1L;

    /** What was clicked, as the element names it. */
    record Pick(String kind, String value) {}

    interface PickListener {
        void picked(Pick pick);
    }

    final void show(Record data, String label) {
        getElement().setAttribute("role", "img");
        getElement().setAttribute("aria-label", label);
        getElement().setPropertyBean("data", data);
    }

    final Registration onPick(PickListener listener) {
        return getElement()
                .addEventListener("chart-pick", event -> {
                    var data = event.getEventData();
                    listener.picked(
                            new Pick(text(data.get("event.detail.kind")), text(data.get("event.detail.value"))));
                })
                .addEventData("event.detail.kind")
                .addEventData("event.detail.value");
    }

    private static String text(@Nullable JsonNode node) {
        return node == null ? "" : node.asString("");
    }
}
