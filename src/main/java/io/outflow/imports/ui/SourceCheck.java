package io.outflow.imports.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.outflow.base.ui.Glyph;
import io.outflow.base.ui.Mark;
import io.outflow.base.ui.SectionHead;
import io.outflow.base.ui.Toast;
import io.outflow.imports.SourceRefused;
import io.outflow.imports.SourceSettings;
import io.outflow.imports.SourceTest;
import io.outflow.imports.Sources;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries to reach a source as it is written now, and shows what AWS must be told for it. */
final class SourceCheck extends Composite<Section> {
    private static final Logger LOG = LoggerFactory.getLogger(SourceCheck.class);

    private static final String BROKE_OFF = "The test broke off; that is a fault of Outflow, and its log says more.";

    private final Sources sources;
    private final Supplier<SourceSettings> settings;
    private final Consumer<SourceRefused> onRefused;
    private final Button test = new Button("Test this connection", e -> test());
    private final UnorderedList findings = new UnorderedList();
    private final Div policies = new Div();

    SourceCheck(Sources sources, Supplier<SourceSettings> settings, Consumer<SourceRefused> onRefused) {
        this.sources = sources;
        this.settings = settings;
        this.onRefused = onRefused;
        test.setTestId("source-test");
        findings.addClassName("findings");
        var told = new Div(findings);
        told.getElement().setAttribute("role", "status");
        policies.addClassName("policies");
        getContent().addClassName("sec");
        getContent().add(new SectionHead("Connection", "Nothing is stored or imported.", test), told, policies);
    }

    /** The settings changed: earlier findings tell of others. */
    void refresh() {
        findings.removeAll();
        policies.removeAll();
        var now = settings.get();
        if (now.problems().isEmpty()) {
            var policy = sources.policy(now);
            add("What the identity that reads must be allowed", policy.permissions());
            var trust = policy.trust();
            if (trust != null) {
                add("What the role must trust; put in the account that Outflow runs in", trust);
            }
        }
    }

    private void add(String title, String json) {
        var copy = new Button("Copy", Glyph.COPY.icon(), e -> {
            e.getSource().getElement().executeJs("navigator.clipboard?.writeText($0)", json);
            Toast.done("Copied.");
        });
        copy.setAriaLabel("Copy: " + title);
        var head = new Div(new Span(title), copy);
        head.addClassName("policy-head");
        var text = new Pre(json);
        text.addClassName("rec");
        text.getElement().setAttribute("tabindex", "0");
        policies.add(head, text);
    }

    private void test() {
        var now = settings.get();
        var ui = UI.getCurrent();
        findings.removeAll();
        findings.add(new ListItem("Asking AWS ..."));
        test.setEnabled(false);
        // AWS may take a while to answer, and the page does not wait.
        try {
            var unused = sources.test(now)
                    .whenComplete((result, failure) -> tell(ui, () -> {
                        if (result == null) {
                            LOG.error("A connection could not be tested.", failure);
                            findings.removeAll();
                            findings.add(new ListItem(BROKE_OFF));
                        } else {
                            show(result);
                        }
                    }));
        } catch (SourceRefused e) {
            findings.removeAll();
            test.setEnabled(true);
            onRefused.accept(e);
        }
    }

    private void tell(UI ui, Runnable words) {
        try {
            ui.access(() -> {
                test.setEnabled(true);
                words.run();
            });
        } catch (UIDetachedException e) {
            LOG.debug("The page is gone.", e);
        }
    }

    private void show(SourceTest result) {
        findings.removeAll();
        result.findings().forEach(finding -> {
            var mark =
                    finding.good() ? new Mark(Glyph.CONFIRMED, "works") : new Mark(Glyph.ABSENT, "missing").asWatch();
            findings.add(new ListItem(mark, new Span(finding.sentence())));
        });
    }
}
