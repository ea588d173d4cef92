package io.outflow.access;

/** Where this module writes down sign-ins, changes of people and looks at names; the change log keeps it. */
public interface Journal {

    /** Writes an entry in the caller's transaction: if it cannot be written, the change does not happen. */
    void append(String actor, String action, String object, String text);
}
