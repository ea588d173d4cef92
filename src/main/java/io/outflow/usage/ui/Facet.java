package io.outflow.usage.ui;

import io.outflow.classification.Provenance;
import io.outflow.trail.Channel;
import io.outflow.trail.Claude;
import io.outflow.trail.Grade;
import io.outflow.trail.Outcome;
import io.outflow.trail.Proof;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something calls can be filtered by, with its name in an address. Values are texts; those of enums are constant names. */
enum Facet {
    ACCOUNT("account", "Account", null),
    REGION("region", "Region", null),
    CHANNEL("channel", "Channel", Channel.class),
    CLAUDE("claude", "Claude", Claude.class),
    MODEL("model", "Model", null),
    DATA_CLASS("class", "Class", null),
    CALLER("caller", "Caller", null),
    GRADE("grade", "Grade", Grade.class),
    OUTCOME("outcome", "Outcome", Outcome.class),
    PROVENANCE("provenance", "Provenance", Provenance.class),
    PROOF("proof", "Proof", Proof.class),
    HOUR("hour", "Hours", null);

    private static final int LONGEST = 2_000;

    private final String parameter;
    private final String label;
    private final @Nullable Class<? extends Enum<?>> values;

    Facet(String parameter, String label, @Nullable Class<? extends Enum<?>> values) {
        this.parameter = parameter;
        this.label = label;
        this.values = values;
    }

    String parameter() {
        return parameter;
    }

    String label() {
        return label;
    }

    /** A value as it stands in an address: {@code role-only} for ROLE_ONLY, anything else as it is. */
    String written(String value) {
        return values == null ? value : value.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The value an address means; empty for what this facet does not know. */
    Optional<String> read(String written) {
        if (values != null) {
            return Arrays.stream(values.getEnumConstants())
                    .map(Enum::name)
                    .filter(name -> written(name).equals(written))
                    .findFirst();
        }
        if (this == HOUR) {
            return HourOfWeek.parse(written).map(HourOfWeek::written);
        }
        return written.isEmpty() || written.length() > LONGEST ? Optional.empty() : Optional.of(written);
    }
}
