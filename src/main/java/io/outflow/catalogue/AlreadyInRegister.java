package io.outflow.catalogue;

import io.outflow.vendors.Entry;

/** What was to be added from the catalogue is in the register already; nothing was added. */
public class AlreadyInRegister extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Entry<?> there;

    AlreadyInRegister(Entry<?> there) {
        super("%s is in the register already. Nothing was added; open what is there.".formatted(there.title()));
        this.there = there;
    }

    /** The product or application that is there. */
    public Entry<?> there() {
        return there;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
