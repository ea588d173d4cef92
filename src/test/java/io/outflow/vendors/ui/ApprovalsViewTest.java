package io.outflow.vendors.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.QueryParameters;
import io.outflow.Shown;
import io.outflow.access.Role;
import io.outflow.vendors.Basis;
import io.outflow.vendors.Draft;
import io.outflow.vendors.content.Approval;
import io.outflow.vendors.content.ApprovalDecision;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which product may be used with which class: Legal proposes, the CISO decides. */
class ApprovalsViewTest extends RegisterViewTest {

    @Test
    void whatNobodyDecidedIsSaidToBeSo() {
        assertThat(matrix()).contains("Approvals", "nothing said", product.title());
    }

    @Test
    void legalProposesAndTheCisoDecides() {
        matrix();
        test(cell("Decide: " + product.title() + ", Personal")).click();
        write("Claims need it");

        assertThat(matrix()).contains("Proposed", "not decided");
        assertThat(approvals()).singleElement().satisfies(approval -> {
            assertThat(approval.decision()).isEqualTo(ApprovalDecision.PROPOSED);
            assertThat(approval.dataClasses()).containsExactly("PERSONAL");
        });

        signInAs(Role.CISO);
        matrix();
        assertThat(find(NativeButton.class)
                        .withAriaLabel("Add: " + product.title() + ", Personal")
                        .all())
                .hasSize(1);
        test(cell("Decide: " + product.title() + ", Public")).click();
        write("Anybody may read it");

        assertThat(approvals()).anySatisfy(approval -> {
            assertThat(approval.decision()).isEqualTo(ApprovalDecision.ALLOWED);
            assertThat(approval.approver()).isEqualTo("Sample CISO");
        });
    }

    @Test
    void legalDoesNotChangeWhatTheCisoDecided() {
        signInAs(Role.CISO);
        register.add(
                new Draft(
                        product.id(),
                        new Approval(
                                List.of("PUBLIC"),
                                ApprovalDecision.CONDITIONS,
                                List.of("eu-central-1"),
                                List.of("Claude*"),
                                List.of(),
                                null,
                                null,
                                null,
                                "Only with the endpoint",
                                "CISO",
                                "Reviewed"),
                        Basis.ours("", null, null)),
                "Decided");
        signInAs(Role.LEGAL);

        assertThat(matrix()).contains("Allowed with conditions in eu-central-1; with Claude*; Only with the endpoint");
        assertThat(find(NativeButton.class)
                        .withAriaLabel("Change: " + product.title() + ", Public")
                        .all())
                .isEmpty();
    }

    @Test
    void aPastDayShowsWhatWasDecidedThenAndChangesNothing() {
        signInAs(Role.CISO);
        UI.getCurrent()
                .navigate(
                        "approvals",
                        QueryParameters.simple(java.util.Map.of("asOf", "2020-01-01T00:00:00Z", "known", "then")));

        assertThat(Shown.text(UI.getCurrent().getCurrentView()))
                .contains("The register as it read at 1 Jan 2020", "nothing can be approved");
        assertThat(find(NativeButton.class).all())
                .noneMatch(button -> button.getText().equals("Decide"));
    }

    private String matrix() {
        UI.getCurrent().navigate("approvals");
        return Shown.text(UI.getCurrent().getCurrentView());
    }

    private NativeButton cell(String label) {
        return find(NativeButton.class).withAriaLabel(label).single();
    }

    private void write(String why) {
        test(find(TextArea.class).withLabel("Why").single()).setValue(why);
        give("Decided");
        click("Save");
    }

    private List<Approval> approvals() {
        return register.now().of(product.id(), Approval.class).stream()
                .map(entry -> entry.content())
                .toList();
    }
}
