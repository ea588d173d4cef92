package io.outflow.gaps;

import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.gaps.AgreementBars.Bar;
import io.outflow.vendors.Basis;
import io.outflow.vendors.Entry;
import io.outflow.vendors.Kind;
import io.outflow.vendors.Snapshot;
import io.outflow.vendors.Validity.Sort;
import io.outflow.vendors.content.Agreement;
import io.outflow.vendors.content.AgreementState;
import io.outflow.vendors.content.AgreementType;
import io.outflow.vendors.content.Product;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AgreementBarsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");

    private final Entry<Product> product = new Entry<>(
            UUID.randomUUID(), null, Product.named("Claude"), Basis.ours("", null, null), 1, NOW, "Somebody");

    @Test
    void aLapseBetweenTwoAgreementsIsABarWithItsLength() {
        assertThat(bars(
                        signed("2025-10-01T00:00Z", "2026-10-01T00:00Z"),
                        signed("2026-10-14T09:30Z", "2027-10-13T00:00Z")))
                .extracting(Bar::sort, Bar::text)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Sort.LAPSED, "none before"),
                        org.assertj.core.groups.Tuple.tuple(Sort.IN_FORCE, "in force, to 1 Oct 2026"),
                        org.assertj.core.groups.Tuple.tuple(Sort.LAPSED, "no DPA in force, 13 d 9.5 h"),
                        org.assertj.core.groups.Tuple.tuple(Sort.IN_FORCE, "in force, to 13 Oct 2027"),
                        org.assertj.core.groups.Tuple.tuple(Sort.LAPSED, "none after"));
    }

    @Test
    void anEndThatIsStillToComeIsSeenComing() {
        var last = bars(signed("2026-01-01T00:00Z", "2026-12-04T00:00Z")).getLast();

        assertThat(last).isEqualTo(new Bar(Sort.LAPSED, Instant.parse("2026-12-04T00:00:00Z"), null, "none after"));
    }

    @Test
    void withoutAnyAgreementTheWholeTimeIsWithoutOne() {
        assertThat(bars()).singleElement().satisfies(bar -> assertThat(bar.text())
                .isEqualTo("no DPA with a start recorded"));
    }

    @Test
    void whatWasRejectedDrawsNothing() {
        var rejected =
                entry("2026-01-01T00:00Z", null, Basis.ours("x", null, null).refused("Legal", NOW));

        assertThat(bars(rejected)).extracting(Bar::sort).containsExactly(Sort.LAPSED);
    }

    @SafeVarargs
    private List<Bar> bars(Entry<Agreement>... agreements) {
        var entries = new ArrayList<Entry<?>>(List.of(agreements));
        entries.add(product);
        return AgreementBars.of(new Snapshot(entries), product, AgreementType.DPA, NOW);
    }

    private Entry<Agreement> signed(String from, @Nullable String until) {
        return entry(from, until, Basis.ours("DPA", null, null).confirmed("Legal", NOW, null));
    }

    private Entry<Agreement> entry(String from, @Nullable String until, Basis basis) {
        var content = (Agreement) Kind.AGREEMENT.make(field -> switch (field.name()) {
            case "type" -> AgreementType.DPA;
            case "state" -> AgreementState.SIGNED;
            case "inForceFrom" -> ZonedDateTime.parse(from);
            case "inForceUntil" -> until == null ? null : ZonedDateTime.parse(until);
            default -> null;
        });
        return new Entry<>(UUID.randomUUID(), product.id(), content, basis, 1, NOW, "Somebody");
    }
}
