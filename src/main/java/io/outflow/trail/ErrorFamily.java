package io.outflow.trail;

/** Families of error codes; CloudTrail and the API spell the same error differently, so families are matched, not codes. */
public enum ErrorFamily {
    NONE,
    ACCESS_DENIED,
    VALIDATION,
    NOT_FOUND,
    THROTTLED,
    QUOTA,
    TIMEOUT,
    MODEL,
    SERVICE,
    OTHER
}
