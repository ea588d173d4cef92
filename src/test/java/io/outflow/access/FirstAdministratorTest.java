package io.outflow.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.outflow.As;
import io.outflow.OutflowTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OutflowTest
class FirstAdministratorTest {

    @Autowired
    People people;

    @Autowired
    FirstAdministrator first;

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

    @Test
    void aSettingThatWouldBeRefusedChangesNothingOnceSomebodyExists() {
        As.role(Role.ADMIN);
        var before = people.list();

        assertThatCode(() -> first.fromSetting("weak")).doesNotThrowAnyException();

        assertThat(people.list()).isEqualTo(before);
    }
}
