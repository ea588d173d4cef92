package io.outflow;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.List;

/** What a reader sees of a component: its text without what is hidden. */
public final class Shown {

    private Shown() {}

    /** The visible texts, joined by single spaces. */
    public static String text(Component component) {
        var texts = new ArrayList<String>();
        collect(component.getElement(), texts);
        return String.join(" ", texts).replaceAll("\\s+", " ").strip();
    }

    private static void collect(Element element, List<String> texts) {
        if (element.isTextNode()) {
            texts.add(element.getText());
        } else if (element.isVisible()) {
            element.getChildren().forEach(child -> collect(child, texts));
        }
    }
}
