package io.outflow.imports.ui;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.outflow.base.ui.Days;
import io.outflow.imports.SourceKind;
import io.outflow.imports.SourceSettings;
import io.outflow.imports.SourceSettings.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The settings of a source being written. */
final class SourceEditor extends Composite<Div> {
    private final TextField name = new TextField("Name");
    private final Select<SourceKind> kind = new Select<>();
    private final TextField homeRegion = new TextField("Region");
    private final TextField bucket = new TextField("Bucket");
    private final TextField prefix = new TextField("Prefix");
    private final TextField organization = new TextField("Organisation");
    private final TextField accounts = new TextField("Accounts");
    private final TextField regions = new TextField("Regions");
    private final AccessFields access = new AccessFields();
    private final DatePicker firstDay = Days.optional("First day");
    private final IntegerField everyMinutes = new IntegerField("Look every");
    private final IntegerField silentAfterHours = new IntegerField("Silent after");
    private final Paragraph problem = new Paragraph();
    private final Paragraph bounds = new Paragraph();

    /** @param settings as stored; null for a new source */
    SourceEditor(@Nullable SourceSettings settings, Consumer<SourceSettings> onSave, Runnable onChange) {
        kind.setLabel("What is read");
        kind.setItems(SourceKind.values());
        kind.setItemLabelGenerator(SourceKind::label);
        homeRegion.setHelperText("Where the bucket is, and where AWS is asked; such as eu-central-1");
        prefix.setHelperText("What stands before AWSLogs in the bucket; empty for nothing");
        organization.setHelperText("o-... of an organisation's trail; empty for all that is there");
        accounts.setHelperText("Twelve digits each, with blanks between; empty for all");
        firstDay.setHelperText("UTC; empty for all that is there");
        everyMinutes.setSuffixComponent(new Div("min"));
        silentAfterHours.setSuffixComponent(new Div("h"));
        silentAfterHours.setHelperText("Without a new log");
        problem.addClassName("problem");
        problem.getElement().setAttribute("role", "alert");
        bounds.addClassNames("s", "q");
        fill(settings);
        show();
        fields().values().forEach(field -> ((AbstractField<?, ?>) field).addValueChangeListener(e -> {
            show();
            onChange.run();
        }));
        for (var text : List.of(name, bucket, prefix, organization, accounts, regions)) {
            // At each key, so that leaving right after typing still asks.
            text.setValueChangeMode(ValueChangeMode.EAGER);
        }
        // What a source reads cannot change under its history.
        kind.setReadOnly(settings != null);

        var save = new Button("Save source", e -> onSave.accept(draft()));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.setTestId("source-save");
        var grid = new Div(name, kind, homeRegion, bucket, prefix, organization, accounts, regions);
        grid.add(access.all());
        grid.add(firstDay, everyMinutes, silentAfterHours);
        grid.addClassName("source-fields");
        getContent().addClassName("source-editor");
        getContent().add(grid, bounds, problem, save);
    }

    private Map<String, HasValidation> fields() {
        var fields = new HashMap<String, HasValidation>(access.fields());
        fields.putAll(Map.of(
                "name",
                name,
                "kind",
                kind,
                "homeRegion",
                homeRegion,
                "bucket",
                bucket,
                "prefix",
                prefix,
                "organization",
                organization,
                "accounts",
                accounts,
                "regions",
                regions));
        fields.putAll(Map.of("firstDay", firstDay, "everyMinutes", everyMinutes, "silentAfterHours", silentAfterHours));
        return fields;
    }

    /** Shows only the fields that the kind and the credentials have. */
    private void show() {
        var ofBucket = kind.getValue().isBucket();
        bucket.setVisible(ofBucket);
        prefix.setVisible(ofBucket);
        organization.setVisible(kind.getValue() == SourceKind.TRAIL_BUCKET);
        accounts.setVisible(ofBucket);
        regions.setHelperText(
                ofBucket ? "With blanks between; empty for all" : "With blanks between; each is asked by itself");
        access.show();
        bounds.setText(SourceWords.bounds(kind.getValue()));
    }

    void showProblems(List<Problem> problems) {
        var fields = fields();
        fields.values().forEach(field -> field.setInvalid(false));
        problem.setText("");
        problems.forEach(found -> {
            var field = fields.get(found.field());
            if (field == null) {
                problem.setText(found.sentence());
            } else {
                field.setErrorMessage(found.sentence());
                field.setInvalid(true);
            }
        });
    }

    /** What is written now. */
    SourceSettings draft() {
        var ofBucket = kind.getValue().isBucket();
        return new SourceSettings(
                text(name),
                kind.getValue(),
                text(homeRegion),
                ofBucket ? text(bucket) : "",
                ofBucket ? text(prefix) : "",
                kind.getValue() == SourceKind.TRAIL_BUCKET ? text(organization) : "",
                ofBucket ? words(accounts) : List.of(),
                words(regions),
                access.draft(),
                firstDay.getValue(),
                everyMinutes.isEmpty() ? 0 : everyMinutes.getValue(),
                silentAfterHours.isEmpty() ? 0 : silentAfterHours.getValue());
    }

    private void fill(@Nullable SourceSettings from) {
        kind.setValue(from == null ? SourceKind.TRAIL_BUCKET : from.kind());
        everyMinutes.setValue(from == null ? 15 : from.everyMinutes());
        silentAfterHours.setValue(from == null ? 24 : from.silentAfterHours());
        if (from == null) {
            return;
        }
        name.setValue(from.name());
        homeRegion.setValue(from.homeRegion());
        bucket.setValue(from.bucket());
        prefix.setValue(from.prefix());
        organization.setValue(from.organization());
        accounts.setValue(String.join(" ", from.accounts()));
        regions.setValue(String.join(" ", from.regions()));
        firstDay.setValue(from.firstDay());
        access.fill(from.access());
    }

    static String text(TextField field) {
        return field.getValue().strip();
    }

    private static List<String> words(TextField field) {
        var text = text(field);
        return text.isEmpty() ? List.of() : List.of(text.split("[\\s,;]+"));
    }
}
