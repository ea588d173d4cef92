package io.outflow.trail;

/** What a record tells of a guardrail. */
public enum Guardrail {
    /** The record says nothing of it. */
    NOT_EVIDENCED,
    /** A guardrail was named in the request. */
    APPLIED,
    /** A guardrail stopped or changed the answer. */
    INTERVENED
}
