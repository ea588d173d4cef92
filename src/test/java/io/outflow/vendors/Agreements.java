package io.outflow.vendors;

import io.outflow.vendors.content.Agreement;
import io.outflow.vendors.content.AgreementState;
import io.outflow.vendors.content.AgreementType;
import io.outflow.vendors.content.SccModule;
import io.outflow.vendors.content.YesNo;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Agreements for tests. */
public final class Agreements {

    private Agreements() {}

    public static Agreement inForce(@Nullable String from, @Nullable String until) {
        return dpa(AgreementState.SIGNED, from, until);
    }

    public static Agreement dpa(AgreementState state, @Nullable String from, @Nullable String until) {
        return new Agreement(
                AgreementType.DPA,
                state,
                "",
                "27 July 2026",
                "Commercial terms",
                from == null ? null : ZonedDateTime.parse(from),
                until == null ? null : ZonedDateTime.parse(until),
                null,
                null,
                List.of(),
                "",
                90,
                "",
                48,
                YesNo.UNKNOWN,
                "",
                SccModule.NOT_APPLICABLE,
                List.of(),
                List.of(),
                "");
    }
}
