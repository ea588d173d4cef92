package io.outflow.history.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.outflow.access.Action;
import io.outflow.access.Permission;
import io.outflow.access.Requires;
import io.outflow.base.Formats;
import io.outflow.base.ui.PageHead;
import io.outflow.base.ui.Toast;
import io.outflow.history.ChangeLog;
import io.outflow.history.Entry;

/** The change log, newest first, and the check of its chain. Nothing can be changed here. */
@Route("change-log")
@PageTitle("Change log · Outflow")
@Menu(title = "Change log", order = 190)
@Requires(value = Action.CHANGE_LOG, level = Permission.READ)
class ChangeLogView extends Div {

    private static final long serialVersionUID = 1L;

    private final transient ChangeLog log;

    ChangeLogView(ChangeLog log) {
        this.log = log;

        var check = new Button("Check the chain", click -> check());
        check.setTestId("change-log-check");
        add(new PageHead("Change log", "Entries are only ever added; each carries the hash of the one before.", check));
        add(grid());
    }

    private Grid<Entry> grid() {
        var grid = new Grid<Entry>();
        grid.setId("change-log");
        grid.addClassName("tall");
        grid.getElement().setAttribute("aria-label", "Entries of the change log");
        grid.addColumn(entry -> Formats.count(entry.seq()))
                .setHeader("Entry")
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(entry -> Formats.second(entry.at()))
                .setHeader("Time")
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(Entry::actor).setHeader("By").setAutoWidth(true).setFlexGrow(0);
        grid.addColumn(Entry::action).setHeader("What").setAutoWidth(true).setFlexGrow(0);
        grid.addColumn(Entry::object).setHeader("On").setAutoWidth(true).setFlexGrow(0);
        grid.addColumn(Entry::text).setHeader("Details").setFlexGrow(1);
        grid.addColumn(entry -> entry.hash().substring(0, 12))
                .setHeader("Hash")
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.setItems(query -> log.list(query.getOffset(), query.getLimit()).stream());
        grid.setEmptyStateText("Nothing was written yet.");
        return grid;
    }

    private void check() {
        var verdict = log.verify();
        verdict.firstBroken()
                .ifPresentOrElse(
                        broken -> Toast.failed(
                                "The chain is broken at entry %s; it holds up to entry %s. Tell your admin."
                                        .formatted(Formats.count(broken), Formats.count(verdict.entries()))),
                        () -> Toast.done(
                                "The chain holds: unbroken to entry " + Formats.count(verdict.entries()) + "."));
    }
}
