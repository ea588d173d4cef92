package io.outflow.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.As;
import io.outflow.OutflowTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OutflowTest
class FirstAdministratorTest {

    @Autowired
    People people;

    @AfterEach
    void signOut() {
        As.nobody();
    }

    @Test
    void settingMakesAnAdministratorWhoIsAlsoCiso() {
        As.role(Role.ADMIN);

        assertThat(people.list())
                .filteredOn(person -> person.name().equals(OutflowTest.ADMIN))
                .singleElement()
                .satisfies(person -> assertThat(person.roles()).containsExactlyInAnyOrder(Role.ADMIN, Role.CISO));
    }
}
