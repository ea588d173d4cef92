package io.outflow.gaps.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.Paragraph;
import io.outflow.base.Formats;
import io.outflow.gaps.Delivery;
import java.util.List;

/** The last messages that told of gaps, and what became of each. */
class DeliveryTable extends Composite<Div> {

    private static final long serialVersionUID = 1L;
    private static final int MOST_SHOWN = 20;

    DeliveryTable() {
        getContent().addClassNames("scroll-x", "deliveries");
        getContent().setTestId("notice-deliveries");
    }

    void show(List<Delivery> deliveries) {
        getContent().removeAll();
        if (deliveries.isEmpty()) {
            getContent().add(new Paragraph("No message yet. The first one goes out when a gap opens or closes."));
            return;
        }
        var table = new NativeTable();
        table.addClassName("tight");
        var head = table.getHead().addRow();
        for (var title : List.of("Made", "Way", "Tells of", "What became of it")) {
            head.addHeaderCell().setText(title);
        }
        for (var delivery : deliveries.subList(0, Math.min(MOST_SHOWN, deliveries.size()))) {
            var row = table.getBody().addRow();
            row.addDataCell().setText(Formats.minute(delivery.createdAt()));
            row.addDataCell().setText(delivery.channel() == Delivery.Channel.MAIL ? "Mail" : "Webhook");
            row.addDataCell().setText(Formats.count(delivery.changes(), "change", "changes"));
            row.addDataCell().setText(delivery.outcome());
        }
        getContent().add(table);
    }
}
