package io.outflow.vendors.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.outflow.access.Action;
import io.outflow.access.CurrentPerson;
import io.outflow.base.Formats;
import io.outflow.base.ui.ReasonDialog;
import io.outflow.base.ui.SectionHead;
import io.outflow.base.ui.Toast;
import io.outflow.vendors.Documents;
import io.outflow.vendors.Entry;
import io.outflow.vendors.EntryChangedMeanwhile;
import io.outflow.vendors.EntryRefused;
import io.outflow.vendors.Register;
import io.outflow.vendors.Snapshot;
import io.outflow.vendors.content.Attachment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The documents of a vendor, a product or an agreement: each with its versions, to be looked at, taken away, replaced by a
 * newer version or removed with a reason, and a place to drop new ones. Call {@link #show} with the snapshot of the page.
 */
@StyleSheet("context://register-due.css")
class DocumentSection extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private final transient Documents documents;
    private final transient Register register;
    private final transient CurrentPerson person;
    private final UUID owner;
    private final transient Runnable changed;
    private final SectionHead head = new SectionHead("Documents", "");
    private final UnorderedList list = new UnorderedList();
    private final DocumentUpload upload;
    private transient Snapshot snapshot = new Snapshot(List.of());

    /** @param changed what to do after a change: the page reads the register again and calls {@link #show} */
    DocumentSection(Documents documents, Register register, CurrentPerson person, UUID owner, Runnable changed) {
        this.documents = documents;
        this.register = register;
        this.person = person;
        this.owner = owner;
        this.changed = changed;
        upload = new DocumentUpload(
                documents, "Drop documents here, up to 100 MiB each", file -> ask(file, Optional.empty()));
        upload.setTestId("document-upload");
        list.addClassName("documents");
        getContent().addClassNames("sec", "document-section");
        getContent().add(head, list, upload);
    }

    /**
     * Shows the documents of a snapshot.
     *
     * @param past whether it is one of the past, where nothing can be changed
     */
    void show(Snapshot shown, boolean past) {
        snapshot = shown;
        var all = shown.of(owner, Attachment.class);
        var newest = all.stream()
                .filter(entry -> all.stream()
                        .noneMatch(other -> entry.id().equals(other.content().replaces())))
                .toList();
        var mayChange = !past && person.may(Action.REGISTER);
        head.setNote(all.isEmpty() ? "" : Formats.count(newest.size(), "document", "documents"));
        list.removeAll();
        newest.forEach(entry -> list.add(item(entry, all, mayChange)));
        list.setVisible(!newest.isEmpty());
        upload.setVisible(mayChange);
        getContent().getChildren().filter(Paragraph.class::isInstance).toList().forEach(Component::removeFromParent);
        if (all.isEmpty()) {
            getContent().addComponentAtIndex(1, new Paragraph("No document is attached."));
        }
    }

    private ListItem item(Entry<Attachment> newest, List<Entry<Attachment>> all, boolean mayChange) {
        var versions = versions(newest, all);
        var item = new ListItem(new DocumentLine(documents, snapshot, newest, versions.size()));
        if (mayChange) {
            item.add(changes(newest));
        }
        if (versions.size() > 1) {
            var older = new Div();
            older.addClassName("older");
            for (var i = 1; i < versions.size(); i++) {
                older.add(new DocumentLine(documents, snapshot, versions.get(i), versions.size() - i));
            }
            item.add(older);
        }
        return item;
    }

    /** A document and what it replaced, newest first. */
    static List<Entry<Attachment>> versions(Entry<Attachment> newest, List<Entry<Attachment>> all) {
        var chain = new ArrayList<Entry<Attachment>>();
        Optional<Entry<Attachment>> at = Optional.of(newest);
        while (at.isPresent() && !chain.contains(at.get())) {
            var older = at.get().content().replaces();
            chain.add(at.get());
            at = all.stream().filter(entry -> entry.id().equals(older)).findFirst();
        }
        return chain;
    }

    private Component changes(Entry<Attachment> newest) {
        var row = new Div();
        row.addClassName("document-changes");
        var newer = new LinkButton("Add a newer version", () -> openUpload(newest));
        newer.setTestId("document-newer");
        var remove = new LinkButton("Remove", () -> remove(newest));
        remove.setTestId("document-remove");
        row.add(newer, new Span(" · "), remove);
        return row;
    }

    private void openUpload(Entry<Attachment> older) {
        new NewerVersionDialog(documents, older, file -> ask(file, Optional.of(older))).open();
    }

    /** Asks for title and reason, then puts a stored file on the object. */
    void ask(Attachment file, Optional<Entry<Attachment>> older) {
        var title = older.map(Entry::title).orElse("");
        new DocumentDialog(
                        file,
                        title,
                        (words, reason) -> {
                            var named = file.titled(words);
                            return attempt(
                                    () -> documents.add(
                                            owner,
                                            older.map(entry -> named.replacing(entry.id()))
                                                    .orElse(named),
                                            reason),
                                    "%s is attached.".formatted(named.heading()));
                        },
                        () -> documents.giveUp(file))
                .open();
    }

    private void remove(Entry<Attachment> entry) {
        new ReasonDialog(
                        "Remove %s?".formatted(entry.title()),
                        "It disappears from the register as it stands. The history keeps it, and its earlier versions stay.",
                        "Remove",
                        reason -> attempt(
                                () -> register.remove(entry.id(), entry.version(), reason),
                                "%s is removed.".formatted(entry.title())))
                .open();
    }

    /** Makes a change; gives the sentence when it was refused. */
    private Optional<String> attempt(Runnable change, String done) {
        try {
            change.run();
        } catch (EntryRefused e) {
            return Optional.of(e.sentence());
        } catch (EntryChangedMeanwhile e) {
            return Optional.of(e.sentence());
        }
        Toast.done(done);
        changed.run();
        return Optional.empty();
    }
}
