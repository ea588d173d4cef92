package io.outflow.evidence.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import io.outflow.access.Action;
import io.outflow.access.Permission;
import io.outflow.access.Requires;
import io.outflow.base.ui.Crumb;
import io.outflow.base.ui.HasCrumbs;
import io.outflow.base.ui.PageHead;
import io.outflow.evidence.EvidenceNotes;
import io.outflow.evidence.EvidencePackage;
import io.outflow.evidence.EvidencePackage.State;
import io.outflow.evidence.EvidencePackages;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One package: how far it is, and when it is made its verdict, its files, its counts and what is missing. */
@Route("evidence/package/:" + EvidencePackageView.NUMBER + "([0-9]{1,18})")
@Requires(value = Action.EVIDENCE, level = Permission.READ)
@StyleSheet("context://evidence.css")
class EvidencePackageView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle, HasCrumbs {

    private static final long serialVersionUID = 1L;

    static final String NUMBER = "number";

    private static final Logger LOG = LoggerFactory.getLogger(EvidencePackageView.class);

    private final transient EvidencePackages packages;
    private final transient EvidenceNotes notes;
    private transient @Nullable AutoCloseable watching;
    private long number;

    EvidencePackageView(EvidencePackages packages, EvidenceNotes notes) {
        this.packages = packages;
        this.notes = notes;
        getContent().addClassName("evidence");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        number = event.getRouteParameters().getLong(NUMBER).orElse(0L);
        show();
    }

    @Override
    public String getPageTitle() {
        return "Package " + number + " · Outflow";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("Evidence", "evidence"), new Crumb("Package " + number));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        var ui = event.getUI();
        if (packages.find(number).filter(one -> one.state() == State.MAKING).isPresent()) {
            watching = packages.watch(number, () -> inPage(ui));
            // It may have ended between drawing and watching.
            show();
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        var open = watching;
        watching = null;
        if (open != null) {
            try {
                open.close();
            } catch (Exception e) {
                LOG.warn("Could not stop watching evidence package {}", number, e);
            }
        }
    }

    private void inPage(UI ui) {
        try {
            ui.access(this::show);
        } catch (UIDetachedException e) {
            LOG.debug("A page went away before it could be told of a package");
        }
    }

    private void show() {
        getContent().removeAll();
        packages.find(number).ifPresentOrElse(this::show, () -> getContent()
                .add(
                        new H1("There is no package " + number + " that you may open"),
                        new Paragraph("The address may be mistyped, or the package is for somebody else."),
                        new RouterLink("All packages", EvidenceListView.class)));
    }

    private void show(EvidencePackage one) {
        switch (one.state()) {
            case MAKING -> {
                var bar = new ProgressBar();
                bar.setIndeterminate(true);
                bar.getElement().setAttribute("aria-label", "The package is being made");
                var doing = new Paragraph(packages.doing(number).orElse("Nearly done") + ".");
                doing.getElement().setAttribute("role", "status");
                getContent()
                        .add(
                                new PageHead(
                                        "Evidence package " + number + ", being made",
                                        "You may leave this page; the package goes on."),
                                bar,
                                doing);
            }
            case FAILED ->
                getContent()
                        .add(
                                new PageHead(
                                        "Evidence package " + number + ", not made",
                                        one.request().title()),
                                EvidenceListView.alarm(one.message()),
                                new RouterLink("All packages", EvidenceListView.class));
            case MADE -> made(one);
        }
    }

    private void made(EvidencePackage one) {
        try {
            getContent().add(new PackagePage(packages, one), new NoteThread(notes, number));
        } catch (IOException | java.io.UncheckedIOException e) {
            LOG.error("Evidence package {} cannot be read", number, e);
            getContent()
                    .add(
                            new PageHead(
                                    "Evidence package " + number, one.request().title()),
                            EvidenceListView.alarm(
                                    "The archive %s cannot be read in the data folder. What this page would say of it is unknown. Tell your admin to put it back from a backup."
                                            .formatted(one.fileName())));
        }
    }
}
