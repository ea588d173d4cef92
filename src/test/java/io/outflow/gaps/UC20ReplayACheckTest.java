package io.outflow.gaps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.outflow.As;
import io.outflow.OutflowTest;
import io.outflow.access.AccessRefused;
import io.outflow.access.Acting;
import io.outflow.access.Role;
import io.outflow.history.AsOf;
import io.outflow.testing.Calls;
import io.outflow.trail.Caller;
import io.outflow.trail.CallerKind;
import io.outflow.trail.Coverage;
import io.outflow.trail.Grade;
import io.outflow.trail.Outcome;
import io.outflow.trail.Proof;
import io.outflow.usage.EventStore;
import io.outflow.vendors.Agreements;
import io.outflow.vendors.Basis;
import io.outflow.vendors.Draft;
import io.outflow.vendors.Entry;
import io.outflow.vendors.Register;
import io.outflow.vendors.content.Content;
import io.outflow.vendors.content.Product;
import io.outflow.vendors.content.UsageLink;
import io.outflow.vendors.content.Vendor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** UC-20: checks are tried on the past before they count; and a gap from a stored call to its closing, in the whole application. */
@OutflowTest
class UC20ReplayACheckTest {
    private static final Instant LAPSE = Instant.parse("2025-09-30T22:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    Register register;

    @Autowired
    Gaps gaps;

    @Autowired
    GapRules rules;

    @Autowired
    LinkedUse use;

    @Autowired
    EventStore store;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MockMvc web;

    private final String mark = UUID.randomUUID().toString();
    private Entry<?> product;
    private Entry<?> dpa;

    @BeforeEach
    void aProductWhoseDpaLapsedAndThreeCallsAroundThatInstant() {
        As.role(Role.LEGAL);
        var vendor = add(null, new Vendor("Vendor " + mark, "", List.of(), "", "", List.of(), "", null, null, ""));
        product = add(vendor, Product.named("Claude of " + mark));
        add(
                product,
                new UsageLink(
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of("*" + mark + "*"),
                        List.of(),
                        List.of(),
                        ""));
        var added = add(product, Agreements.inForce("2024-10-01T00:00+02:00", "2025-10-01T00:00+02:00"));
        dpa = register.confirm(added.id(), added.version(), "DPA-2024-117, clause 12.2", null, "Read");
        As.nobody();
        var readings = List.of(
                Calls.record("a" + mark, LAPSE.minusMillis(1), "a" + mark, caller(), Calls.SONNET, Outcome.USE),
                Calls.record("b" + mark, LAPSE, "b" + mark, caller(), Calls.SONNET, Outcome.USE),
                Calls.record("c" + mark, LAPSE.plusSeconds(1), "c" + mark, caller(), Calls.SONNET, Outcome.USE));
        Acting.asOutflow(() -> {
            var stored = transaction.execute(_ -> store.store(
                    List.of(new EventStore.Batch(1, store.prepare(readings), Set.<Coverage>of(), Proof.NO_DIGEST))));
            store.publish(stored);
        });
    }

    @AfterEach
    void signOut() {
        As.nobody();
    }

    @Test
    void aLapseIsFoundToTheInstantWithItsProofAndClause() {
        var finding = waitFor(gap -> gap.finding().figures().calls() == 2).finding();

        assertThat(finding.words()).isEqualTo("2 calls ran while no DPA was in force for Claude of " + mark + ".");
        assertThat(finding.figures().first()).isEqualTo(LAPSE);
        assertThat(finding.figures().last()).isEqualTo(LAPSE.plusSeconds(1));
        assertThat(finding.figures().callers()).isEqualTo(1);
        assertThat(finding.figures().proofs()).containsExactly(java.util.Map.entry(Proof.NO_DIGEST, 2L));
        assertThat(finding.certainty()).isEqualTo(Certainty.CONTRADICTED);
        assertThat(finding.periods()).singleElement().satisfies(period -> {
            assertThat(period.from()).isEqualTo(LAPSE);
            assertThat(period.until()).isNull();
            assertThat(period.why()).isEqualTo("lapsed");
        });
        assertThat(finding.rests()).singleElement().satisfies(rest -> {
            assertThat(rest.entry()).isEqualTo(dpa.id());
            assertThat(rest.version()).isEqualTo(dpa.version());
            assertThat(rest.clause()).contains("DPA-2024-117, clause 12.2");
        });
        assertThat(finding.rows().getFirst().caller()).as("a person is masked").startsWith("Person ");
    }

    @Test
    void aChangedDateMovesTheGapAndClosesItByItself() {
        var opened = waitFor(gap -> gap.finding().figures().calls() == 2);
        As.role(Role.LEGAL);
        var began = System.nanoTime();
        dpa = register.change(
                dpa.id(),
                dpa.version(),
                Agreements.inForce("2024-10-01T00:00+02:00", "2025-10-01T00:00:01+02:00"),
                dpa.basis(),
                "A second longer",
                null);

        waitFor(gap -> gap.finding().figures().calls() == 1);
        System.out.printf(
                "gaps moved %d ms after the register%n",
                Duration.ofNanos(System.nanoTime() - began).toMillis());
        As.role(Role.LEGAL);
        register.change(
                dpa.id(),
                dpa.version(),
                Agreements.inForce("2024-10-01T00:00+02:00", null),
                dpa.basis(),
                "For good",
                null);
        var closed = waitFor(gap -> gap.state() == GapState.CLOSED);

        assertThat(closed.number()).isEqualTo(opened.number());
        As.role(Role.AUDITOR);
        assertThat(gaps.history(opened.number()))
                .extracting(GapEvent::kind)
                .containsExactly(GapEvent.Kind.CLOSED, GapEvent.Kind.MOVED, GapEvent.Kind.OPENED);
    }

    @Test
    void theGapsOfAPastDayRestOnTheRegisterOfThatDay() {
        As.role(Role.AUDITOR);

        assertThat(of(gaps.asOf(AsOf.asItRead(dpa.changedAt()))))
                .hasValueSatisfying(
                        finding -> assertThat(finding.figures().calls()).isEqualTo(2));
        assertThat(of(gaps.asOf(AsOf.asItRead(product.changedAt().minusSeconds(1)))))
                .isEmpty();
        assertThat(of(gaps.during(LAPSE.minusSeconds(5), LAPSE.plusMillis(1))))
                .hasValueSatisfying(
                        finding -> assertThat(finding.figures().calls()).isEqualTo(1));
    }

    @Test
    void aCheckIsTriedOnThePastWithoutStoringAnything() {
        waitFor(gap -> gap.finding().figures().calls() == 2);
        As.role(Role.CISO);
        var rule = rules.list().get(GapKind.AGREEMENT.ordinal());
        var before = gaps.list().size();

        assertThat(of(rules.replay(rule.with(false, 2, Severity.NOTE), LAPSE.minusSeconds(9), LAPSE.plusSeconds(9))))
                .as("also while it is switched off")
                .hasValueSatisfying(finding -> assertThat(finding.severity()).isEqualTo(Severity.NOTE));
        assertThat(of(rules.replay(rule.with(true, 3, Severity.HIGH), LAPSE.minusSeconds(9), LAPSE.plusSeconds(9))))
                .as("below the threshold")
                .isEmpty();
        assertThat(gaps.list()).hasSize(before);
        assertThat(rules.list().get(GapKind.AGREEMENT.ordinal())).isEqualTo(rule);
    }

    @Test
    void onlyTheCisoChangesHowGapsAreLookedFor() {
        As.role(Role.LEGAL);
        var rule = rules.list().get(GapKind.UNKNOWN_CLASS.ordinal());
        assertThatThrownBy(() -> rules.save(rule.with(true, 20, Severity.NOTE), "Too many"))
                .isInstanceOf(AccessRefused.class);

        As.role(Role.CISO);
        assertThatThrownBy(() -> rules.save(rule.with(true, 101, Severity.NOTE), "Too many"))
                .isInstanceOf(GapRefused.class)
                .hasMessageContaining("0 to 100");
        var saved = rules.save(rule.with(true, 20, Severity.NOTE), "Too many");
        assertThat(saved.version()).isEqualTo(rule.version() + 1);
        assertThat(rules.list()).contains(saved);
        assertThatThrownBy(() -> rules.save(rule.with(true, 30, Severity.NOTE), "Too late"))
                .isInstanceOf(GapChangedMeanwhile.class);
        rules.save(saved.with(true, rule.threshold(), rule.severity()), "Back again");
    }

    @Test
    void whatWasSeenOfTheProductIsCountedByDayClassAndRegion() {
        As.role(Role.AUDITOR);

        var seen = use.seen(LAPSE.minusSeconds(60), LAPSE.plusSeconds(60))
                .products()
                .get(product.id());

        assertThat(seen.calls()).isEqualTo(3);
        assertThat(seen.people()).isEqualTo(1);
        assertThat(seen.unlinked()).isEqualTo(3);
        assertThat(seen.regions()).containsExactly(java.util.Map.entry(Calls.REGION, 3L));
        assertThat(seen.classes().values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(3);
        assertThat(seen.days().values()).containsExactly(3L);
    }

    @Test
    void gapsAreReadAndHandledOverRest() throws Exception {
        var gap = waitFor(found -> found.finding().figures().calls() == 2);
        var ciso = authentication(As.authentication(Role.CISO));

        web.perform(get("/api/v1/gaps")
                        .param("product", product.id().toString())
                        .param("kind", "AGREEMENT")
                        .with(ciso))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.items[0].figures.calls").value(2))
                .andExpect(jsonPath("$.items[0].state").value("OPEN"));
        web.perform(get("/api/v1/gaps/" + gap.number()).with(ciso))
                .andExpect(status().isOk())
                .andExpect(header().string(HttpHeaders.ETAG, "\"" + gap.version() + "\""))
                .andExpect(jsonPath("$.rows[0].calls").value(2))
                .andExpect(jsonPath("$.history[0].kind").value("OPENED"));
        var step = post("/api/v1/gaps/" + gap.number() + "/steps")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"step\":\"ACCEPT\",\"until\":\"2099-12-31\",\"why\":\"Letter of the vendor\"}")
                .header(HttpHeaders.IF_MATCH, "\"" + gap.version() + "\"");
        web.perform(step.with(ciso))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.gap.state").value("ACCEPTED"));
        web.perform(step.with(ciso)).andExpect(status().isConflict());
        web.perform(step.with(authentication(As.authentication(Role.AUDITOR)))).andExpect(status().isForbidden());
        web.perform(get("/api/v1/gaps/checks/AGREEMENT/replay")
                        .param("from", LAPSE.toString())
                        .param("to", LAPSE.plusMillis(1).toString())
                        .with(ciso))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[?(@.key.product == '%s')].number".formatted(product.id()), contains(1)));
    }

    private Caller caller() {
        return new Caller(
                CallerKind.PERSON, "arn:aws:iam::111122223333:user/" + mark, "dana-" + mark, null, null, Grade.NAMED);
    }

    private Gap waitFor(Predicate<Gap> wanted) {
        As.role(Role.AUDITOR);
        var end = System.nanoTime() + PATIENCE.toNanos();
        var seen = Optional.<Gap>empty();
        while (System.nanoTime() < end) {
            seen = gaps.list().stream()
                    .filter(gap -> gap.key().equals(new GapKey(GapKind.AGREEMENT, product.id(), "DPA")))
                    .findFirst();
            if (seen.filter(wanted).isPresent()) {
                return seen.get();
            }
            java.util.concurrent.locks.LockSupport.parkNanos(
                    Duration.ofMillis(50).toNanos());
        }
        throw new AssertionError("Not within " + PATIENCE + ": " + seen);
    }

    private Optional<Finding> of(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.key().kind() == GapKind.AGREEMENT
                        && product.id().equals(finding.key().product()))
                .findFirst();
    }

    private Entry<?> add(Entry<?> owner, Content content) {
        return register.add(
                new Draft(owner == null ? null : owner.id(), content, Basis.ours("Contract", null, null)), "Test");
    }
}
