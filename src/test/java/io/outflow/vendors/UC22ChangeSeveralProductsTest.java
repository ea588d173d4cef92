package io.outflow.vendors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outflow.As;
import io.outflow.access.Role;
import io.outflow.history.Revisions;
import io.outflow.testing.Database;
import io.outflow.testing.OnBothDatabases;
import io.outflow.testing.WholeApplication;
import io.outflow.vendors.content.Product;
import io.outflow.vendors.content.Vendor;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Several products are changed together for one reason: all of them or none. */
class UC22ChangeSeveralProductsTest {

    private final String mark = " " + UUID.randomUUID();

    @BeforeEach
    void legal() {
        As.role(Role.LEGAL);
    }

    @AfterEach
    void nobody() {
        As.nobody();
    }

    @OnBothDatabases
    void allGetTheOwnerAndEachKeepsTheReasonInItsHistory(Database database) {
        var application = WholeApplication.on(database);
        var register = application.getBean(Register.class);
        var products = twoProducts(register);

        register.changeAll(products.stream().map(product -> owned(product)).toList(), "New team");

        var revisions = application.getBean(Revisions.class);
        assertThat(products).allSatisfy(product -> {
            assertThat(owner(register, product)).isEqualTo("New team lead");
            assertThat(revisions.ofObject(product.id()).getFirst().reason()).isEqualTo("New team");
        });
    }

    @OnBothDatabases
    void whenSomebodySavedOneOfThemFirstNoneIsChanged(Database database) {
        var register = WholeApplication.on(database).getBean(Register.class);
        var products = twoProducts(register);
        var second = products.getLast();
        register.change(second.id(), 1, second.content().ownedBy("Somebody else"), second.basis(), "Taken over", null);

        assertThatThrownBy(() -> register.changeAll(
                        products.stream().map(product -> owned(product)).toList(), "New team"))
                .isInstanceOf(EntryChangedMeanwhile.class);

        assertThat(owner(register, products.getFirst())).isEmpty();
        assertThat(owner(register, second)).isEqualTo("Somebody else");
    }

    private List<Entry<Product>> twoProducts(Register register) {
        var basis = Basis.ours("", null, null);
        var vendor = register.add(new Draft(null, Vendor.named("Vendor" + mark), basis), "New");
        return List.of("One", "Two").stream()
                .map(name -> register.add(new Draft(vendor.id(), Product.named(name + mark), basis), "New")
                        .as(Product.class)
                        .orElseThrow())
                .toList();
    }

    private static Change owned(Entry<Product> product) {
        return new Change(product.id(), product.version(), product.content().ownedBy("New team lead"), product.basis());
    }

    private static String owner(Register register, Entry<Product> product) {
        return register.now()
                .find(product.id(), Product.class)
                .orElseThrow()
                .content()
                .owner();
    }
}
