package io.outflow.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outflow.As;
import io.outflow.OutflowTest;
import io.outflow.history.ChangeLog;
import io.outflow.trail.CallerKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

@OutflowTest
class UC10SeeNamesWithAReasonTest {

    @Autowired
    Names names;

    @Autowired
    ChangeLog log;

    @AfterEach
    void signOut() {
        As.nobody();
    }

    @ParameterizedTest
    @EnumSource
    void everyRoleSeesAMarkBeforeAReason(Role role) {
        As.role(role);

        assertThat(names.shown(CallerKind.PERSON, "id-1", "jo@example.com")).matches("Person [0-9a-f]{6}");
    }

    @Test
    void markIsStableAndTellsPeopleApart() {
        As.role(Role.CISO);

        assertThat(names.shown(CallerKind.PERSON, "id-1", "jo"))
                .isEqualTo(names.shown(CallerKind.PERSON, "id-1", "other"));
        assertThat(names.shown(CallerKind.PERSON, "id-1", "jo"))
                .isNotEqualTo(names.shown(CallerKind.PERSON, "id-2", "jo"));
    }

    @Test
    void onlyPeopleAreMasked() {
        As.role(Role.LEGAL);

        for (var kind : CallerKind.values()) {
            assertThat(names.shown(kind, "id-1", "name").equals("name")).isEqualTo(kind != CallerKind.PERSON);
        }
    }

    @Test
    void reasonShowsNamesForThisSessionAndIsWrittenDown() {
        As.role(Role.AUDITOR);
        names.reveal("review of the third quarter");

        assertThat(names.shown(CallerKind.PERSON, "id-1", "jo@example.com")).isEqualTo("jo@example.com");
        assertThat(log.list(0, 1).getFirst())
                .extracting("action", "text")
                .containsExactly("names shown", "review of the third quarter");

        As.role(Role.AUDITOR);
        assertThat(names.revealed()).isFalse();
    }

    @Test
    void adminAndLegalNeverSeeNames() {
        As.role(Role.ADMIN, Role.LEGAL);

        assertThatThrownBy(() -> names.reveal("a good reason"))
                .isInstanceOf(AccessRefused.class)
                .hasMessageContaining("CISO or Auditor");
    }

    @Test
    void emptyReasonIsNoReason() {
        As.role(Role.CISO);

        assertThatThrownBy(() -> names.reveal("  ")).isInstanceOf(AccessRefused.class);
        assertThat(names.revealed()).isFalse();
    }

    @Test
    void outflowItselfSeesNoNames() {
        assertThat(Acting.asOutflow(() -> names.shown(CallerKind.PERSON, "id-1", "jo")))
                .startsWith("Person ");
    }
}
