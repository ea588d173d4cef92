package io.outflow.gaps.internal;

import java.util.Set;

/** The classes of data, by the codes that Outflow ships, that some checks single out. */
final class Sensitive {
    /** GDPR article 9; the class that health data falls in. */
    static final String HEALTH = "SPECIAL_CATEGORY";

    /** What must not be trained on. */
    static final Set<String> CLASSES = Set.of("PERSONAL", "FINANCIAL", HEALTH, "CREDENTIALS");

    private Sensitive() {}
}
