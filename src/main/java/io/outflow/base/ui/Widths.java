package io.outflow.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.shared.Registration;

/** Tells a part of a page whether the page is narrow, where CSS alone cannot: a grid's columns. */
public final class Widths {
    private static final int NARROW = 700;

    private Widths() {}

    public static void watch(Component part, SerializableConsumer<Boolean> narrow) {
        part.addAttachListener(event -> {
            var page = event.getUI().getPage();
            page.retrieveExtendedClientDetails(details -> narrow.accept(isNarrow(details.getWindowInnerWidth())));
            Registration resized =
                    page.addBrowserWindowResizeListener(resize -> narrow.accept(isNarrow(resize.getWidth())));
            part.addDetachListener(detach -> {
                detach.unregisterListener();
                resized.remove();
            });
        });
    }

    private static boolean isNarrow(int width) {
        return width > 0 && width <= NARROW;
    }
}
