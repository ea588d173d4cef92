package io.outflow;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.outflow.access.Requires;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The directions in which the parts of Outflow may look at each other, and what every door must say about access. */
class ArchitectureTests {

    /** Open to whoever is signed in, or to nobody yet: they only lead on. */
    private static final Set<String> VIEWS_WITHOUT_AN_ACTION = Set.of("io.outflow.base.ui.HomeView");

    /**
     * Called by services and at start, never for a person alone: what writes the change log and revisions, tells who asks, masks names,
     * makes the first person, takes a first password by a link, decides classes and looks for them in text, stores what an import read, and writes entries as JSON.
     */
    private static final Set<String> UNGUARDED_SERVICES = Set.of(
            "io.outflow.access.CurrentPerson",
            "io.outflow.access.FirstAdministrator",
            "io.outflow.access.FirstPassword",
            "io.outflow.access.Names",
            "io.outflow.classification.internal.DetectorsInForce",
            "io.outflow.classification.internal.RulesInForce",
            "io.outflow.history.ChangeLog",
            "io.outflow.history.Revisions",
            "io.outflow.usage.internal.JdbcEventStore",
            "io.outflow.usage.internal.Subjects",
            "io.outflow.vendors.EntryJson");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.outflow");

    @Test
    void trailDependsOnTheJdkAlone() {
        classes()
                .that()
                .resideInAPackage("io.outflow.trail..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "io.outflow.trail..", "org.jspecify.annotations..")
                .check(CLASSES);
    }

    @Test
    void onlyScreensKnowVaadin() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..ui..")
                .and()
                .doNotHaveFullyQualifiedName(Outflow.class.getName())
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.vaadin..")
                .check(CLASSES);
    }

    @Test
    void persistenceStaysInside() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..internal..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.persistence..", "org.hibernate..")
                .check(CLASSES);
    }

    @Test
    void screensAskServicesAndNotTheDatabase() {
        noClasses()
                .that()
                .resideInAPackage("..ui..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta.persistence..",
                        "org.springframework.data.jpa..",
                        "org.springframework.jdbc..",
                        "java.sql..")
                .check(CLASSES);
    }

    @Test
    void nobodyDependsOnTheApi() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.outflow.api..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.outflow.api..")
                .check(CLASSES);
    }

    @Test
    void everyViewSaysWhoMayOpenIt() {
        classes()
                .that()
                .areAnnotatedWith(Route.class)
                .and(not(named(VIEWS_WITHOUT_AN_ACTION)))
                .should()
                .beAnnotatedWith(Requires.class)
                .orShould()
                .beAnnotatedWith(AnonymousAllowed.class)
                .check(CLASSES);
    }

    @Test
    void everyServiceMethodSaysWhoMayCallIt() {
        methods()
                .that()
                .areDeclaredInClassesThat(areServicesOfAModule())
                .and()
                .arePublic()
                .and()
                .doNotHaveModifier(JavaModifier.SYNTHETIC)
                .should(sayWhoMayCall())
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void everyRestControllerSaysWhoMayCallIt() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(RestController.class)
                .and()
                .areNotPrivate()
                .and()
                .areMetaAnnotatedWith(RequestMapping.class)
                .should(sayWhoMayCall())
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void everyPackageIsNullMarked() {
        var marked = CLASSES.stream()
                .filter(type -> type.getSimpleName().equals("package-info") && type.isAnnotatedWith(NullMarked.class))
                .map(JavaClass::getPackageName)
                .collect(Collectors.toSet());
        var packages = CLASSES.stream().map(JavaClass::getPackageName).collect(Collectors.toCollection(TreeSet::new));

        assertThat(marked).containsAll(packages);
    }

    private static DescribedPredicate<JavaClass> named(Set<String> names) {
        return DescribedPredicate.describe("named " + names, type -> names.contains(type.getName()));
    }

    /** A service of a module's root, or one that carries out an interface of it. */
    private static DescribedPredicate<JavaClass> areServicesOfAModule() {
        return DescribedPredicate.describe("are services that a module offers", type -> {
            var bean = type.isAnnotatedWith(Service.class) || type.isAnnotatedWith(Component.class);
            var offered = isRoot(type) || type.getAllRawInterfaces().stream().anyMatch(ArchitectureTests::isRoot);
            return bean
                    && offered
                    && !type.getPackageName().contains(".ui")
                    && !UNGUARDED_SERVICES.contains(type.getName());
        });
    }

    private static boolean isRoot(JavaClass type) {
        return type.getPackageName().matches("io\\.outflow\\.\\w+");
    }

    private static ArchCondition<JavaMethod> sayWhoMayCall() {
        return new ArchCondition<>("be guarded by @Requires on the method, its class or the interface it carries out") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                var guarded = guards(method)
                        || guards(method.getOwner())
                        || method.getOwner().getAllRawInterfaces().stream()
                                .anyMatch(type -> guards(type)
                                        || type.getMethods().stream()
                                                .anyMatch(other ->
                                                        other.getName().equals(method.getName()) && guards(other)));
                events.add(new SimpleConditionEvent(method, guarded, method.getFullName() + " says nothing of access"));
            }
        };
    }

    private static boolean guards(HasAnnotations<?> element) {
        return element.getAnnotations().stream()
                .map(JavaAnnotation::getRawType)
                .anyMatch(type -> type.isEquivalentTo(Requires.class));
    }
}
