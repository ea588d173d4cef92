package io.outflow.vendors.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.QueryParameters;
import io.outflow.Shown;
import io.outflow.ViewTest;
import io.outflow.access.Role;
import io.outflow.history.ChangeLog;
import io.outflow.vendors.Basis;
import io.outflow.vendors.Draft;
import io.outflow.vendors.DueExport;
import io.outflow.vendors.DueFilter;
import io.outflow.vendors.Register;
import io.outflow.vendors.Registers;
import io.outflow.vendors.content.Certification;
import io.outflow.vendors.content.Criticality;
import io.outflow.vendors.content.DeadlineKind;
import io.outflow.vendors.content.Product;
import io.outflow.vendors.content.ProductStatus;
import io.outflow.vendors.content.Scheme;
import io.outflow.vendors.content.Vendor;
import io.outflow.vendors.content.YesNo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** UC-42: what is due, as a list and as a calendar. Each test looks at an owner of its own, because the register is shared. */
class UC42DueViewTest extends ViewTest {

    private final String owner = "=Dana " + UUID.randomUUID();
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    @Autowired
    Register register;

    @Autowired
    DueExport export;

    @Autowired
    ChangeLog log;

    private UUID product;

    @BeforeEach
    void aProductWithDays() {
        signInAs(Role.LEGAL);
        var vendor = register.add(
                new Draft(
                        null,
                        new Vendor(
                                "Vendor of " + owner,
                                "",
                                List.of(),
                                "",
                                "",
                                List.of(),
                                owner,
                                Criticality.UNKNOWN,
                                null,
                                ""),
                        Basis.ours("", null, null)),
                "New vendor");
        product = register.add(
                        new Draft(
                                vendor.id(),
                                Registers.product(ProductStatus.APPROVED, "", 12, today.plusDays(20)),
                                Basis.ours("", null, null)),
                        "New product")
                .id();
        certificate(Scheme.ISO_27001, today.minusDays(3));
        certificate(Scheme.SOC2_TYPE2, today.plusDays(5));
        certificate(Scheme.C5, today.plusDays(60));
        certificate(Scheme.IRAP, today.plusDays(400));
    }

    @Test
    void daysStandInGroupsByHowNearTheyAre() {
        open();

        assertThat(group("due-overdue")).contains("ISO 27001 expires", "3 days ago", "Claude API", owner);
        assertThat(group("due-week")).contains("SOC 2 II expires", "5 days left");
        assertThat(group("due-month")).contains("Review is due", "20 days left");
        assertThat(group("due-quarter")).contains("C5 expires");
        assertThat(group("due-later")).contains("IRAP expires");
    }

    @Test
    void eachDayLeadsToItsProduct() {
        open();

        assertThat(find(Anchor.class).all()).extracting(Anchor::getHref).contains("products/" + product);
    }

    @Test
    void aKindChosenNarrowsTheListAndTheAddress() {
        open();

        kind().setValue(DeadlineKind.REVIEW);

        assertThat(rows()).singleElement().satisfies(row -> assertThat(row).contains("Review is due"));
        assertThat(UI.getCurrent().getActiveViewLocation().getQueryParameters().getParameters())
                .containsEntry("kind", List.of("REVIEW"))
                .containsEntry("owner", List.of(owner));
    }

    @Test
    void anOwnerChosenNarrowsTheList() {
        UI.getCurrent().navigate("due");

        owners().setValue(owner);

        assertThat(rows()).hasSize(5).allSatisfy(row -> assertThat(row).contains(owner));
    }

    @Test
    void aFilterThatNothingMatchesSaysWhatIsOutsideIt() {
        navigateWith("kind", "OBJECTION", "owner", owner);

        assertThat(Shown.text(view())).contains("Nothing matches.", "outside this filter");
        test(find(Button.class).withText("Clear").single()).click();
        assertThat(rows()).isNotEmpty();
    }

    @Test
    void theCalendarShowsAMonthAndStepsToOthers() {
        var month = YearMonth.from(today.plusDays(400));
        navigateWith("view", "calendar", "month", month.toString(), "owner", owner);
        assertThat(find(NativeTableCell.class).all().stream().map(Shown::text)).anySatisfy(cell -> assertThat(cell)
                .startsWith(Integer.toString(today.plusDays(400).getDayOfMonth()))
                .contains("Claude API: IRAP expires"));

        test(find(NativeButton.class).withText("Later").single()).click();

        assertThat(Shown.text(view())).doesNotContain("IRAP expires").contains("nothing in this month");
        assertThat(UI.getCurrent().getActiveViewLocation().getQueryParameters().getSingleParameter("month"))
                .contains(month.plusMonths(1).toString());
    }

    @Test
    void anAddressThatCannotBeReadShowsEverything() {
        navigateWith("kind", "NOTHING", "month", "2026-99", "owner", owner);

        assertThat(rows()).hasSize(5);
    }

    @Test
    void theExportHasWhatIsShownWithoutFormulasAndIsLogged() throws IOException {
        var out = new ByteArrayOutputStream();
        var before = log.list(0, 1).getFirst().seq();

        export.csv(new DueFilter(Set.of(), Optional.of(owner), Set.of()), Optional.empty(), out);

        var lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSize(6);
        assertThat(lines.get(1)).contains(today.minusDays(3) + ",-3,Overdue,Certificate expires", ",'=Dana ");
        assertThat(log.list(0, 1).getFirst()).satisfies(entry -> {
            assertThat(entry.seq()).isEqualTo(before + 1);
            assertThat(entry.action()).isEqualTo("export");
            assertThat(entry.text()).isEqualTo("5 rows as CSV");
        });
    }

    @Test
    void anEarlierMomentShowsWhatWasDueThenAndLeadsOnAtTheSameMoment() {
        var then = Instant.now();
        certificate(Scheme.MTCS, today.plusDays(12));
        navigateWith("owner", owner, "asOf", then.toString(), "known", "then");

        assertThat(Shown.text(view())).contains("The register as it read at");
        assertThat(rows()).hasSize(5);
        assertThat(find(Anchor.class, view()).all())
                .extracting(Anchor::getHref)
                .anyMatch(address -> address.startsWith("products/" + product + "?asOf="));
        navigateWith("owner", owner, "asOf", Instant.now().toString(), "known", "then");
        assertThat(rows()).hasSize(6);
    }

    @Test
    void aCycleWithoutAnyDayIsNamed() {
        var name = "Never reviewed " + UUID.randomUUID();
        var vendor = register.now().find(product).orElseThrow().owner();
        var never = Registers.product(ProductStatus.APPROVED, "", 12, null);
        register.add(
                new Draft(
                        vendor,
                        new Product(
                                name,
                                "",
                                never.category(),
                                never.status(),
                                never.inUse(),
                                List.of(),
                                "",
                                "",
                                12,
                                null,
                                List.of(),
                                ""),
                        Basis.ours("", null, null)),
                "New product");

        open();

        assertThat(Shown.text(view())).contains("to be reviewed in a cycle, but no review and no day is recorded");
    }

    @Test
    void theFootOfEveryPageLeadsToWhatIsDue() {
        open();

        assertThat(find(Anchor.class).all())
                .filteredOn(link -> link.getHref().equals("due"))
                .singleElement()
                .satisfies(link -> assertThat(link.getText()).contains("overdue", "in 30 days"));
    }

    @Test
    void somebodyWithoutTheRegisterSeesNoneOfIt() {
        signInAs(Role.ADMIN);

        UI.getCurrent().navigate("settings/tokens");

        assertThat(find(Anchor.class).all()).extracting(Anchor::getHref).doesNotContain("due");
    }

    private void certificate(Scheme scheme, LocalDate until) {
        register.add(
                new Draft(
                        product,
                        new Certification(scheme, YesNo.YES, "", "", "", null, until, null, null, ""),
                        Basis.ours("Report", null, null)),
                "Read");
    }

    private void open() {
        navigateWith("owner", owner);
    }

    private static void navigateWith(String... pairs) {
        var values = new java.util.LinkedHashMap<String, String>();
        for (var i = 0; i < pairs.length; i += 2) {
            values.put(pairs[i], pairs[i + 1]);
        }
        UI.getCurrent().navigate("due", QueryParameters.simple(values));
    }

    private DueView view() {
        return find(DueView.class).single();
    }

    private String group(String id) {
        return Shown.text(find(Div.class).withTestId(id).single());
    }

    private List<String> rows() {
        return find(NativeTableRow.class).all().stream()
                .map(Shown::text)
                .filter(text -> !text.startsWith("Day"))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private Select<DeadlineKind> kind() {
        return find(Select.class).withTestId("due-kind").single();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<String> owners() {
        return find(ComboBox.class).withTestId("due-owner").single();
    }
}
