package io.outflow.evidence.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datepicker.DatePicker.DatePickerI18n;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.outflow.access.Names;
import io.outflow.base.Formats;
import io.outflow.base.ui.SectionHead;
import io.outflow.evidence.Framework;
import io.outflow.evidence.PackageRequest;
import io.outflow.usage.Usage;
import io.outflow.vendors.Entry;
import io.outflow.vendors.Register;
import io.outflow.vendors.content.Product;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The fields of each step, and each step in a few words. */
final class Steps {

    private static final String NOW = "As it is known when the package is made";
    private static final String THEN = "As it then read, at a moment in the past";
    private static final String MASKED = "By stable pseudonyms";
    private static final String NAMED = "By name";

    private final Register register;
    private final Usage usage;
    private final Names names;
    private final FrameworkStep frameworks;
    private final Clock clock;
    private final Runnable changed;

    Steps(Register register, Usage usage, Names names, Clock clock, Runnable changed) {
        this.register = register;
        this.usage = usage;
        this.names = names;
        this.frameworks = new FrameworkStep(changed);
        this.clock = clock;
        this.changed = changed;
    }

    Component of(Draft draft) {
        return switch (draft.step) {
            case 1 -> scope(draft);
            case 2 -> period(draft);
            case 3 -> frameworks.of(draft);
            default -> privacy(draft);
        };
    }

    /** A step as it was answered. */
    String summary(Draft draft, int step) {
        return switch (step) {
            case 1 ->
                (draft.products.isEmpty()
                                ? "the whole register"
                                : Formats.count(draft.products.size(), "product", "products"))
                        + ", "
                        + (draft.accounts.isEmpty()
                                ? "all accounts"
                                : Formats.count(draft.accounts.size(), "account", "accounts"));
            case 2 ->
                Formats.period(draft.from, draft.to.isBefore(draft.from) ? draft.from : draft.to)
                        + (draft.asOf == null ? ", as known now" : ", as known " + Formats.minute(draft.asOf));
            case 3 ->
                draft.frameworks.isEmpty()
                        ? "which controls the files answer"
                        : draft.frameworks.stream().map(Framework::label).collect(Collectors.joining(", "));
            default -> draft.named ? "callers named, with a reason" : "pseudonyms unless you give a reason";
        };
    }

    private Component scope(Draft draft) {
        var title = new TextField("What the package is for");
        title.setRequiredIndicatorVisible(true);
        title.setMaxLength(PackageRequest.LONGEST_TITLE);
        title.setValue(draft.title);
        title.setTestId("evidence-title");
        title.setValueChangeMode(ValueChangeMode.LAZY);
        title.addValueChangeListener(event -> change(() -> draft.title = event.getValue()));
        var recipient = new TextField("Who gets it");
        recipient.setHelperText("Printed in the report. An auditor of this name may open the package here.");
        recipient.setMaxLength(PackageRequest.LONGEST_TITLE);
        recipient.setValue(draft.recipient);
        recipient.setTestId("evidence-recipient");
        recipient.setValueChangeMode(ValueChangeMode.LAZY);
        recipient.addValueChangeListener(event -> change(() -> draft.recipient = event.getValue()));
        var snapshot = register.now();
        var products = new MultiSelectComboBox<Entry<Product>>("Products");
        products.setHelperText("Empty means the whole register");
        products.setItems(snapshot.products());
        products.setItemLabelGenerator(product ->
                snapshot.vendorOf(product).map(vendor -> vendor.title() + ": ").orElse("") + product.title());
        products.setValue(snapshot.products().stream()
                .filter(product -> draft.products.contains(product.id()))
                .collect(Collectors.toSet()));
        products.setTestId("evidence-products");
        products.addValueChangeListener(event -> change(() -> {
            draft.products.clear();
            event.getValue().forEach(product -> draft.products.add(product.id()));
        }));
        var accounts = new MultiSelectComboBox<String>("AWS accounts");
        accounts.setHelperText("Empty means all");
        accounts.setItems(usage.evidenced()
                .map(span -> usage.coverage(span.from(), span.to()).accounts().stream()
                        .toList())
                .orElse(List.of()));
        accounts.setValue(draft.accounts);
        accounts.addValueChangeListener(event -> change(() -> {
            draft.accounts.clear();
            draft.accounts.addAll(event.getValue());
        }));
        return section("What is it about?", "", title, recipient, products, accounts);
    }

    private Component period(Draft draft) {
        var from = picker("From");
        from.setValue(draft.from);
        from.addValueChangeListener(event -> day(event.getValue(), value -> draft.from = value));
        from.setTestId("evidence-from");
        var to = picker("To");
        to.setHelperText("This day belongs to it. Days are in UTC.");
        to.setValue(draft.to);
        to.addValueChangeListener(event -> day(event.getValue(), value -> draft.to = value));
        to.setTestId("evidence-to");
        var asOf = new RadioButtonGroup<String>("The register");
        asOf.setItems(NOW, THEN);
        asOf.setValue(draft.asOf == null ? NOW : THEN);
        var moment = new DateTimePicker("At, in UTC");
        moment.setLocale(Locale.UK);
        moment.setDatePickerI18n(dates());
        moment.setVisible(draft.asOf != null);
        moment.setValue(draft.asOf == null ? null : LocalDateTime.ofInstant(draft.asOf, ZoneOffset.UTC));
        asOf.addValueChangeListener(event -> change(() -> {
            var then = THEN.equals(event.getValue());
            moment.setVisible(then);
            draft.asOf = then ? clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MINUTES) : null;
            moment.setValue(draft.asOf == null ? null : LocalDateTime.ofInstant(draft.asOf, ZoneOffset.UTC));
        }));
        moment.addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null) {
                change(() -> draft.asOf = event.getValue().toInstant(ZoneOffset.UTC));
            }
        });
        return section("Which days, and as known when?", "", from, to, asOf, moment);
    }

    private Component privacy(Draft draft) {
        var choice = new RadioButtonGroup<String>("People who called models are shown");
        choice.setItems(MASKED, NAMED);
        choice.setValue(draft.named ? NAMED : MASKED);
        choice.setTestId("evidence-named");
        var may = names.mayReveal();
        choice.setItemEnabledProvider(item -> may || item.equals(MASKED));
        choice.setHelperText(
                may
                        ? "With names the change log keeps who asked for them and why, and the report prints the reason."
                        : "Your role sees no names, so the package shows none.");
        var reason = new TextArea("Reason");
        reason.setRequiredIndicatorVisible(true);
        reason.setMaxLength(300);
        reason.setVisible(draft.named);
        reason.setValue(draft.reason);
        reason.setTestId("evidence-reason");
        reason.addValueChangeListener(event -> change(() -> draft.reason = event.getValue()));
        choice.addValueChangeListener(event -> change(() -> {
            draft.named = NAMED.equals(event.getValue());
            reason.setVisible(draft.named);
        }));
        return section(
                "Whom does it name?",
                "Prompts and answers are never in a package: Outflow does not store them.",
                choice,
                reason);
    }

    private void day(@org.jspecify.annotations.Nullable LocalDate value, java.util.function.Consumer<LocalDate> taker) {
        if (value != null) {
            change(() -> taker.accept(value));
        }
    }

    private static DatePicker picker(String label) {
        var picker = new DatePicker(label);
        picker.setLocale(Locale.UK);
        picker.setI18n(dates());
        return picker;
    }

    private static DatePickerI18n dates() {
        return new DatePickerI18n().setDateFormat("d MMM yyyy").setFirstDayOfWeek(1);
    }

    private void change(Runnable change) {
        change.run();
        changed.run();
    }

    private static Component section(String title, String note, Component... fields) {
        var stack = new Div(fields);
        stack.addClassNames("stack", "fields");
        return new Div(new SectionHead(title, note), stack);
    }
}
