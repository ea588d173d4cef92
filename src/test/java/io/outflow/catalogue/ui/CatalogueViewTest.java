package io.outflow.catalogue.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import io.outflow.Shown;
import io.outflow.ViewTest;
import io.outflow.access.Role;
import io.outflow.catalogue.Catalogue;
import io.outflow.vendors.Register;
import io.outflow.vendors.content.RetentionWindow;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The list of the catalogue and the page of an entry, in the whole application. */
class CatalogueViewTest extends ViewTest {

    private static final String API = "anthropic_claude_api";

    @Autowired
    Catalogue catalogue;

    @Autowired
    Register register;

    @AfterEach
    void takeOutWhatWasAdded() {
        signInAs(Role.LEGAL);
        for (var added : catalogue.added(register.now()).values()) {
            register.remove(added.id(), added.version(), "The test is over");
        }
        register.now().vendors().stream()
                .filter(vendor -> !vendor.basis().catalogueKey().isEmpty())
                .forEach(vendor -> register.remove(vendor.id(), vendor.version(), "The test is over"));
    }

    @Test
    void the39EntriesAreListedWithWhatIsInTheRegister() {
        signInAs(Role.LEGAL);
        catalogue.add(API);

        var view = open("catalogue");

        assertThat(Shown.text(view)).contains("All of 39, edition of 22 Nov 2026.");
        assertThat(rows()).hasSize(39);
        assertThat(Shown.text(row("Claude API (commercial)")))
                .contains("API standard terms", "Anthropic", "API", "High", "2026-08-22", "added", "Open");
        assertThat(Shown.text(row("Claude Enterprise"))).endsWith("not added");
    }

    @Test
    void whatIsSearchedAndFilteredStandsInTheAddress() {
        signInAs(Role.AUDITOR);
        open("catalogue");

        test(find(TextField.class).single()).setValue("bedrock");
        select("Confidence", "HIGH");
        select("Vendor", "Amazon Web Services");

        assertThat(UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters())
                .isEqualTo("catalogue?q=bedrock&vendor=Amazon%20Web%20Services&confidence=HIGH");
        assertThat(rows()).hasSize(2);
        open("catalogue?q=bedrock&vendor=Amazon+Web+Services&confidence=HIGH");
        assertThat(rows()).hasSize(2);
        assertThat(find(TextField.class).single().getValue()).isEqualTo("bedrock");
    }

    @Test
    void aClickOnAHeadSortsUpThenDownThenBack() {
        signInAs(Role.CISO);
        open("catalogue");

        sort("Vendor");
        assertThat(Shown.text(rows().getFirst())).contains("Amazon Web Services");
        sort("Vendor");
        assertThat(Shown.text(rows().getFirst())).contains("Zoom");
        assertThat(UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters())
                .isEqualTo("catalogue?sort=-vendor");
        sort("Vendor");
        assertThat(Shown.text(rows().getFirst())).contains("Claude (Free)");
    }

    @Test
    void whenNothingMatchesThePageSaysSo() {
        signInAs(Role.LEGAL);

        var view = open("catalogue?q=nobody-sells-this");

        assertThat(Shown.text(view)).contains("Nothing in the catalogue matches. 39 entries are outside this filter.");
        assertThat(rows()).isEmpty();
    }

    @Test
    void anEntryShowsItsFactsWithSourcesGapsAndWhatIsOftenSaid() {
        signInAs(Role.LEGAL);

        var text = Shown.text(open("catalogue/" + API));

        assertThat(text)
                .contains(
                        "Claude API (commercial) Anthropic. API standard terms. Confidence high, facts as of 2026-08-22.")
                .contains("Claims of the catalogue of 22 Nov 2026. Nobody in your house confirmed them")
                .contains("In force by reference")
                .contains("not confirmed")
                .contains("(official text, as of 2026-08-22)")
                .contains("Often said: “Data through the API is never used for model training, full stop”")
                .contains("right contractually")
                .contains("Not known nothing was found, which is not a no which retention number binds")
                .contains("Without a source general knowledge: confirm it before you rely on it hq country")
                .contains("26 sources");
        assertThat(find(Anchor.class).all())
                .filteredOn(link -> link.getHref().startsWith("http"))
                .isNotEmpty()
                .allSatisfy(link ->
                        assertThat(link.getElement().getAttribute("rel")).isEqualTo("noopener noreferrer"));
    }

    @Test
    void everyEntryHasItsPage() {
        signInAs(Role.AUDITOR);

        for (var entry : catalogue.list()) {
            assertThat(Shown.text(open("catalogue/" + entry.id()))).contains(entry.systemName(), entry.vendor());
        }
    }

    @Test
    void oneClickAddsAnEntryAndASecondOneLeadsToWhatIsThere() {
        signInAs(Role.LEGAL);
        open("catalogue/" + API);
        var button = button("Add to register");
        var id = catalogue.add(API).id();

        test(button).click();

        assertThat(Shown.text(view())).contains("is in the register already. Nothing was added; open what is there.");
        assertThat(find(Anchor.class).withText("Open it").single().getHref()).isEqualTo("products/" + id);
        assertThat(find(Anchor.class).withText("Open in the register").single().getHref())
                .isEqualTo("products/" + id);
        assertThat(find(Button.class).withText("Add to register").all()).isEmpty();
    }

    @Test
    void anAddedEntryIsOpenedInTheRegister() {
        signInAs(Role.LEGAL);
        open("catalogue/" + API);

        test(button("Add to register")).click();

        var id = catalogue.added(register.now()).get(API).id();
        assertThat(UI.getCurrent().getActiveViewLocation().getPath()).isEqualTo("products/" + id);
        assertThat(test(find(Notification.class).single()).getText()).contains("claims until somebody confirms them");
    }

    @Test
    void whoMayOnlyProposeReadsWhoAdds() {
        signInAs(Role.CISO);

        var text = Shown.text(open("catalogue/" + API));

        assertThat(text).contains("Entries are added by people with the role Legal.");
        assertThat(find(Button.class).withText("Add to register").all()).isEmpty();
    }

    @Test
    void whatTheRegisterSaysOtherwiseIsShownAndTakenOverByClick() {
        signInAs(Role.LEGAL);
        var product = catalogue.add(API);
        var window = register.now().of(product.id(), RetentionWindow.class).stream()
                .filter(entry -> entry.basis().catalogueKey().endsWith("/prompts_outputs"))
                .findFirst()
                .orElseThrow();
        var content = window.content();
        register.change(
                window.id(),
                1,
                new RetentionWindow(
                        content.data(),
                        content.detail(),
                        7,
                        content.qualifier(),
                        content.model(),
                        content.region(),
                        content.mode(),
                        content.otherDays(),
                        content.zeroRetention(),
                        content.zeroRetentionHow(),
                        content.notes()),
                window.basis(),
                "Agreed so",
                null);

        var view = open("catalogue/" + API);

        assertThat(Shown.text(view))
                .contains("The catalogue says otherwise than the register")
                .contains("Prompts and outputs Days 7 last changed by Sample Legal")
                .contains("30 Take over");
        test(button("Take over")).click();
        assertThat(Shown.text(view())).doesNotContain("says otherwise");
        assertThat(register.now()
                        .find(window.id(), RetentionWindow.class)
                        .orElseThrow()
                        .content()
                        .days())
                .isEqualTo(30);
    }

    @Test
    void anAddressThatIsNotInTheCatalogueLeadsBackToIt() {
        signInAs(Role.LEGAL);

        assertThat(Shown.text(open("catalogue/nobody_sells_this")))
                .contains("The catalogue of 22 Nov 2026 has no entry nobody_sells_this.", "Open the catalogue");
    }

    private Component open(String address) {
        UI.getCurrent().navigate(address.split("\\?")[0], query(address));
        return view();
    }

    private static QueryParameters query(String address) {
        return address.contains("?")
                ? QueryParameters.fromString(address.substring(address.indexOf('?') + 1))
                : QueryParameters.empty();
    }

    private static Component view() {
        return UI.getCurrent().getCurrentView();
    }

    private List<NativeTableRow> rows() {
        return find(NativeTableRow.class).all().stream()
                .filter(row -> row.getParent().orElseThrow() instanceof NativeTableBody)
                .toList();
    }

    private NativeTableRow row(String product) {
        return rows().stream()
                .filter(row -> find(RouterLink.class, row).all().stream()
                        .anyMatch(link -> link.getText().equals(product)))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private void select(String label, String value) {
        var select = (Select<String>) find(Select.class).all().stream()
                .filter(one -> one.getAriaLabel().orElse("").equals(label))
                .findFirst()
                .orElseThrow();
        test(select).selectItem(select.getItemLabelGenerator().apply(value));
    }

    private void sort(String column) {
        test(find(NativeButton.class).withText(column).single()).click();
    }

    private Button button(String text) {
        return find(Button.class).withText(text).single();
    }
}
