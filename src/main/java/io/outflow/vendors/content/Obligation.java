package io.outflow.vendors.content;

/**
 * A regime that a product falls under, or does not. Which of its duties the register answers is computed.
 *
 * @param applies whether it applies to our use
 * @param why the reason, for whoever asks later
 */
public record Obligation(
        @Label("Regime") Regime regime,
        @Label("Applies") YesNo applies,
        @Label(value = "Why", lines = true) String why) implements Content {

    public Obligation {
        regime = Texts.or(regime, Regime.GDPR);
        applies = Texts.or(applies, YesNo.UNKNOWN);
        why = Texts.of(why);
    }

    @Override
    public String heading() {
        return regime.label();
    }
}
