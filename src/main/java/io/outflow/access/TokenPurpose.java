package io.outflow.access;

/** What a token opens, and nothing else. */
public enum TokenPurpose {
    /** The API, with all that its person may do. */
    API,
    /** Reading calendars by their address, which calendar programs keep and show to others. */
    CALENDAR,
    /** Choosing a first password, once. */
    SET_UP
}
