package io.outflow.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PolicyTest {

    /** The table as people agreed on it, written a second time so that a slip in the code shows. */
    private static final String AGREED = """
            ADMINISTER      do          -            -       -           -
            IMPORT          do          do           -       -           -
            READ_USAGE      do          do           do      do          -
            SEE_NAMES       masked      with_reason  masked  with_reason -
            DECIDE          -           do           -       -           -
            REGISTER        -           propose      do      read        -
            HANDLE_GAPS     -           do           do      read        -
            EVIDENCE        -           do           do      in_scope    read
            VERIFY_EVIDENCE do          do           do      do          do
            INVITE          do          do           -       -           -
            CHANGE_LOG      read        read         read    read        -
            OWN_ACCOUNT     do          do           do      do          do
            """;

    @Test
    void tableIsTheOneThatWasAgreed() {
        var written = Arrays.stream(Action.values())
                .map(action -> action + " "
                        + Stream.of(Role.ADMIN, Role.CISO, Role.LEGAL, Role.AUDITOR, Role.INVITED)
                                .map(role -> Policy.permission(role, action))
                                .map(permission -> permission == Permission.NONE
                                        ? "-"
                                        : permission.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(" ")))
                .toList();

        assertThat(written)
                .isEqualTo(
                        AGREED.lines().map(line -> line.replaceAll(" +", " ")).toList());
    }

    @ParameterizedTest
    @EnumSource
    void withoutARoleNothingIsOpen(Action action) {
        assertThat(Policy.permission(List.of(), action)).isEqualTo(Permission.NONE);
    }

    @ParameterizedTest
    @EnumSource
    void twoRolesGiveTheStrongerOfBoth(Action action) {
        for (var first : Role.values()) {
            for (var second : Role.values()) {
                var both = Policy.permission(EnumSet.of(first, second), action);
                assertThat(both).isIn(Policy.permission(first, action), Policy.permission(second, action));
                assertThat(both.ordinal())
                        .isGreaterThanOrEqualTo(Policy.permission(first, action).ordinal())
                        .isGreaterThanOrEqualTo(
                                Policy.permission(second, action).ordinal());
            }
        }
    }

    @Test
    void doingNeedsMoreThanReadingOrProposing() {
        assertThat(Permission.READ.allows(Permission.DO)).isFalse();
        assertThat(Permission.PROPOSE.allows(Permission.DO)).isFalse();
        assertThat(Permission.PROPOSE.allows(Permission.READ)).isTrue();
        assertThat(Permission.IN_SCOPE.allows(Permission.DO)).isTrue();
        assertThat(Permission.MASKED.allows(Permission.WITH_REASON)).isFalse();
    }

    @Test
    void refusalNamesTheRolesThatMay() {
        assertThat(AccessRefused.of(Action.IMPORT, Permission.DO, List.of(Role.AUDITOR)))
                .hasMessage("Importing logs needs the role Admin or CISO. You are signed in as Auditor.");
    }
}
