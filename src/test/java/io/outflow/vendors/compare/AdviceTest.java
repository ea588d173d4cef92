package io.outflow.vendors.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.vendors.Agreements;
import io.outflow.vendors.compare.Advice.Need;
import io.outflow.vendors.compare.Advice.Point;
import io.outflow.vendors.compare.Advice.Side;
import io.outflow.vendors.compare.Duty.State;
import io.outflow.vendors.content.Category;
import io.outflow.vendors.content.DataKind;
import io.outflow.vendors.content.Regime;
import io.outflow.vendors.content.RetentionWindow;
import io.outflow.vendors.content.Training;
import io.outflow.vendors.content.TrainingChoice;
import io.outflow.vendors.content.TrainingUse;
import io.outflow.vendors.content.YesNo;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What speaks for and against a product, and which duties the register answers. */
class AdviceTest {

    private static final Need PERSONAL = new Need(5, "Personal", List.of("eu"), Set.of());

    private final Shelf shelf = new Shelf();

    @Test
    void aConsumerPlanIsTheWrongToolForMoreThanPublicData() {
        shelf.product("Anthropic", "Claude Free", Category.CONSUMER_CHAT);

        assertThat(only(PERSONAL).points(Side.AGAINST))
                .contains(new Point(
                        Side.AGAINST,
                        "A consumer plan is the wrong tool for Personal: its terms bind a person, not us."));
        assertThat(only(new Need(1, "Public", List.of(), Set.of())).points(Side.AGAINST))
                .isEmpty();
    }

    @Test
    void aProductWithConfirmedFactsComesBeforeOneWithClaimsBeforeOneWithout() {
        var confirmed = shelf.product("Amazon Web Services", "B", Category.CLOUD_HOSTED_MODEL);
        facts(confirmed, true);
        var claimed = shelf.product("Anthropic", "A", Category.API);
        facts(claimed, false);
        shelf.product("Nobody", "0 nothing recorded", Category.API);

        assertThat(Advice.on(shelf.snapshot(), PERSONAL, Shelf.NOW))
                .extracting(advice -> advice.product().title())
                .containsExactly("B", "A", "0 nothing recorded");
    }

    @Test
    void aClaimNeverSpeaksForAProduct() {
        facts(shelf.product("Anthropic", "A", Category.API), false);

        assertThat(only(PERSONAL).points(Side.FOR))
                .extracting(Point::sentence)
                .noneMatch(sentence -> sentence.contains("DPA") || sentence.contains("training"));
    }

    @Test
    void aSelfHostedModelIsInTheListWithWhatItAsksOfUs() {
        shelf.product("Our house", "Open model", Category.SELF_HOSTED);

        var advice = only(PERSONAL);
        assertThat(advice.points(Side.AGAINST)).isEmpty();
        assertThat(advice.points(Side.UNKNOWN)).hasSize(1);
    }

    @Test
    void aRegionOutsideTheWantedOnesSpeaksAgainst() {
        var product = shelf.product("Amazon Web Services", "B", Category.CLOUD_HOSTED_MODEL);
        shelf.confirmed(product, DataFlowTest.residency(List.of("eu-central-1", "us-east-1"), List.of()));

        assertThat(only(PERSONAL).points(Side.AGAINST)).contains(new Point(Side.AGAINST, "It may run in us-east-1."));
    }

    @Test
    void aDutyIsAnsweredOnlyByAConfirmedFactThatHolds() {
        var lapsed = shelf.product("Anthropic", "Lapsed", Category.API);
        shelf.confirmed(lapsed, Agreements.inForce("2024-01-01T00:00Z", "2025-01-01T00:00Z"));
        var claimed = shelf.product("OpenAI", "Claimed", Category.API);
        shelf.claimed(claimed, Agreements.inForce("2024-01-01T00:00Z", null));
        var signed = shelf.product("Google", "Signed", Category.API);
        shelf.confirmed(signed, Agreements.inForce("2024-01-01T00:00Z", null));

        assertThat(contract(lapsed)).isEqualTo(State.MISSING);
        assertThat(contract(claimed)).isEqualTo(State.CLAIMED);
        assertThat(contract(signed)).isEqualTo(State.ANSWERED);
    }

    @Test
    void everyRegimeHasDuties() {
        for (var regime : Regime.values()) {
            assertThat(Duties.of(regime)).as(regime.label()).hasSizeGreaterThanOrEqualTo(3);
        }
    }

    @Test
    void aMissingDutySpeaksAgainstAndIsNamed() {
        shelf.product("Anthropic", "A", Category.API);

        assertThat(only(new Need(5, "Personal", List.of(), Set.of(Regime.HIPAA)))
                        .points(Side.AGAINST))
                .extracting(Point::sentence)
                .contains("HIPAA: 5 of 5 duties are not answered, the first is 45 CFR 164.504(e).");
    }

    private State contract(UUID product) {
        return Duties.findings(shelf.snapshot(), shelf.find(product), Regime.GDPR, Shelf.NOW)
                .getFirst()
                .state();
    }

    private Advice only(Need need) {
        return Advice.on(shelf.snapshot(), need, Shelf.NOW).getFirst();
    }

    private void facts(UUID product, boolean confirmed) {
        for (var content : List.of(
                Agreements.inForce("2024-01-01T00:00Z", null),
                new Training(TrainingUse.NOT_USED, TrainingChoice.NOT_APPLICABLE, "", null, "", null, null, ""),
                new RetentionWindow(
                        DataKind.PROMPTS_AND_OUTPUTS, "", 0, "", "", "", "", List.of(), YesNo.UNKNOWN, "", ""),
                DataFlowTest.residency(List.of("eu-central-1"), List.of()))) {
            if (confirmed) {
                shelf.confirmed(product, content);
            } else {
                shelf.claimed(product, content);
            }
        }
    }
}
