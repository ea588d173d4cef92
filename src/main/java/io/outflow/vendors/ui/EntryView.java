package io.outflow.vendors.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import io.outflow.access.Action;
import io.outflow.access.Permission;
import io.outflow.base.ui.Crumb;
import io.outflow.base.ui.EmptyState;
import io.outflow.base.ui.HasCrumbs;
import io.outflow.base.ui.PageHead;
import io.outflow.base.ui.Unsaved;
import io.outflow.vendors.Entry;
import io.outflow.vendors.content.Content;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The page of one entry, now or as of a moment in the past, with its history beside it. The address holds all of that. */
abstract class EntryView<C extends Content> extends Composite<Div>
        implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle, HasCrumbs {

    private static final long serialVersionUID = 1L;

    static final String ID = "id";
    static final String UUID_PATTERN = "([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12})";

    private final transient PageTools tools;
    private final transient Editing editing;
    private final Class<C> type;
    private final Unsaved unsaved = new Unsaved();
    private final CommentSection.Draft comment = new CommentSection.Draft();
    private transient @Nullable UUID id;
    private transient Location location = new Location("");
    private String title = "";
    private transient List<Crumb> crumbs = List.of();

    EntryView(PageTools tools, Class<C> type) {
        this.tools = tools;
        this.type = type;
        editing = new Editing(tools.register(), unsaved, this::today, this::showAnew);
        getContent().addClassName("register-page");
    }

    /** What the page shows of its entry. */
    abstract void fill(Div page, Entry<C> entry, PageState state);

    /** The steps that lead to the entry. */
    abstract List<Crumb> crumbs(Entry<C> entry, PageState state);

    /** What the page is called that lists such entries, such as {@code vendors}. */
    abstract String kindName();

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked = event.getRouteParameters().get(ID).map(UUID::fromString).orElse(null);
        if (!java.util.Objects.equals(asked, id)) {
            comment.keep("");
        }
        id = asked;
        location = event.getLocation();
        show();
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        unsaved.beforeLeave(event);
        // A comment stays while the same page shows another moment or fact.
        if (!event.isPostponed() && !event.getLocation().getPath().equals(location.getPath())) {
            comment.unsaved().beforeLeave(event);
        }
    }

    @Override
    public String getPageTitle() {
        return title + " · Outflow";
    }

    @Override
    public List<Crumb> crumbs() {
        return crumbs;
    }

    final Editing editing() {
        return editing;
    }

    final PageTools tools() {
        return tools;
    }

    /** What stands below the facts on every page: documents and comments. */
    final void addNotes(Div page, Entry<C> entry, PageState state) {
        var documents = new DocumentSection(
                tools.documents(), tools.register(), tools.person(), entry.id(), () -> showAnew(entry.id()));
        documents.show(state.register(), state.asOf().at().isPresent());
        page.add(documents, new CommentSection(entry.id(), state, editing, comment));
    }

    /** The choice of the moment that the page shows. */
    final Component asOfChoice(PageState state) {
        var choice = new AsOfChoice(chosen -> {
            var parameters = chosen.in(location.getQueryParameters().getParameters());
            getUI().ifPresent(ui -> ui.navigate(location.getPath(), new QueryParameters(parameters)));
        });
        choice.show(state.asOf());
        return choice;
    }

    private void show() {
        var now = tools.clock().instant();
        var query = AsOfQuery.of(location);
        var parameters = location.getQueryParameters();
        var isPast = query.at().isPresent();
        var state = new PageState(
                location.getPath(),
                query.asOf(now).map(tools.register()::asOf).orElseGet(tools.register()::now),
                query,
                query.at().orElse(now),
                !isPast && tools.person().may(Action.REGISTER),
                !isPast && tools.person().may(Action.REGISTER, Permission.PROPOSE),
                parameters.getSingleParameter(PageState.FACT).flatMap(EntryView::uuid),
                parameters
                        .getSingleParameter(PageState.HISTORY)
                        .filter(PageState.OPEN::equals)
                        .isPresent());
        var root = getContent();
        root.removeAll();
        var page = new Div();
        page.addClassName("register-main");
        root.add(page);
        Optional.ofNullable(id)
                .flatMap(given -> state.register().find(given, type))
                .ifPresentOrElse(entry -> fill(root, page, entry, state), () -> missing(page, state));
    }

    private void fill(Div root, Div page, Entry<C> entry, PageState state) {
        title = entry.title();
        crumbs = crumbs(entry, state);
        fill(page, entry, state);
        root.add(new HistoryDrawer(tools, entry, state));
        state.picked().ifPresent(fact -> UI.getCurrent()
                .getPage()
                .executeJs("document.getElementById($0)?.scrollIntoView({block: 'nearest'})", "fact-" + fact));
        state.asOf().sentence().ifPresent(sentence -> page.addComponentAtIndex(1, note(sentence)));
    }

    private void missing(Div page, PageState state) {
        title = "Not found";
        crumbs = List.of(new Crumb("Vendors", "vendors"), new Crumb(title));
        var past = state.asOf().sentence();
        page.add(
                new PageHead("Not found", "", asOfChoice(state)),
                new EmptyState(
                        past.isPresent()
                                ? "This %s was not in the register then. Choose another time, or go back to now."
                                        .formatted(kindName())
                                : "There is no such %s in the register. It may have been removed; the history keeps it."
                                        .formatted(kindName())));
        past.ifPresent(sentence -> page.addComponentAtIndex(1, note(sentence)));
    }

    private static Paragraph note(String sentence) {
        var note = new Paragraph(sentence);
        note.addClassName("as-of-note");
        note.getElement().setAttribute("role", "status");
        return note;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(tools.clock().instant(), ZoneOffset.UTC);
    }

    private void showAnew(UUID changed) {
        show();
        getUI().or(() -> Optional.ofNullable(UI.getCurrent()))
                .ifPresent(ui -> ui.getPage().executeJs("document.getElementById($0)?.focus()", "fact-" + changed));
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
