package io.outflow.imports.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.outflow.aws.AwsAccess;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Where the credentials of a source come from, being written. */
final class AccessFields {
    private static final String CHAIN = "What this server has";
    private static final String PROFILE = "A profile on this server";
    private static final String ROLE = "A role to assume";

    private final Select<String> access = new Select<>();
    private final TextField profile = new TextField("Profile");
    private final TextField role = new TextField("Role");
    private final TextField externalId = new TextField("External id");

    AccessFields() {
        access.setLabel("Credentials");
        access.setItems(CHAIN, PROFILE, ROLE);
        access.setHelperText("A key is never stored");
        access.setValue(CHAIN);
        externalId.setHelperText("As the role's trust policy asks for it");
        role.setPlaceholder("arn:aws:iam::111122223333:role/Outflow");
        for (var text : List.of(profile, role, externalId)) {
            text.setValueChangeMode(ValueChangeMode.EAGER);
        }
    }

    /** In the order in which they stand. */
    Collection<Component> all() {
        return List.of(access, profile, role, externalId);
    }

    /** By the names of the settings. */
    Map<String, HasValidation> fields() {
        return Map.of("access", access, "profile", profile, "role", role, "externalId", externalId);
    }

    /** Shows only the fields that the choice has. */
    void show() {
        profile.setVisible(PROFILE.equals(access.getValue()));
        role.setVisible(ROLE.equals(access.getValue()));
        externalId.setVisible(ROLE.equals(access.getValue()));
    }

    void fill(AwsAccess from) {
        switch (from) {
            case AwsAccess.DefaultChain chain -> access.setValue(CHAIN);
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

    /** What is written now. */
    AwsAccess draft() {
        return switch (access.getValue()) {
            case PROFILE -> new AwsAccess.Profile(SourceEditor.text(profile));
            case ROLE -> new AwsAccess.Role(SourceEditor.text(role), SourceEditor.text(externalId));
            default -> new AwsAccess.DefaultChain();
        };
    }
}
