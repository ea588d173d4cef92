package io.outflow.vendors.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import io.outflow.Shown;
import io.outflow.ViewTest;
import io.outflow.access.Role;
import io.outflow.base.ui.EmptyState;
import io.outflow.vendors.Agreements;
import io.outflow.vendors.Basis;
import io.outflow.vendors.Draft;
import io.outflow.vendors.Entry;
import io.outflow.vendors.Kind;
import io.outflow.vendors.ProductRow;
import io.outflow.vendors.Register;
import io.outflow.vendors.SavedViews;
import io.outflow.vendors.content.AgreementState;
import io.outflow.vendors.content.Content;
import io.outflow.vendors.content.Product;
import io.outflow.vendors.content.ProductStatus;
import io.outflow.vendors.content.Vendor;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class UC21FindInTheRegisterViewTest extends ViewTest {

    @Autowired
    Register register;

    @Autowired
    SavedViews views;

    @BeforeEach
    void emptyRegister() {
        signInAs(Role.LEGAL);
        for (var kind : List.of(Kind.PRODUCT, Kind.APPLICATION, Kind.VENDOR)) {
            register.now().list(kind).forEach(entry -> register.remove(entry.id(), entry.version(), "Clean table"));
        }
    }

    @Test
    void anEmptyRegisterSaysSoAndOffersTwoWaysOn() {
        open("");

        assertThat(Shown.text(find(EmptyState.class).single()))
                .isEqualTo("No product is in the register yet: what was agreed is unknown. Add from the catalogue"
                        + " Add a vendor");
        assertThat(find(Anchor.class)
                        .withText("Add from the catalogue")
                        .single()
                        .getHref())
                .isEqualTo("catalogue");
    }

    @Test
    void everyColumnHasOneClearNameForItsSortButton() {
        product(vendor("Anthropic"), "Claude API");
        open("");

        // The grid takes the text of the head's component as the name of the button.
        var names = grid().getColumns().stream()
                .filter(column -> column.getHeaderComponent() != null)
                .map(column -> column.getHeaderComponent().getElement().getTextRecursively())
                .toList();
        assertThat(names)
                .contains("Product, vendor", "DPA, days left", "Retention, of prompts", "Owner")
                .doesNotHaveDuplicates();
    }

    @Test
    void theLineUnderTheTitleCountsInWords() {
        var vendor = vendor("Anthropic");
        dpa(product(vendor, "Claude API"), "2020-01-01T00:00Z", "2026-01-01T00:00Z", true);
        product(vendor, "Claude Team");

        assertThat(Shown.text(open("status=PROPOSED&dpa=LAPSED")))
                .contains("2 products of 1 vendor. 1 matches the filter. For 2 nobody has said whether we use them."
                        + " 1 DPA has lapsed.")
                .contains("1 of 2 rows");
    }

    @Test
    void filtersAndSearchAndOrderComeFromTheAddress() {
        var anthropic = vendor("Anthropic");
        var google = vendor("Google");
        dpa(product(anthropic, "Claude API"), "2020-01-01T00:00Z", null, true);
        dpa(product(anthropic, "Claude Team"), "2020-01-01T00:00Z", null, false);
        dpa(product(google, "Gemini"), "2020-01-01T00:00Z", "2026-01-01T00:00Z", true);

        open("dpa=IN_FORCE");
        assertThat(names()).containsExactly("Claude API");
        open("dpa=CLAIMED&dpa=LAPSED&sort=-product");
        assertThat(names()).containsExactly("Gemini", "Claude Team");
        open("q=goog");
        assertThat(names()).containsExactly("Gemini");
        open("sort=dpa");
        assertThat(names()).containsExactly("Gemini", "Claude Team", "Claude API");
        open("dpa=NONSENSE&sort=nonsense&columns=nonsense&asOf=yesterday");
        assertThat(Shown.text(find(EmptyState.class).single()))
                .isEqualTo("No product matches. 3 products are outside this filter. Clear");
    }

    @Test
    void whatIsChosenGoesIntoTheAddress() {
        product(vendor("Anthropic"), "Claude API");
        open("sort=-dpa");

        test(search()).setValue("claude");
        assertThat(address()).isEqualTo("vendors?q=claude&sort=-dpa");
        assertThat(names()).containsExactly("Claude API");
        test(find(NativeButton.class).withText("Clear").single()).click();
        assertThat(address()).isEqualTo("vendors?sort=-dpa");
    }

    @Test
    void aSelectionIsKeptAsAViewOfOnesOwn() {
        product(vendor("Anthropic"), "Claude API");
        open("q=claude");
        new KeepViewDialog(views, "q=claude", () -> {}).open();
        test(find(TextField.class).withLabel("Name").single()).setValue("Ours");
        test(find(Button.class).withText("Keep view").single()).click();

        open("q=claude");
        assertThat(find(NativeButton.class).all().stream()
                        .map(NativeButton::getText)
                        .toList())
                .noneMatch("Keep this selection as a view"::equals);
        assertThat(Shown.text(find(ViewChoice.class).single())).contains("Ours");
    }

    @Test
    void everyRoleHasAViewMadeForIt() {
        var views = ViewChoice.made(Instant.parse("2026-11-26T09:00:00Z"));

        assertThat(views)
                .extracting(ViewChoice.Named::name)
                .containsExactly(
                        "All products",
                        "Legal: agreements due",
                        "CISO: in use, by status",
                        "Auditor: everything as of today, 00:00 UTC");
        assertThat(views.get(1).selection().write().getParameters())
                .containsEntry("sort", List.of("dpa"))
                .containsEntry("use", List.of("UNKNOWN", "YES"));
        assertThat(views.get(2).selection().write().getParameters())
                .containsEntry("sort", List.of("status"))
                .containsEntry("use", List.of("YES"));
        assertThat(views.get(3).selection().write().getParameters())
                .containsEntry("asOf", List.of("2026-11-26T00:00:00Z"))
                .containsEntry("known", List.of("then"));
    }

    @Test
    void aPastStateIsReadOnlyAndSaysSo() {
        product(vendor("Anthropic"), "Claude API");

        var view = open("asOf=2001-01-01T00:00:00Z&known=then");

        assertThat(Shown.text(view))
                .contains("The register as it read at 1 Jan 2001, 00:00 UTC. Nothing can be changed here.")
                .contains("The register held no product at that time.");
        assertThat(shownButtons())
                .doesNotContain("Import", "Add vendor", "Add product")
                .contains("Export");
    }

    @Test
    void whoOnlyReadsSeesTheRowsAndCannotChangeThem() {
        product(vendor("Anthropic"), "Claude API");
        signInAs(Role.AUDITOR);

        open("");

        assertThat(names()).containsExactly("Claude API");
        assertThat(shownButtons())
                .doesNotContain("Import", "Add vendor", "Add product")
                .contains("Export");
        assertThat(grid().getSelectionModel())
                .isNotInstanceOf(com.vaadin.flow.component.grid.GridMultiSelectionModel.class);
    }

    @Test
    void aRowOpensTheProduct() {
        var product = product(vendor("Anthropic"), "Claude API");
        open("");

        assertThat(RegisterGrid.address(row(0))).isEqualTo("products/" + product);
    }

    @Test
    void aVendorWithoutAProductIsNotLost() {
        product(vendor("Anthropic"), "Claude API");
        var bare = vendor("Mistral");

        assertThat(Shown.text(open(""))).contains("Vendors without a product: Mistral .");
        assertThat(find(Anchor.class).withText("Mistral").single().getHref()).isEqualTo("vendors/" + bare);
    }

    @Test
    void aVendorIsAddedWithItsNameAndAReason() {
        open("");
        test(find(Button.class).withText("Add a vendor").single()).click();
        test(field("Name")).setValue("Anthropic");
        test(find(Button.class).withText("Add vendor").all().getLast()).click();
        assertThat(field("Reason").getErrorMessage()).startsWith("Say why");

        test(field("Reason")).setValue("Contract signed");
        test(find(Button.class).withText("Add vendor").all().getLast()).click();

        var vendor = register.now().vendors().getFirst();
        assertThat(vendor.title()).isEqualTo("Anthropic");
        assertThat(address()).isEqualTo("vendors/" + vendor.id());
    }

    @Test
    void severalProductsGetAnOwnerAStatusAndACycleForOneReason() {
        var vendor = vendor("Anthropic");
        product(vendor, "Claude API");
        product(vendor, "Claude Team");
        open("");
        grid().asMultiSelect().select(row(0), row(1));
        assertThat(Shown.text(find(BulkBar.class).single())).startsWith("2 products are chosen.");

        test(find(Button.class).withText("Change them").single()).click();
        test(field("Owner")).setValue("Legal");
        status().setValue(ProductStatus.APPROVED);
        find(IntegerField.class).single().setValue(12);
        test(field("Reason")).setValue("Reviewed together");
        test(find(Button.class).withText("Change").single()).click();

        assertThat(find(Dialog.class).all()).noneMatch(Dialog::isOpened);
        assertThat(register.now().products())
                .extracting(Entry::content)
                .extracting(Product::owner, Product::status, Product::reviewMonths)
                .containsOnly(org.assertj.core.api.Assertions.tuple("Legal", ProductStatus.APPROVED, 12));
    }

    @Test
    void whenSomebodyWasFirstNoneOfTheChosenProductsChanges() {
        var vendor = vendor("Anthropic");
        var first = product(vendor, "Claude API");
        product(vendor, "Claude Team");
        open("");
        grid().asMultiSelect().select(row(0), row(1));
        var read = register.now().find(first, Product.class).orElseThrow();
        register.change(first, read.version(), read.content().ownedBy("Theirs"), read.basis(), "First", null);

        test(find(Button.class).withText("Change them").single()).click();
        test(field("Owner")).setValue("Mine");
        test(field("Reason")).setValue("Reviewed together");
        test(find(Button.class).withText("Change").single()).click();

        assertThat(register.now().products())
                .extracting(one -> one.content().owner())
                .containsExactly("Theirs", "");
    }

    @Test
    void columnsAreChosenByTheReader() {
        product(vendor("Anthropic"), "Claude API");

        open("columns=baa&columns=owner");

        assertThat(find(RegisterGrid.class).single().shownColumns()).containsExactly("product", "baa", "owner");
    }

    @Test
    void eachFilterSaysHowManyRowsHaveAValue() {
        var vendor = vendor("Anthropic");
        product(vendor, "Claude API");
        product(vendor, "Claude Team");
        open("status=PROPOSED");

        find(Popover.class)
                .withCondition(
                        one -> "Filter by Status".equals(one.getAriaLabel().orElse("")))
                .single()
                .open();
        var picks = find(CheckboxGroup.class).all().stream()
                .filter(group -> "Status".equals(group.getLabel()))
                .findFirst()
                .orElseThrow();
        assertThat(picks.getValue())
                .isEqualTo(java.util.Set.of(new io.outflow.base.ui.PickList.Pick("PROPOSED", "Proposed", 2)));
    }

    private VendorListView open(String query) {
        UI.getCurrent()
                .navigate("vendors", query.isEmpty() ? QueryParameters.empty() : QueryParameters.fromString(query));
        return find(VendorListView.class).single();
    }

    private static String address() {
        return UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters();
    }

    @SuppressWarnings("unchecked")
    private Grid<ProductRow> grid() {
        return find(Grid.class).single();
    }

    private ProductRow row(int index) {
        return test(grid()).getRow(index);
    }

    private List<String> names() {
        return java.util.stream.IntStream.range(0, test(grid()).size())
                .mapToObj(index -> row(index).product().title())
                .toList();
    }

    private List<String> shownButtons() {
        return find(Button.class).all().stream()
                .filter(Button::isVisible)
                .map(Button::getText)
                .toList();
    }

    private TextField search() {
        return find(TextField.class).withTestId("register-search").single();
    }

    private TextField field(String label) {
        return find(TextField.class).withLabel(label).single();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<ProductStatus> status() {
        return find(ComboBox.class).withLabel("Status").single();
    }

    private UUID vendor(String name) {
        return add(null, Vendor.named(name));
    }

    private UUID product(UUID vendor, String name) {
        return add(vendor, Product.named(name));
    }

    private void dpa(UUID product, String from, @Nullable String until, boolean confirmed) {
        var entry = register.add(
                new Draft(
                        product,
                        Agreements.dpa(AgreementState.SIGNED, from, until),
                        Basis.ours("Contract", null, null)),
                "First");
        if (confirmed) {
            register.confirm(entry.id(), entry.version(), "", null, "Read");
        }
    }

    private UUID add(@Nullable UUID owner, Content content) {
        return register.add(new Draft(owner, content, Basis.ours("", null, null)), "First")
                .id();
    }
}
