package io.outflow.vendors.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.outflow.base.ui.Days;
import io.outflow.base.ui.Toast;
import io.outflow.vendors.Entry;
import io.outflow.vendors.EntryChangedMeanwhile;
import io.outflow.vendors.EntryRefused;
import io.outflow.vendors.Register;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Leads through facts one by one, by keyboard: each is confirmed as read in its source, rejected with a reason, edited, or left. */
final class ConfirmWalk extends Dialog {

    private static final long serialVersionUID = 1L;

    /** The reason of a confirmation when nobody gives another one. */
    static final String READ = "Read in its source and found as stated";

    private final transient Register register;
    private final transient Deque<Entry<?>> left;
    private final transient Function<Entry<?>, LocalDate> nextCheck;
    private final transient Consumer<Entry<?>> edit;
    private final transient Consumer<UUID> reload;
    private final transient LocalDate today;
    private final int total;
    private final Div shown = new Div();
    private final TextField source = new TextField("Read in");
    private final TextField reason = new TextField("Reason");
    private final DatePicker check = Days.optional("Check again by");
    private final Paragraph problem = new Paragraph();
    private @Nullable UUID last;

    ConfirmWalk(
            Register register,
            List<Entry<?>> entries,
            Function<Entry<?>, LocalDate> nextCheck,
            LocalDate today,
            Consumer<Entry<?>> edit,
            Consumer<UUID> reload) {
        this.register = register;
        this.left = new ArrayDeque<>(entries);
        this.nextCheck = nextCheck;
        this.today = today;
        this.edit = edit;
        this.reload = reload;
        total = entries.size();
        setWidth("min(620px, 100vw)");
        addClassName("confirm-walk");
        source.setHelperText("A document with its clause, or an address");
        source.setValueChangeMode(ValueChangeMode.EAGER);
        source.setTestId("walk-source");
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        reason.setHelperText("The history keeps it");
        problem.addClassName("problem");
        problem.getElement().setAttribute("role", "alert");
        shown.getElement().setAttribute("aria-live", "polite");
        var keys = new Paragraph("Enter confirms, Alt+S leaves it for later, Alt+R rejects, Alt+E edits, Esc ends.");
        keys.addClassNames("xs", "q");
        var fields = new Div(source, check, reason);
        fields.addClassName("entry-fields");
        add(shown, problem, fields, keys);
        actions();
        addOpenedChangeListener(e -> {
            if (!e.isOpened() && last != null) {
                reload.accept(last);
            }
        });
        show();
    }

    private void actions() {
        var confirm = new Button("Confirm", e -> confirm());
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.addClickShortcut(Key.ENTER).resetFocusOnActiveElement();
        confirm.setTestId("walk-confirm");
        var skip = new Button("Leave for later", e -> next());
        skip.addClickShortcut(Key.KEY_S, KeyModifier.ALT);
        skip.setTestId("walk-skip");
        var reject = new Button("Reject", e -> reject());
        reject.addClickShortcut(Key.KEY_R, KeyModifier.ALT).resetFocusOnActiveElement();
        reject.setTestId("walk-reject");
        var change = new Button("Edit", e -> {
            var entry = left.element();
            close();
            edit.accept(entry);
        });
        change.addClickShortcut(Key.KEY_E, KeyModifier.ALT);
        getFooter().add(change, reject, skip, confirm);
    }

    private void show() {
        var entry = left.element();
        setHeaderTitle(total == 1 ? "Confirm a fact" : "Fact %d of %d".formatted(total - left.size() + 1, total));
        var words = FactWords.of(
                entry, register.now(), today.atStartOfDay(ZoneOffset.UTC).toInstant());
        var value = new Paragraph(words.value());
        value.addClassNames("md");
        shown.removeAll();
        shown.add(new H3(entry.kind().label() + ": " + words.label()), value);
        words.doubts().forEach(doubt -> shown.add(new Paragraph(doubt + ".")));
        words.details().forEach(detail -> {
            var line = new Paragraph(detail);
            line.addClassNames("s", "q");
            shown.add(line);
        });
        source.setValue(entry.basis().source());
        source.setReadOnly(!entry.basis().source().isEmpty());
        reason.setValue(READ);
        check.setValue(nextCheck.apply(entry));
        clearProblems();
        if (source.isReadOnly()) {
            reason.focus();
        } else {
            source.focus();
        }
    }

    private void confirm() {
        attempt(entry -> register.confirm(
                entry.id(),
                entry.version(),
                source.isReadOnly() ? "" : source.getValue().strip(),
                check.getValue(),
                reason.getValue().strip()));
    }

    private void reject() {
        if (reason.getValue().strip().equals(READ)) {
            reason.clear();
            reason.setErrorMessage("Say what is wrong with it.");
            reason.setInvalid(true);
            reason.focus();
            return;
        }
        attempt(entry ->
                register.reject(entry.id(), entry.version(), reason.getValue().strip()));
    }

    private void attempt(Consumer<Entry<?>> change) {
        clearProblems();
        var entry = left.element();
        try {
            change.accept(entry);
            last = entry.id();
            next();
        } catch (EntryRefused e) {
            var first = e.problems().getFirst();
            var field = first.field().equals("source") ? source : reason;
            field.setErrorMessage(first.sentence());
            field.setInvalid(true);
            field.focus();
        } catch (EntryChangedMeanwhile e) {
            left.remove();
            e.current().ifPresent(left::addFirst);
            if (left.isEmpty()) {
                Toast.failed(e.sentence());
                close();
            } else {
                show();
                problem.setText(e.sentence());
            }
        }
    }

    private void next() {
        left.remove();
        if (left.isEmpty()) {
            close();
        } else {
            show();
        }
    }

    private void clearProblems() {
        problem.setText("");
        source.setInvalid(false);
        reason.setInvalid(false);
    }
}
