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
import io.outflow.aws.AwsAccess;
import io.outflow.imports.SourceKind;
import io.outflow.imports.SourceSettings;
import io.outflow.imports.SourceSettings.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The settings of a source being written. */
final class SourceEditor extends Composite<Div> {
    private static final String CHAIN = "What this server has";
    private static final String PROFILE = "A profile on this server";
    private static final String ROLE = "A role to assume";

    private final TextField name = new TextField("Name");
    private final Select<SourceKind> kind = new Select<>();
    private final TextField homeRegion = new TextField("Region");
    private final TextField bucket = new TextField("Bucket");
    private final TextField prefix = new TextField("Prefix");
    private final TextField organization = new TextField("Organisation");
    private final TextField accounts = new TextField("Accounts");
    private final TextField regions = new TextField("Regions");
    private final Select<String> access = new Select<>();
    private final TextField profile = new TextField("Profile");
    private final TextField role = new TextField("Role");
    private final TextField externalId = new TextField("External id");
    private final DatePicker firstDay = new DatePicker("First day");
    private final IntegerField everyMinutes = new IntegerField("Look every");
    private final IntegerField silentAfterHours = new IntegerField("Silent after");
    private final Paragraph problem = new Paragraph();
    private final Paragraph bounds = new Paragraph();

    /** @param settings as stored; null for a new source */
    SourceEditor(@Nullable SourceSettings settings, Consumer<SourceSettings> onSave, Runnable onChange) {
        kind.setLabel("What is read");
        kind.setItems(SourceKind.values());
        kind.setItemLabelGenerator(SourceKind::label);
        access.setLabel("Credentials");
        access.setItems(CHAIN, PROFILE, ROLE);
        access.setHelperText("A key is never stored");
        homeRegion.setHelperText("Where the bucket is, and where AWS is asked; such as eu-central-1");
        prefix.setHelperText("What stands before AWSLogs in the bucket; empty for nothing");
        organization.setHelperText("o-... of an organisation's trail; empty for all that is there");
        accounts.setHelperText("Twelve digits each, with blanks between; empty for all");
        externalId.setHelperText("As the role's trust policy asks for it");
        role.setPlaceholder("arn:aws:iam::111122223333:role/Outflow");
        firstDay.setHelperText("UTC; empty for all that is there");
        firstDay.setClearButtonVisible(true);
        firstDay.setLocale(Locale.UK);
        firstDay.setI18n(
                new DatePicker.DatePickerI18n().setDateFormat("d MMM yyyy").setFirstDayOfWeek(1));
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
        for (var text : List.of(name, bucket, prefix, organization, accounts, regions, profile, role, externalId)) {
            // At each key, so that leaving right after typing still asks.
            text.setValueChangeMode(ValueChangeMode.EAGER);
        }
        // What a source reads cannot change under its history.
        kind.setReadOnly(settings != null);

        var save = new Button("Save source", e -> onSave.accept(draft()));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.setTestId("source-save");
        var grid = new Div(
                name,
                kind,
                homeRegion,
                bucket,
                prefix,
                organization,
                accounts,
                regions,
                access,
                profile,
                role,
                externalId,
                firstDay,
                everyMinutes,
                silentAfterHours);
        grid.addClassName("source-fields");
        getContent().addClassName("source-editor");
        getContent().add(grid, bounds, problem, save);
    }

    private Map<String, HasValidation> fields() {
        return Map.ofEntries(
                Map.entry("name", name),
                Map.entry("kind", kind),
                Map.entry("homeRegion", homeRegion),
                Map.entry("bucket", bucket),
                Map.entry("prefix", prefix),
                Map.entry("organization", organization),
                Map.entry("accounts", accounts),
                Map.entry("regions", regions),
                Map.entry("access", access),
                Map.entry("profile", profile),
                Map.entry("role", role),
                Map.entry("externalId", externalId),
                Map.entry("firstDay", firstDay),
                Map.entry("everyMinutes", everyMinutes),
                Map.entry("silentAfterHours", silentAfterHours));
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
        profile.setVisible(PROFILE.equals(access.getValue()));
        role.setVisible(ROLE.equals(access.getValue()));
        externalId.setVisible(ROLE.equals(access.getValue()));
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
                switch (access.getValue()) {
                    case PROFILE -> new AwsAccess.Profile(text(profile));
                    case ROLE -> new AwsAccess.Role(text(role), text(externalId));
                    default -> new AwsAccess.DefaultChain();
                },
                firstDay.getValue(),
                everyMinutes.isEmpty() ? 0 : everyMinutes.getValue(),
                silentAfterHours.isEmpty() ? 0 : silentAfterHours.getValue());
    }

    private void fill(@Nullable SourceSettings from) {
        kind.setValue(from == null ? SourceKind.TRAIL_BUCKET : from.kind());
        access.setValue(CHAIN);
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
        switch (from.access()) {
            case AwsAccess.DefaultChain chain -> {}
            case AwsAccess.Profile(String named) -> {
                access.setValue(PROFILE);
                profile.setValue(named);
            }
            case AwsAccess.Role(String arn, String external) -> {
                access.setValue(ROLE);
                role.setValue(arn);
                externalId.setValue(external);
            }
        }
    }

    private static String text(TextField field) {
        return field.getValue().strip();
    }

    private static List<String> words(TextField field) {
        var text = text(field);
        return text.isEmpty() ? List.of() : List.of(text.split("[\\s,;]+"));
    }
}
