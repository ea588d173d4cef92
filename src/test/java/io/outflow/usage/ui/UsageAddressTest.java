package io.outflow.usage.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import io.outflow.classification.Provenance;
import io.outflow.trail.Channel;
import io.outflow.trail.Claude;
import io.outflow.trail.Grade;
import io.outflow.trail.Outcome;
import io.outflow.trail.Proof;
import io.outflow.usage.Usage.CallId;
import io.outflow.usage.UsageAddress;
import io.outflow.usage.UsageFilter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What other screens link to is what the usage screens read. */
class UsageAddressTest {
    private static final Period USUAL = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 3, 31));

    @Test
    void aLinkFromAnotherScreenOpensExactlyItsFilter() {
        var filter = new UsageFilter(
                Instant.parse("2026-10-01T00:00:04.118Z"),
                Instant.parse("2026-10-14T09:29:51.903Z"),
                Set.of("111122223333"),
                Set.of("eu-central-1"),
                Set.of(Channel.BEDROCK_RUNTIME),
                Set.of(Claude.YES),
                Set.of("Claude Sonnet 4.5", "odd&model=x"),
                Set.of("PERSONAL", "UNKNOWN"),
                Set.of("arn:aws:sts::111122223333:assumed-role/a b/c+d%"),
                Set.of(Grade.ROLE_ONLY, Grade.SHARED_KEY),
                Set.of(Outcome.DENIED),
                Set.of(Provenance.DECLARED),
                Set.of(),
                Set.of(Proof.NO_DIGEST));

        assertThat(read(UsageAddress.calls(filter))).isEqualTo(filter);
    }

    @Test
    void wholeDaysAreWrittenAsDays() {
        var filter = UsageFilter.period(Instant.parse("2026-10-01T00:00:00Z"), Instant.parse("2026-10-15T00:00:00Z"));

        assertThat(UsageAddress.usage(filter)).isEqualTo("usage?from=2026-10-01&to=2026-10-14");
        assertThat(read(UsageAddress.usage(filter))).isEqualTo(filter);
    }

    @Test
    void aStretchThatEndsBeforeItBeginsIsAsIfItWereNotThere() {
        var query = QueryParameters.fromString("from=2026-10-02T00:00:00Z&to=2026-10-01T00:00:00Z");

        assertThat(SelectionAddress.read(query).period()).isNull();
    }

    @Test
    void aCallIsFoundUnderItsAddress() {
        var id = new CallId(Instant.parse("2026-10-01T00:00:04.118251Z"), "111122223333", "a/b\nc");

        assertThat(CallAddress.read(UsageAddress.call(id).substring("usage/call/".length())))
                .contains(id);
    }

    private static UsageFilter read(String address) {
        var query = address.substring(address.indexOf('?') + 1);
        return SelectionAddress.read(QueryParameters.fromString(query)).filter(USUAL);
    }
}
