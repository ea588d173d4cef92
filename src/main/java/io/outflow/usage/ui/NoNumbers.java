package io.outflow.usage.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import io.outflow.base.Formats;
import io.outflow.base.ui.EmptyState;
import io.outflow.usage.UsageReport;

/** Why there is nothing to count, and what to do. */
final class NoNumbers {

    private NoNumbers() {}

    static EmptyState nothingImported() {
        var drop =
                new Button("Import CloudTrail files", click -> UI.getCurrent().navigate("imports"));
        drop.setTestId("usage-import");
        return new EmptyState("No logs yet. Use is unknown. Drop CloudTrail files here.", drop).blind();
    }

    static EmptyState match(UsageReport report, Runnable clear) {
        return new EmptyState(
                "No calls match. %s outside this filter."
                        .formatted(Formats.count(report.outside(), "call is", "calls are")),
                new Button("Clear", click -> clear.run()));
    }

    static EmptyState failed(Runnable again) {
        return new EmptyState(
                "The numbers could not be read. Nothing was changed, and your filter is kept in the address.",
                new Button("Try again", click -> again.run()));
    }
}
