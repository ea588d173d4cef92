package io.outflow.usage.internal;

/** The types of the columns that events are stored in. */
enum SqlType {
    TIME,
    TEXT,
    LONG,
    INT,
    SMALL,
    BYTES
}
