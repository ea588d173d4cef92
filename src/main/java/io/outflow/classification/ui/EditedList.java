package io.outflow.classification.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import io.outflow.base.ui.Unsaved;
import io.outflow.classification.RuleChangedMeanwhile;
import io.outflow.classification.RuleRefused;
import io.outflow.classification.Rules.Problem;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A table, and beside it the editor of what is picked in it. The address holds what is picked, by its code. */
abstract class EditedList<E extends Component & EditedList.Editor> extends Composite<Div>
        implements BeforeEnterObserver, BeforeLeaveObserver {

    private static final long serialVersionUID = 1L;

    /** What an editor beside the table can show. */
    interface Editor {

        boolean isChanged();

        /** Shows each problem at its field; none clears them. */
        void showProblems(List<Problem> problems);

        /** Somebody else saved first. What was entered stays to be compared. */
        void showConflict(String sentence, Runnable showStored);
    }

    private final String parameter;
    private final NativeTable table = new NativeTable();
    private final Div side = new Div();
    private final Unsaved unsaved = new Unsaved();
    private @Nullable E editor;

    /** @param parameter the name in addresses of what is picked */
    EditedList(String parameter) {
        this.parameter = parameter;
    }

    /** Lays out the page: what stands above, then the table with its editor. */
    final void lay(List<Component> above, List<String> headings, String... tableClasses) {
        table.addClassNames("tight", "classes");
        table.addClassNames(tableClasses);
        var row = table.getHead().addRow();
        headings.forEach(title -> row.addHeaderCell().setText(title));
        var scroll = new Div(table);
        scroll.addClassName("scroll-x");
        var columns = new Div(scroll, side);
        columns.addClassName("im");
        getContent().addClassName("rules-view");
        getContent().add(above);
        getContent().add(columns);
    }

    /** Opens the editor of what is picked, by {@link #edit}; nothing where there is no such thing. */
    abstract void pick(String code);

    abstract void fill(NativeTableBody body, String picked);

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var picked = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(parameter)
                .orElse("");
        side.removeAll();
        editor = null;
        unsaved.set(false);
        pick(picked);
        table.getBody().removeAll();
        fill(table.getBody(), picked);
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        unsaved.beforeLeave(event);
    }

    final void edit(E opened) {
        editor = opened;
        side.add(opened);
    }

    /** To be told of each change in the editor. */
    final void note() {
        unsaved.set(editor != null && editor.isChanged());
    }

    /**
     * Saves what the editor holds and opens it as it was saved.
     *
     * @param saving gives the code of what it saved
     * @param begun the code of what it began with, shown again where somebody else saved first
     */
    final void save(String begun, Supplier<String> saving) {
        var current = editor;
        if (current == null) {
            return;
        }
        current.showProblems(List.of());
        try {
            open(saving.get());
        } catch (RuleRefused e) {
            current.showProblems(e.problems());
        } catch (RuleChangedMeanwhile e) {
            current.showConflict(String.valueOf(e.getMessage()), () -> open(begun));
        }
    }

    /** @param code empty closes the editor */
    final void open(String code) {
        unsaved.set(false);
        getUI().ifPresent(ui -> ui.navigate(
                getClass(), code.isEmpty() ? QueryParameters.empty() : QueryParameters.of(parameter, code)));
    }

    final RouterLink link(String text, String code) {
        var link = new RouterLink(text, getClass());
        link.setQueryParameters(QueryParameters.of(parameter, code));
        return link;
    }
}
