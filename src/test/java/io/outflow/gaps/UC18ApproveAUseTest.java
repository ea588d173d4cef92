package io.outflow.gaps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outflow.As;
import io.outflow.access.AccessRefused;
import io.outflow.access.Role;
import io.outflow.history.AsOf;
import io.outflow.testing.Database;
import io.outflow.testing.OnBothDatabases;
import io.outflow.testing.WholeApplication;
import io.outflow.vendors.Basis;
import io.outflow.vendors.Draft;
import io.outflow.vendors.Entry;
import io.outflow.vendors.EntryRefused;
import io.outflow.vendors.Register;
import io.outflow.vendors.content.Approval;
import io.outflow.vendors.content.ApprovalDecision;
import io.outflow.vendors.content.Content;
import io.outflow.vendors.content.Product;
import io.outflow.vendors.content.UsageLink;
import io.outflow.vendors.content.Vendor;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;

/** UC-18: who may say which product may be used with which class of data, and what stays of it. */
class UC18ApproveAUseTest {
    private Database database;

    @AfterEach
    void signOut() {
        As.nobody();
    }

    @OnBothDatabases
    void theCisoDecidesAndLegalProposes(Database on) {
        database = on;
        var product = product();

        As.role(Role.LEGAL);
        var proposed = add(product, approval(ApprovalDecision.PROPOSED));
        assertThatThrownBy(() -> change(proposed, approval(ApprovalDecision.ALLOWED)))
                .isInstanceOf(AccessRefused.class)
                .hasMessageContaining("CISO");
        assertThatThrownBy(() -> add(product, approval(ApprovalDecision.ALLOWED)))
                .isInstanceOf(AccessRefused.class);
        As.role(Role.CISO);
        var decided = change(proposed, approval(ApprovalDecision.ALLOWED));

        assertThat(((Approval) decided.content()).decision()).isEqualTo(ApprovalDecision.ALLOWED);
        As.role(Role.LEGAL);
        assertThatThrownBy(() -> change(decided, approval(ApprovalDecision.PROPOSED)))
                .as("nobody but the CISO takes it back")
                .isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> register().remove(decided.id(), decided.version(), "Away with it"))
                .isInstanceOf(AccessRefused.class);
        As.role(Role.AUDITOR);
        assertThatThrownBy(() -> add(product, approval(ApprovalDecision.PROPOSED)))
                .isInstanceOf(AccessRefused.class);
    }

    @OnBothDatabases
    void theCisoStillOnlyProposesWhatLegalKeeps(Database on) {
        database = on;
        var product = product();

        As.role(Role.CISO);
        assertThatThrownBy(() -> register()
                        .change(
                                product.id(),
                                product.version(),
                                Product.named("Mine"),
                                product.basis(),
                                "Renamed",
                                null))
                .isInstanceOf(AccessRefused.class);
        assertThat(add(product, link("*role/app-*")).kind().path()).isEqualTo("links");
    }

    @OnBothDatabases
    void whatWasDecidedBeforeStaysToBeRead(Database on) {
        database = on;
        var product = product();
        As.role(Role.CISO);
        var allowed = add(product, approval(ApprovalDecision.ALLOWED));
        var then = allowed.changedAt();
        change(allowed, approval(ApprovalDecision.NOT_ALLOWED));

        assertThat(decisions(register().asOf(AsOf.asItRead(then)).of(product.id(), Approval.class)))
                .containsExactly(ApprovalDecision.ALLOWED);
        assertThat(decisions(register().now().of(product.id(), Approval.class)))
                .containsExactly(ApprovalDecision.NOT_ALLOWED);
    }

    @OnBothDatabases
    void anApprovalWithoutAReasonOrAnApproverIsRefused(Database on) {
        database = on;
        var product = product();
        As.role(Role.CISO);

        assertThatThrownBy(() -> add(
                        product,
                        new Approval(
                                List.of(),
                                ApprovalDecision.CONDITIONS,
                                List.of(),
                                List.of(),
                                List.of(),
                                null,
                                ZonedDateTime.parse("2026-03-01T00:00Z"),
                                ZonedDateTime.parse("2026-02-01T00:00Z"),
                                "",
                                "",
                                "")))
                .isInstanceOfSatisfying(EntryRefused.class, refused -> assertThat(refused.problems())
                        .extracting(problem -> problem.field())
                        .containsExactly("dataClasses", "until", "conditions", "approver", "why"));
    }

    @OnBothDatabases
    void anApprovalHoldsFromItsFirstToBeforeItsLastInstant(Database on) {
        var approval = new Approval(
                List.of("*"),
                ApprovalDecision.ALLOWED,
                List.of(),
                List.of(),
                List.of(),
                null,
                ZonedDateTime.parse("2026-03-01T00:00+01:00"),
                ZonedDateTime.parse("2026-04-01T00:00+02:00"),
                "",
                "CISO",
                "Reviewed");

        assertThat(approval.concerns("PERSONAL")).isTrue();
        assertThat(approval.holdsAt(Instant.parse("2026-02-28T22:59:59.999Z"))).isFalse();
        assertThat(approval.holdsAt(Instant.parse("2026-02-28T23:00:00Z"))).isTrue();
        assertThat(approval.holdsAt(Instant.parse("2026-03-31T22:00:00Z"))).isFalse();
    }

    private static List<ApprovalDecision> decisions(List<Entry<Approval>> approvals) {
        return approvals.stream().map(entry -> entry.content().decision()).toList();
    }

    private Entry<?> product() {
        As.role(Role.LEGAL);
        var vendor = add(
                null, new Vendor("Vendor " + UUID.randomUUID(), "", List.of(), "", "", List.of(), "", null, null, ""));
        return add(vendor, Product.named("Claude API"));
    }

    private static UsageLink link(String role) {
        return new UsageLink(
                List.of(), List.of(), List.of(), List.of(), List.of(), List.of(role), List.of(), List.of(), "");
    }

    private static Approval approval(ApprovalDecision decision) {
        return new Approval(
                List.of("PERSONAL"),
                decision,
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                "",
                "CISO",
                "Reviewed");
    }

    private Entry<?> add(Entry<?> owner, Content content) {
        return register()
                .add(new Draft(owner == null ? null : owner.id(), content, Basis.ours("", null, null)), "Test");
    }

    private Entry<?> change(Entry<?> entry, Content content) {
        return register().change(entry.id(), entry.version(), content, entry.basis(), "Test", null);
    }

    private Register register() {
        return WholeApplication.on(database).getBean(Register.class);
    }
}
