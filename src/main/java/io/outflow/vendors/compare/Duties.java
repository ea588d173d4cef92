package io.outflow.vendors.compare;

import io.outflow.vendors.Entry;
import io.outflow.vendors.Snapshot;
import io.outflow.vendors.compare.Duty.Finding;
import io.outflow.vendors.compare.Duty.State;
import io.outflow.vendors.content.Agreement;
import io.outflow.vendors.content.AgreementType;
import io.outflow.vendors.content.Certification;
import io.outflow.vendors.content.Content;
import io.outflow.vendors.content.ControlState;
import io.outflow.vendors.content.ControlType;
import io.outflow.vendors.content.Incident;
import io.outflow.vendors.content.Product;
import io.outflow.vendors.content.Regime;
import io.outflow.vendors.content.Review;
import io.outflow.vendors.content.Scheme;
import io.outflow.vendors.content.Standing;
import io.outflow.vendors.content.SubProcessor;
import io.outflow.vendors.content.YesNo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The duties of each regime that register facts can answer, and what answers them for a product. This is a reading aid and no
 * legal advice: a regime asks for more than a register holds.
 */
public final class Duties {

    private record Rule(Duty duty, Function<ProductFacts, Found> look) {}

    /** What was looked for: its words, and whether somebody confirmed it; no words when nothing is there. */
    private record Found(String words, boolean confirmed) {
        static final Found NOTHING = new Found("", false);
    }

    private static final List<Rule> RULES = List.of(
            rule(Regime.GDPR, "Art. 28(3)", "A contract binds the processor.", in(AgreementType.DPA)),
            rule(Regime.GDPR, "Art. 28(2)", "Sub-processors are known and can be objected to.", Duties::subProcessors),
            rule(Regime.GDPR, "Art. 28(3)(g)", "Data is deleted or returned at the end.", Duties::deletion),
            rule(Regime.GDPR, "Art. 30", "The purpose of the processing is recorded.", Duties::purpose),
            rule(Regime.GDPR, "Art. 32", "Security is appropriate and shown.", Duties::certificate),
            rule(Regime.GDPR, "Art. 33(2)", "The processor tells of a breach without delay.", Duties::breach),
            rule(Regime.GDPR, "Art. 44 to 49", "Transfers to third countries have a ground.", Duties::transfer),
            rule(Regime.GDPR, "Art. 5(1)(e)", "Storage is limited in time.", Duties::retention),
            rule(
                    Regime.HIPAA,
                    "45 CFR 164.504(e)",
                    "A business associate agreement is in force.",
                    in(AgreementType.BAA)),
            rule(Regime.HIPAA, "45 CFR 164.410", "The business associate tells of a breach.", Duties::breach),
            rule(Regime.HIPAA, "45 CFR 164.312(b)", "Access is recorded.", control(ControlType.AUDIT_LOGGING)),
            rule(Regime.HIPAA, "45 CFR 164.312(a)", "Access is controlled.", control(ControlType.ACCESS_CONTROL)),
            rule(
                    Regime.HIPAA,
                    "45 CFR 164.312(a)(2)(iv)",
                    "Data is encrypted, or it is said why not.",
                    control(ControlType.ENCRYPTION)),
            rule(Regime.PIPEDA, "Principle 4.1.3", "A contract protects data at a third party.", in(AgreementType.DPA)),
            rule(Regime.PIPEDA, "Principle 4.5.3", "Data is kept only as long as needed.", Duties::retention),
            rule(Regime.PIPEDA, "Principle 4.8", "It is open where data is processed.", Duties::places),
            rule(Regime.AU_PRIVACY, "APP 8", "Steps are taken before data goes abroad.", Duties::transfer),
            rule(Regime.AU_PRIVACY, "APP 11.1", "Data is protected.", Duties::certificate),
            rule(Regime.AU_PRIVACY, "APP 11.2", "Data is destroyed when no longer needed.", Duties::retention),
            rule(Regime.AU_PRIVACY, "Part IIIC", "Breaches are notified.", Duties::breach),
            rule(Regime.MAS_TRM, "3.4", "Third parties are assessed before and during use.", Duties::review),
            rule(Regime.MAS_TRM, "11.1", "Data is protected at the third party.", control(ControlType.ENCRYPTION)),
            rule(Regime.MAS_TRM, "12.2", "Access is recorded and watched.", control(ControlType.AUDIT_LOGGING)),
            rule(Regime.EU_AI_ACT, "Art. 26(1)", "The system is used as its provider says.", Duties::purpose),
            rule(Regime.EU_AI_ACT, "Art. 26(2)", "Somebody oversees the use.", Duties::owner),
            rule(Regime.EU_AI_ACT, "Art. 26(5)", "Serious incidents are told.", Duties::incidents),
            rule(
                    Regime.EU_AI_ACT,
                    "Art. 26(6)",
                    "Logs are kept for six months or more.",
                    control(ControlType.AUDIT_LOGGING)),
            rule(Regime.ISO_42001, "A.10.3", "Suppliers are reviewed.", Duties::review),
            rule(Regime.ISO_42001, "A.7.2", "It is known what data the system uses.", Duties::purpose),
            rule(Regime.ISO_42001, "A.10.2", "Responsibilities are shared out by contract.", in(AgreementType.DPA)));

    private Duties() {}

    public static List<Duty> of(Regime regime) {
        return RULES.stream()
                .map(Rule::duty)
                .filter(duty -> duty.regime() == regime)
                .toList();
    }

    /** What the register says to each duty of a regime for a product at an instant. */
    public static List<Finding> findings(Snapshot register, Entry<Product> product, Regime regime, Instant at) {
        var facts = new ProductFacts(register, product, at);
        var findings = new ArrayList<Finding>();
        for (var rule : RULES) {
            if (rule.duty().regime() == regime) {
                var found = rule.look().apply(facts);
                var state =
                        found.words().isBlank() ? State.MISSING : found.confirmed() ? State.ANSWERED : State.CLAIMED;
                findings.add(new Finding(
                        rule.duty(),
                        state,
                        state == State.MISSING ? "Nothing in the register answers it." : found.words()));
            }
        }
        return findings;
    }

    private static Rule rule(Regime regime, String reference, String asks, Function<ProductFacts, Found> look) {
        return new Rule(new Duty(regime, reference, asks), look);
    }

    /** An agreement that lapsed or has no start answers nothing. */
    private static Function<ProductFacts, Found> in(AgreementType type) {
        return facts -> facts.agreement(type)
                .filter(entry -> entry.content().standingAt(facts.at()) == Standing.IN_FORCE
                        || entry.content().standingAt(facts.at()) == Standing.UNDATED)
                .map(entry -> new Found(
                        entry.title() + ", "
                                + entry.content().standingAt(facts.at()).label().toLowerCase(java.util.Locale.ROOT),
                        facts.confirmed(entry) && entry.content().standingAt(facts.at()) == Standing.IN_FORCE))
                .orElse(Found.NOTHING);
    }

    private static Function<ProductFacts, Found> control(ControlType type) {
        return facts -> facts.control(type)
                .filter(entry -> entry.content().state() == ControlState.CONFIGURED
                        || entry.content().state() == ControlState.VERIFIED)
                .map(entry ->
                        new Found(type.label() + ": " + entry.content().state().label(), facts.confirmed(entry)))
                .orElse(Found.NOTHING);
    }

    private static Found subProcessors(ProductFacts facts) {
        return first(facts, SubProcessor.class, entry -> entry.objectionDays() != null, entry -> "%s, %d days to object"
                .formatted(entry.name(), entry.objectionDays()));
    }

    private static Found deletion(ProductFacts facts) {
        return dpa(facts, agreement -> agreement.deletionOnExit());
    }

    private static Found breach(ProductFacts facts) {
        return dpa(
                facts,
                agreement -> agreement.breachHours() == null
                        ? ""
                        : "Breach notification within %d hours".formatted(agreement.breachHours()));
    }

    private static Found dpa(ProductFacts facts, Function<Agreement, String> words) {
        return facts.agreement(AgreementType.DPA)
                .filter(entry -> entry.content().standingAt(facts.at()) == Standing.IN_FORCE
                        || entry.content().standingAt(facts.at()) == Standing.UNDATED)
                .map(entry -> new Found(words.apply(entry.content()), facts.confirmed(entry)))
                .orElse(Found.NOTHING);
    }

    private static Found purpose(ProductFacts facts) {
        var uses = facts.product().content().usedFor();
        return uses.isEmpty() ? Found.NOTHING : new Found(String.join("; ", uses), true);
    }

    private static Found owner(ProductFacts facts) {
        var owner = facts.product().content().owner();
        return owner.isEmpty() ? Found.NOTHING : new Found("Owner: " + owner, true);
    }

    private static Found certificate(ProductFacts facts) {
        return first(
                facts,
                Certification.class,
                certificate -> certificate.held() == YesNo.YES
                        && certificate.scheme() != Scheme.HIPAA_BAA
                        && (certificate.validUntil() == null
                                || !certificate.validUntil().isBefore(facts.today())),
                Certification::heading);
    }

    private static Found transfer(ProductFacts facts) {
        return facts.residency()
                .filter(entry -> !entry.content().mechanisms().isEmpty())
                .map(entry -> new Found(String.join(", ", entry.content().mechanisms()), facts.confirmed(entry)))
                .orElse(Found.NOTHING);
    }

    private static Found places(ProductFacts facts) {
        return facts.residency()
                .filter(entry -> !entry.content().processingChosen().isEmpty()
                        || !entry.content().processingOffered().isEmpty())
                .map(entry -> new Found(
                        String.join(
                                ", ",
                                entry.content().processingChosen().isEmpty()
                                        ? entry.content().processingOffered()
                                        : entry.content().processingChosen()),
                        facts.confirmed(entry)))
                .orElse(Found.NOTHING);
    }

    private static Found retention(ProductFacts facts) {
        return facts.promptRetention().stream()
                .filter(entry -> entry.content().days() != null)
                .findFirst()
                .map(entry -> new Found("Prompts: " + entry.content().inWords(), facts.confirmed(entry)))
                .orElse(Found.NOTHING);
    }

    private static Found review(ProductFacts facts) {
        return facts.list(Review.class).stream()
                .filter(entry -> entry.content().doneOn() != null)
                .findFirst()
                .map(entry -> new Found(
                        "Reviewed on "
                                + io.outflow.base.Formats.day(java.util.Objects.requireNonNull(
                                        entry.content().doneOn())),
                        true))
                .orElse(Found.NOTHING);
    }

    /** That nothing happened cannot be shown by an empty list, so only recorded incidents answer. */
    private static Found incidents(ProductFacts facts) {
        return first(facts, Incident.class, incident -> true, incident -> "Incidents are recorded here");
    }

    private static <C extends Content> Found first(
            ProductFacts facts, Class<C> type, Predicate<C> good, Function<C, String> words) {
        Optional<Entry<C>> confirmed = facts.list(type).stream()
                .filter(entry -> good.test(entry.content()) && facts.confirmed(entry))
                .findFirst();
        return confirmed
                .or(() -> facts.list(type).stream()
                        .filter(entry -> good.test(entry.content()))
                        .findFirst())
                .map(entry -> new Found(words.apply(entry.content()), facts.confirmed(entry)))
                .orElse(Found.NOTHING);
    }
}
