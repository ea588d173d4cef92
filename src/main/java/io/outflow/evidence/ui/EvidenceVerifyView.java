package io.outflow.evidence.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import io.outflow.access.Action;
import io.outflow.access.Requires;
import io.outflow.base.Formats;
import io.outflow.base.ui.Crumb;
import io.outflow.base.ui.Glyph;
import io.outflow.base.ui.HasCrumbs;
import io.outflow.base.ui.Mark;
import io.outflow.base.ui.PageHead;
import io.outflow.evidence.EvidencePackages;
import io.outflow.evidence.Verification;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Takes a package and says in words whether it is as it was made. The archive is removed after the check. */
@Route("evidence/verify")
@PageTitle("Verify a package · Outflow")
@Requires(Action.VERIFY_EVIDENCE)
@StyleSheet("context://evidence.css")
class EvidenceVerifyView extends Composite<Div> implements HasCrumbs {

    private static final long serialVersionUID = 1L;

    private final transient EvidencePackages packages;
    private final transient AtomicReference<@Nullable Object> outcome = new AtomicReference<>();
    private final Upload upload = new Upload((UploadHandler) this::receive);
    private final Div result = new Div();

    EvidenceVerifyView(EvidencePackages packages) {
        this.packages = packages;
        upload.setMaxFiles(1);
        upload.setUploadButton(new Button("Choose a package"));
        upload.setDropLabel(new Span("or drop it here"));
        upload.addAllFinishedListener(event -> finish());
        result.getElement().setAttribute("role", "status");
        result.setTestId("verify-result");
        getContent().addClassName("evidence");
        getContent()
                .add(
                        new PageHead(
                                "Verify a package",
                                "It is checked against the keys of this installation, and not kept. The largest is 2 GiB."),
                        upload,
                        result);
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("Evidence", "evidence"), new Crumb("Verify a package"));
    }

    /** On a request's thread, without the session's lock. */
    private void receive(UploadEvent event) throws IOException {
        try (var bytes = event.getInputStream()) {
            outcome.set(packages.verify(bytes));
        } catch (IOException e) {
            outcome.set(String.valueOf(e.getMessage()));
        }
    }

    private void finish() {
        upload.clearFileList();
        result.removeAll();
        var found = outcome.getAndSet(null);
        if (found instanceof Verification verification) {
            show(verification);
        } else if (found != null) {
            result.add(EvidenceListView.alarm(found.toString()));
        }
    }

    /** Shows what was found. */
    void show(Verification found) {
        var sentence = new Paragraph(found.sentence());
        sentence.addClassName("b");
        var text = new Div(sentence);
        if (found.stampedAt() != null) {
            text.add(new Paragraph("It existed at %s, as the time-stamp authority says."
                    .formatted(Formats.second(found.stampedAt()))));
        }
        var box = new Div((found.verified() ? Glyph.VERIFIED : Glyph.INVALID).icon(), text);
        box.addClassName("verdict");
        box.setClassName("bad", !found.verified());
        var table = new Tables("Checks", List.of("Check", "State", "What was changed"));
        found.checks()
                .forEach(check -> table.row(
                        check.name(),
                        check.passed() ? Tables.good("holds") : new Mark(Glyph.INVALID, "does not hold").asGap(),
                        String.join(" ", check.findings().stream().limit(20).toList())));
        result.add(box, table);
    }
}
