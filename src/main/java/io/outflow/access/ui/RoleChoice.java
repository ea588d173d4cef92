package io.outflow.access.ui;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import io.outflow.access.Role;

/** The roles with what each is for. */
class RoleChoice extends CheckboxGroup<Role> {

    private static final long serialVersionUID = 1L;

    RoleChoice() {
        super("Roles");
        setItems(Role.OF_THE_HOUSE.stream().sorted().toList());
        setItemLabelGenerator(RoleChoice::words);
        setTestId("person-roles");
    }

    private static String words(Role role) {
        return role.label()
                + switch (role) {
                    case ADMIN -> ": people, sources, settings, imports";
                    case CISO -> ": imports, rules, approvals, gaps, evidence";
                    case LEGAL -> ": register, gaps, evidence";
                    case AUDITOR -> ": reads everything, exports evidence";
                    case INVITED -> ": sees evidence made for them";
                };
    }
}
