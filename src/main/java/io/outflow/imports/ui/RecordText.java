package io.outflow.imports.ui;

import io.outflow.imports.Imports.Difference;
import io.outflow.imports.Imports.Quarantined;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The parts of a record kept aside that tell who called. They are given only to somebody to whom names are shown; others
 * learn that a field differs, and not from what to what.
 */
final class RecordText {
    static final String HIDDEN = "hidden, may name a person";

    /** Top-level fields of a record that tell nobody's name; what is not listed is taken to name somebody. */
    private static final Set<String> NAMELESS = Set.of(
            "additionalEventData.inferenceRegion",
            "apiVersion",
            "awsRegion",
            "errorCode",
            "eventCategory",
            "eventID",
            "eventName",
            "eventSource",
            "eventTime",
            "eventType",
            "eventVersion",
            "managementEvent",
            "readOnly",
            "recipientAccountId",
            "requestID",
            "requestParameters.modelId",
            "sharedEventID",
            "userAgent",
            "vpcEndpointId");

    private final boolean namesShown;

    RecordText(boolean namesShown) {
        this.namesShown = namesShown;
    }

    List<Difference> differences(Quarantined record) {
        return record.differences().stream()
                .map(d -> namesShown || nameless(d.path()) ? d : new Difference(d.path(), HIDDEN, HIDDEN))
                .toList();
    }

    /** The kept beginning of the record. */
    Optional<String> excerpt(Quarantined record) {
        return namesShown ? Optional.ofNullable(record.record().excerpt()) : Optional.empty();
    }

    /** Whether parts of records are held back that would be shown with names. */
    boolean holdsBack() {
        return !namesShown;
    }

    private static boolean nameless(String path) {
        var plain = path.startsWith("/") ? path.substring(1).replace('/', '.') : path;
        return NAMELESS.contains(plain)
                || plain.startsWith("tlsDetails.")
                || plain.startsWith("requestParameters.guardrail");
    }
}
