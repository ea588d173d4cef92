package io.outflow.vendors.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import io.outflow.base.ui.Unsaved;
import io.outflow.vendors.Basis;
import io.outflow.vendors.Draft;
import io.outflow.vendors.Entry;
import io.outflow.vendors.EntryChangedMeanwhile;
import io.outflow.vendors.EntryRefused;
import io.outflow.vendors.Kind;
import io.outflow.vendors.Register;
import io.outflow.vendors.content.Content;
import io.outflow.vendors.content.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Adds or changes one entry. When somebody else saved first, both versions are shown field by field and the choice is saved on
 * top of theirs. It holds back closing while something is not saved.
 */
final class EntryDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final transient Register register;
    private final Unsaved unsaved;
    private final transient Consumer<Entry<?>> onSaved;
    private final transient @Nullable Consumer<Entry<?>> onRemove;
    private final transient Kind kind;
    private final @Nullable UUID owner;
    private transient @Nullable Entry<?> base;
    private EntryForm form;

    private EntryDialog(
            Register register,
            Unsaved unsaved,
            Consumer<Entry<?>> onSaved,
            @Nullable Consumer<Entry<?>> onRemove,
            @Nullable UUID owner,
            @Nullable Entry<?> base,
            Content content,
            Basis basis) {
        this.register = register;
        this.unsaved = unsaved;
        this.onSaved = onSaved;
        this.onRemove = onRemove;
        this.owner = owner;
        this.base = base;
        kind = Kind.of(content);
        form = form(content, basis);
        addClassName("entry-dialog");
        setWidth("min(760px, 100vw)");
        setCloseOnOutsideClick(false);
        addDialogCloseActionListener(e -> unsaved.leave(this::discard));
        showForm();
    }

    /** @param start what the form begins with */
    static EntryDialog adding(
            Register register, Unsaved unsaved, Consumer<Entry<?>> onSaved, @Nullable UUID owner, Content start) {
        var dialog = new EntryDialog(register, unsaved, onSaved, null, owner, null, start, Basis.ours("", null, null));
        dialog.setHeaderTitle("Add: " + Kind.of(start).label().toLowerCase(Locale.ROOT));
        return dialog;
    }

    /** @param onRemove asks why and removes the entry instead */
    static EntryDialog changing(
            Register register,
            Unsaved unsaved,
            Consumer<Entry<?>> onSaved,
            Consumer<Entry<?>> onRemove,
            Entry<?> entry) {
        var dialog = new EntryDialog(
                register, unsaved, onSaved, onRemove, entry.owner(), entry, entry.content(), entry.basis());
        dialog.setHeaderTitle("Edit: " + entry.title());
        return dialog;
    }

    private EntryForm form(Content content, Basis basis) {
        return new EntryForm(
                content, basis, register.now(), owner, base == null ? null : base.id(), () -> unsaved.set(isChanged()));
    }

    private boolean isChanged() {
        return form.isChanged();
    }

    private void showForm() {
        removeAll();
        add(form);
        var save = new Button("Save", e -> save(false));
        save.setTestId("entry-save");
        getFooter().removeAll();
        var removed = base;
        if (removed != null && onRemove != null) {
            var remove = new Button(
                    "Remove",
                    e -> unsaved.leave(() -> {
                        discard();
                        onRemove.accept(removed);
                    }));
            remove.addThemeVariants(ButtonVariant.TERTIARY);
            getFooter().add(remove);
        }
        getFooter().add(new Button("Cancel", e -> unsaved.leave(this::discard)), save);
        var primary = save;
        if (kind.isFact()) {
            primary = new Button("Save and confirm", e -> save(true));
            primary.setTestId("entry-save-confirm");
            getFooter().add(primary);
        }
        primary.addThemeVariants(ButtonVariant.PRIMARY);
        primary.addClickShortcut(Key.ENTER, KeyModifier.CONTROL);
        primary.setTooltipText("Ctrl+Enter");
    }

    private void save(boolean confirm) {
        if (form.isReadable()) {
            attempt(form.content(), form.basis(), form.reason(), form.since(), confirm);
        }
    }

    private void attempt(Content content, Basis basis, String reason, @Nullable Instant since, boolean confirm) {
        try {
            var saved = write(content, basis, reason, since, confirm);
            unsaved.set(false);
            close();
            onSaved.accept(saved);
        } catch (EntryRefused e) {
            form.showProblems(e.problems());
        } catch (EntryChangedMeanwhile e) {
            showConflict(e, content, basis, reason, since, confirm);
        }
    }

    private Entry<?> write(Content content, Basis basis, String reason, @Nullable Instant since, boolean confirm) {
        var was = base;
        if (was == null) {
            var draft = new Draft(owner, content, basis);
            return confirm ? register.addConfirmed(draft, reason, since) : register.add(draft, reason, since);
        }
        if (confirm) {
            return register.changeConfirmed(was.id(), was.version(), content, basis, reason, since);
        }
        return content.equals(was.content()) && basis.equals(was.basis()) && since == null
                ? was
                : register.change(was.id(), was.version(), content, basis, reason, since);
    }

    private void showConflict(
            EntryChangedMeanwhile changed,
            Content mine,
            Basis mineBasis,
            String reason,
            @Nullable Instant since,
            boolean confirm) {
        var was = base;
        if (was == null || changed.current().isEmpty()) {
            form.showProblems(List.of(new Problem("", changed.sentence() + " Copy what you need before you close.")));
            return;
        }
        var theirs = changed.current().orElseThrow();
        var conflict = new Conflict(was, theirs, mine, mineBasis);
        var panel = new ConflictPanel(changed.sentence(), conflict, register.now());
        removeAll();
        add(panel);
        getFooter().removeAll();
        getFooter().add(new Button("Leave theirs as it is", e -> {
            discard();
            onSaved.accept(theirs);
        }));
        if (!panel.isEmpty()) {
            var save = new Button("Save these", e -> panel.chosen().ifPresent(chosen -> {
                base = theirs;
                form = form(conflict.content(chosen), conflict.basis(chosen));
                form.suggestReason(reason);
                showForm();
                attempt(conflict.content(chosen), conflict.basis(chosen), reason, since, confirm);
            }));
            save.addThemeVariants(ButtonVariant.PRIMARY);
            save.setTestId("conflict-save");
            getFooter().add(save);
        }
    }

    private void discard() {
        unsaved.set(false);
        close();
    }
}
