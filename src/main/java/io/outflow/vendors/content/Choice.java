package io.outflow.vendors.content;

/** A value out of a closed list, with the word that screens show. */
public interface Choice {

    String label();
}
