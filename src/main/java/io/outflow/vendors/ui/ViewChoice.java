package io.outflow.vendors.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import io.outflow.base.ui.FilterChip;
import io.outflow.vendors.SavedViews;
import io.outflow.vendors.SavedViews.SavedView;
import io.outflow.vendors.content.ProductStatus;
import io.outflow.vendors.content.YesNo;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The views of the register: one made for each role, and those that a person keeps. */
class ViewChoice extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    /** A view with what it shows. */
    record Named(String name, RegisterSelection selection) {}

    private final transient SavedViews views;
    private final transient Consumer<RegisterSelection> open;
    private final Div list = new Div();
    private final FilterChip chip = new FilterChip("View", list);

    ViewChoice(SavedViews views, Consumer<RegisterSelection> open) {
        this.views = views;
        this.open = open;
        list.addClassNames("choices", "views");
        chip.button().setTestId("register-view");
        getContent().addClassName("chip");
        getContent().add(chip);
    }

    /** The views that everybody has. */
    static List<Named> made(Instant now) {
        var inHouse = EnumSet.complementOf(EnumSet.of(ProductStatus.RETIRED)).stream()
                .map(ProductStatus::name)
                .collect(Collectors.toSet());
        var everything = RegisterSelection.EVERYTHING;
        return List.of(
                new Named("All products", everything),
                new Named(
                        "Legal: agreements due",
                        everything
                                .with(RegisterFacet.STATUS, inHouse)
                                .with(RegisterFacet.USE, Set.of(YesNo.YES.name(), YesNo.UNKNOWN.name()))
                                .sorted(RegisterColumn.DPA, false)),
                new Named(
                        "CISO: in use, by status",
                        everything
                                .with(RegisterFacet.USE, Set.of(YesNo.YES.name()))
                                .sorted(RegisterColumn.STATUS, false)),
                new Named(
                        "Auditor: everything as of today, 00:00 UTC",
                        everything
                                .showing(EnumSet.allOf(RegisterColumn.class))
                                .at(new AsOfQuery(Optional.of(now.truncatedTo(ChronoUnit.DAYS)), false))));
    }

    void show(RegisterSelection shown, Instant now) {
        var own = views.list();
        var all = new ArrayList<>(made(now));
        own.forEach(view -> all.add(new Named(view.name(), selection(view))));
        var current = all.stream()
                .filter(view -> view.selection().equals(shown))
                .findFirst()
                .map(Named::name);
        chip.show(
                current.map(name -> name.replaceFirst(" as of today.*", ", as of a day"))
                        .orElse("own selection"),
                current.isPresent() && !shown.equals(RegisterSelection.EVERYTHING));

        list.removeAll();
        made(now).forEach(view -> list.add(entry(view)));
        if (!own.isEmpty()) {
            list.add(new H3("Kept by you"));
            own.forEach(view -> list.add(kept(view)));
        }
        if (current.isEmpty()) {
            var keep = button("Keep this selection as a view", () -> keep(shown, now));
            keep.setTestId("keep-view");
            list.add(keep);
        }
    }

    private Component entry(Named view) {
        return button(view.name(), () -> open.accept(view.selection()));
    }

    private Component kept(SavedView view) {
        var remove = button("Remove", () -> {
            views.remove(view.name());
            open.accept(RegisterSelection.EVERYTHING);
        });
        remove.getElement().setAttribute("aria-label", "Remove the view " + view.name());
        var row = new Div(entry(new Named(view.name(), selection(view))), new Span(), remove);
        row.addClassName("choice");
        return row;
    }

    private void keep(RegisterSelection shown, Instant now) {
        new KeepViewDialog(views, shown.write().getQueryString(), () -> show(shown, now)).open();
    }

    private static RegisterSelection selection(SavedView view) {
        return RegisterSelection.read(new Location("", QueryParameters.fromString(view.query())));
    }

    private static NativeButton button(String text, Runnable action) {
        var button = new NativeButton(text, click -> action.run());
        button.addClassName("lk");
        return button;
    }
}
