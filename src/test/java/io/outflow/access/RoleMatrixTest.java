package io.outflow.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.outflow.As;
import io.outflow.OutflowTest;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;

/** Calls every guarded method of every bean as every role; what must happen is computed from the one table. */
@OutflowTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoleMatrixTest {

    @Autowired
    ApplicationContext beans;

    private List<Guarded> guarded;

    @BeforeAll
    void findAll() {
        guarded = guardedMethods();
    }

    @AfterEach
    void signOut() {
        As.nobody();
    }

    @ParameterizedTest
    @EnumSource
    void refusedExactlyWhereTheTableSaysSo(Role role) {
        var wrong = new ArrayList<String>();
        for (var one : guarded) {
            As.role(role);
            var allowed = Policy.permission(role, one.requires().value())
                    .allows(one.requires().level());
            // An allowed call is only checked on the policy side: running it with empty arguments would change data.
            if (!allowed && !isRefused(one)) {
                wrong.add(one.method() + " let " + role + " in: " + outcome(one));
            }
        }

        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void nobodyIsRefusedEverywhere(Action action) {
        As.nobody();

        assertThat(guarded.stream()
                        .filter(one -> one.requires().value() == action)
                        .filter(one -> !isRefused(one)))
                .isEmpty();
    }

    private boolean isRefused(Guarded guarded) {
        return outcome(guarded) instanceof AccessRefused;
    }

    private static Throwable outcome(Guarded guarded) {
        var arguments = Arrays.stream(guarded.method().getParameterTypes())
                .map(RoleMatrixTest::empty)
                .toArray();
        return catchThrowable(() -> {
            try {
                guarded.method().setAccessible(true);
                guarded.method().invoke(guarded.bean(), arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }

    private static Object empty(Class<?> type) {
        return type.isPrimitive() ? Array.get(Array.newInstance(type, 1), 0) : null;
    }

    private List<Guarded> guardedMethods() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("io.outflow").stream()
                        .filter(type -> !type.getPackageName().contains(".ui"))
                        .map(JavaClass::reflect)
                        .flatMap(this::guardedMethods)
                        .toList();
    }

    private Stream<Guarded> guardedMethods(Class<?> type) {
        return Arrays.stream(beans.getBeanNamesForType(type))
                .map(beans::getBean)
                .flatMap(bean -> Arrays.stream(type.getDeclaredMethods())
                        .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                        .flatMap(
                                method -> requires(type, method).map(requires -> new Guarded(bean, method, requires))));
    }

    private static Stream<Requires> requires(Class<?> type, Method method) {
        var own = AnnotatedElementUtils.findMergedAnnotation(method, Requires.class);
        return Stream.ofNullable(own == null ? AnnotatedElementUtils.findMergedAnnotation(type, Requires.class) : own);
    }

    private record Guarded(Object bean, Method method, Requires requires) {}
}
