package io.outflow.vendors.content;

/** The module of the standard contractual clauses. */
public enum SccModule implements Choice {
    NOT_APPLICABLE("Not applicable"),
    MODULE_1("Module 1, controller to controller"),
    MODULE_2("Module 2, controller to processor"),
    MODULE_3("Module 3, processor to processor"),
    MODULE_4("Module 4, processor to controller");

    private final String label;

    SccModule(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
