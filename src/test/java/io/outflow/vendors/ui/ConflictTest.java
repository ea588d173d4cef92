package io.outflow.vendors.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.vendors.Basis;
import io.outflow.vendors.Entry;
import io.outflow.vendors.content.Content;
import io.outflow.vendors.content.Statement;
import io.outflow.vendors.content.Vendor;
import io.outflow.vendors.ui.Conflict.Difference;
import io.outflow.vendors.ui.Conflict.Side;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConflictTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Basis CLAIM = Basis.ours("Terms, section 2", null, null);
    private static final Basis CONFIRMED = CLAIM.confirmed("Legal counsel", NOON, null);

    @Test
    void aFieldThatOnlyOneOfTheTwoChangedIsSuggestedAndOneThatBothChangedIsNot() {
        var conflict = conflict(
                new Statement("Indemnity", "none"),
                new Statement("Indemnification", "capped"),
                new Statement("Indemnity", "uncapped"));

        assertThat(conflict.differences())
                .extracting(Difference::name, Difference::suggested)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("field", Side.THEIRS),
                        org.assertj.core.groups.Tuple.tuple("value", null));
    }

    @Test
    void whatBothChangedAlikeIsNoDifference() {
        var same = new Statement("Indemnity", "capped");

        assertThat(conflict(new Statement("Indemnity", "none"), same, same).differences())
                .isEmpty();
    }

    @Test
    void theChosenSidesAreSavedOnTopOfTheirs() {
        var was = Vendor.named("Example");
        var conflict = conflict(was, Vendor.named("Example A"), Vendor.named("Example B"));

        assertThat(conflict.content(Map.of("name", Side.MINE)).heading()).isEqualTo("Example B");
        assertThat(conflict.content(Map.of("name", Side.THEIRS)))
                .isEqualTo(conflict.theirs().content());
        assertThat(conflict.content(Map.of())).isEqualTo(conflict.theirs().content());
    }

    @Test
    void aConfirmationOfTheirsDoesNotCoverWhatIsMine() {
        var was = new Statement("Indemnity", "none");
        var conflict =
                new Conflict(entry(was, CLAIM), entry(was, CONFIRMED), new Statement("Indemnity", "capped"), CLAIM);

        var mixed = conflict.basis(Map.of("value", Side.MINE, Conflict.BASIS, Side.THEIRS));
        var theirs = conflict.basis(Map.of("value", Side.THEIRS, Conflict.BASIS, Side.THEIRS));

        assertThat(mixed.confirmedAt()).isNull();
        assertThat(mixed.source()).isEqualTo("Terms, section 2");
        assertThat(theirs).isEqualTo(CONFIRMED);
    }

    private static Conflict conflict(Content was, Content theirs, Content mine) {
        return new Conflict(entry(was, CLAIM), entry(theirs, CLAIM), mine, CLAIM);
    }

    private static Entry<?> entry(Content content, Basis basis) {
        return new Entry<>(new UUID(0, 1), null, content, basis, 1, NOON, "Somebody");
    }
}
