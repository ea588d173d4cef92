package io.outflow.evidence.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import io.outflow.access.Action;
import io.outflow.access.CurrentPerson;
import io.outflow.access.Requires;
import io.outflow.base.Formats;
import io.outflow.base.ui.Crumb;
import io.outflow.base.ui.Glyph;
import io.outflow.base.ui.HasCrumbs;
import io.outflow.base.ui.Mark;
import io.outflow.base.ui.PageHead;
import io.outflow.base.ui.ReasonDialog;
import io.outflow.evidence.Bag;
import io.outflow.evidence.EvidenceKeys;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The keys that sign packages: readers take certificate and script from here, never from a package. */
@Route("evidence/keys")
@PageTitle("Evidence keys · Outflow")
@Menu(title = "Evidence keys", order = 155)
@Requires(Action.VERIFY_EVIDENCE)
@StyleSheet("context://evidence.css")
class EvidenceKeysView extends Composite<Div> implements HasCrumbs {

    private static final long serialVersionUID = 1L;

    private final transient EvidenceKeys keys;
    private final Div list = new Div();

    EvidenceKeysView(EvidenceKeys keys, CurrentPerson person) {
        this.keys = keys;
        var script =
                new Anchor(DownloadHandler.forClassResource(Bag.class, "verify.sh", "verify.sh"), "Download verify.sh");
        script.addClassNames("btn", "quiet");
        var head = new PageHead(
                "Evidence keys",
                "Give a reader the certificate and its fingerprint on another way than the package.",
                script);
        getContent().addClassName("evidence");
        getContent().add(head, list);
        if (person.may(Action.ADMINISTER)) {
            getContent().add(new Button("Make a new key", click -> ask()));
        }
        getContent()
                .add(new Paragraph(
                        keys.authority().isEmpty()
                                ? "No time-stamp authority is set, so packages carry no outside time. An admin sets one by OUTFLOW_TSA_URL."
                                : "Packages are stamped by %s.".formatted(keys.authority())));
        show();
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("Evidence", "evidence"), new Crumb("Evidence keys"));
    }

    private void ask() {
        new ReasonDialog(
                        "Make a new key?",
                        "It signs from now on. Packages signed before stay provable with the older certificate.",
                        "Make it",
                        reason -> {
                            try {
                                keys.rotate(reason);
                            } catch (IllegalStateException e) {
                                return Optional.of(String.valueOf(e.getMessage()));
                            }
                            show();
                            return Optional.empty();
                        })
                .open();
    }

    private void show() {
        list.removeAll();
        keys.trouble().ifPresent(words -> list.add(new Paragraph("Nothing can be signed now. " + words)));
        var table =
                new Tables("Evidence keys", List.of("Fingerprint (SHA-256)", "Since", "Lies", "State", "Certificate"));
        for (var key : keys.list()) {
            var name = "outflow-signer-%s.pem"
                    .formatted(
                            key.fingerprint().replace(":", "").substring(0, 8).toLowerCase(java.util.Locale.ROOT));
            var link = new Anchor(
                    (DownloadHandler) event -> {
                        event.setFileName(name);
                        event.setContentType("application/x-pem-file");
                        event.getOutputStream().write(key.pem().getBytes(StandardCharsets.US_ASCII));
                    },
                    name);
            table.row(
                    Tables.mono(key.fingerprint()),
                    Formats.minute(key.since()),
                    key.place(),
                    key.signing() ? Tables.good("signs") : new Mark(Glyph.STALE, "retired"),
                    link);
        }
        list.add(table);
    }
}
