package io.outflow.vendors.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.QueryParameters;
import io.outflow.Shown;
import io.outflow.ViewTest;
import io.outflow.access.Role;
import io.outflow.vendors.Basis;
import io.outflow.vendors.Draft;
import io.outflow.vendors.Entry;
import io.outflow.vendors.Register;
import io.outflow.vendors.content.Control;
import io.outflow.vendors.content.ControlState;
import io.outflow.vendors.content.ControlType;
import io.outflow.vendors.content.Product;
import io.outflow.vendors.content.Vendor;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Products side by side. */
class UC17CompareProductsViewTest extends ViewTest {

    @Autowired
    Register register;

    private final String mark = " " + UUID.randomUUID();
    private Entry<?> first;
    private Entry<?> second;

    @BeforeEach
    void twoProducts() {
        signInAs(Role.LEGAL);
        var basis = Basis.ours("", null, null);
        var vendor = register.add(new Draft(null, Vendor.named("Vendor" + mark), basis), "New");
        first = register.add(new Draft(vendor.id(), Product.named("First" + mark), basis), "New");
        second = register.add(new Draft(vendor.id(), Product.named("Second" + mark), basis), "New");
        register.add(
                new Draft(first.id(), new Control(ControlType.AUDIT_LOGGING, ControlState.CONFIGURED, "all"), basis),
                "Read");
    }

    @Test
    void theReaderSeesTwoFlowsAndTheFactsThatDiffer() {
        signInAs(Role.AUDITOR);

        var view = open(
                Map.of("product", List.of(first.id().toString(), second.id().toString())));

        assertThat(view).contains("First" + mark + " beside Second" + mark);
        assertThat(find(Svg.class).all()).hasSize(2);
        assertThat(view).contains("Audit logging").contains("Configured: all").contains("not recorded");
        assertThat(view).doesNotContain("Retention of prompts");
    }

    @Test
    void allFactsAreShownOnDemandAndTheAddressKeepsIt() {
        open(Map.of("product", List.of(first.id().toString(), second.id().toString()), "facts", List.of("all")));

        assertThat(Shown.text(find(CompareView.class).single())).contains("Retention of prompts");
        assertThat(find(Select.class).withTestId("compare-facts").single().getValue())
                .isEqualTo(true);
    }

    @Test
    @SuppressWarnings("unchecked")
    void aProductIsAddedByChoosingIt() {
        open(Map.of("product", List.of(first.id().toString())));
        ComboBox<Entry<Product>> add =
                find(ComboBox.class).withTestId("compare-add").single();

        add.setValue(add.getListDataView()
                .getItems()
                .filter(product -> product.id().equals(second.id()))
                .findFirst()
                .orElseThrow());

        assertThat(UI.getCurrent().getActiveViewLocation().getQueryParameters().getParameters("product"))
                .containsExactly(first.id().toString(), second.id().toString());
    }

    @Test
    void withoutProductsThePageSaysWhatToDo() {
        assertThat(open(Map.of())).contains("Choose the first product");
        assertThat(open(Map.of("product", List.of("nonsense", UUID.randomUUID().toString()))))
                .contains("Choose the first product");
    }

    @Test
    void theAdvisorAsksForTheClassAndThenHidesNothing() {
        signInAs(Role.CISO);
        navigate(AdvisorView.class);
        assertThat(Shown.text(find(AdvisorView.class).single())).contains("Choose the class of data first");

        UI.getCurrent()
                .navigate(
                        "advisor",
                        new QueryParameters(Map.of("class", List.of("PERSONAL"), "regime", List.of("GDPR"))));

        assertThat(Shown.text(find(AdvisorView.class).single()))
                .contains("First" + mark)
                .contains("Personal needs a DPA, and none is recorded.")
                .contains("GDPR: 8 of 8 duties are not answered");
    }

    @Test
    void theAdvisorAnswersForAnEarlierMoment() {
        var then = register.now().find(second.id()).orElseThrow().changedAt();
        register.add(new Draft(first.owner(), Product.named("Third" + mark), Basis.ours("", null, null)), "New");

        UI.getCurrent()
                .navigate(
                        "advisor",
                        new QueryParameters(Map.of(
                                "class",
                                List.of("PERSONAL"),
                                "asOf",
                                List.of(then.toString()),
                                "known",
                                List.of("then"))));

        assertThat(Shown.text(find(AdvisorView.class).single()))
                .contains("The register as it read at")
                .contains("Second" + mark)
                .doesNotContain("Third" + mark);
    }

    private String open(Map<String, List<String>> parameters) {
        UI.getCurrent().navigate("compare", new QueryParameters(parameters));
        return Shown.text(find(CompareView.class).single());
    }
}
