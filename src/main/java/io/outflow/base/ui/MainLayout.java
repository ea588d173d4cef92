package io.outflow.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.router.internal.RouteUtil;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;

/** The shell around every view: side bar, top line, and the view itself as the main part of the page. */
@Layout
public class MainLayout extends Div implements RouterLayout, AfterNavigationObserver {

    private static final long serialVersionUID = 1L;

    private final SideBar side;
    private final TopLine top;
    private final Main content = new Main();

    MainLayout(Viewer viewer, ObjectProvider<ShellNote> notes, @Value("${outflow.sample}") boolean sample) {
        side = new SideBar(
                MenuEntry.visibleTo(viewer),
                notes.stream().sorted(Comparator.comparingInt(ShellNote::order)).toList());
        top = new TopLine(viewer, sample);

        addClassName("app");
        content.setId("content");
        content.addClassName("wrap");
        content.getElement().setAttribute("tabindex", "-1");
        var skip = new NativeButton("Skip to the content");
        skip.addClassName("skip");
        skip.getElement().executeJs("this.addEventListener('click', () => document.getElementById('content').focus())");
        var page = new Div(top, content);
        page.addClassName("page");
        add(skip, side, page);
    }

    @Override
    public void showRouterLayoutContent(HasElement view) {
        content.getElement().appendChild(view.getElement());
    }

    @Override
    public void removeRouterLayoutContent(HasElement oldContent) {
        content.getElement().removeAllChildren();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        side.show(event.getLocation().getPath());
        var view = UI.getCurrent().getCurrentView();
        top.show(view instanceof HasCrumbs path ? path.crumbs() : List.of(new Crumb(title(view))));
    }

    private static String title(Component view) {
        return RouteUtil.getDynamicTitle(UI.getCurrent())
                .or(() -> Optional.ofNullable(view.getClass().getAnnotation(PageTitle.class))
                        .map(PageTitle::value))
                .orElse("")
                .replaceFirst(" · Outflow$", "");
    }
}
