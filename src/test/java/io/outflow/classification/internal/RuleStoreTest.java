package io.outflow.classification.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.classification.DataClass;
import io.outflow.classification.Matcher;
import io.outflow.classification.Matcher.Condition;
import io.outflow.classification.Matcher.Field;
import io.outflow.classification.Rule;
import io.outflow.testing.Database;
import io.outflow.testing.OnBothDatabases;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

class RuleStoreTest {

    @OnBothDatabases
    void rulesComeBackAsSavedInTheirOrderWithAllVersions(Database database) {
        try (var source = database.fresh()) {
            var store = new RuleStore(JdbcClient.create(source));
            assertThat(store.lock()).isEqualTo(2);
            assertThat(store.version()).isEqualTo(2);
            var first = rule(store.add(), 1, "first");
            store.addVersion(first);
            var second = rule(store.add(), 1, "second");
            store.addVersion(second);
            var changed = rule(first.id(), 2, "first, changed");
            store.addVersion(changed);

            assertThat(store.list()).extracting(Rule::name).containsExactly("first, changed", "second");
            store.order(List.of(second.id(), first.id()));

            assertThat(store.list()).extracting(Rule::name).containsExactly("second", "first, changed");
            assertThat(store.history(first.id()))
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("position")
                    .containsExactly(changed, first);
            assertThat(store.find(99)).isEmpty();
        }
    }

    @OnBothDatabases
    void dataClassesAreEightAtFirstAndTakeChanges(Database database) {
        try (var source = database.fresh()) {
            var store = new DataClassStore(JdbcClient.create(source));
            assertThat(store.list()).extracting(DataClass::rank).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
            var added = new DataClass("RESEARCH", "Research", "Re", 4, 3, "Unpublished results.");
            store.add(added);
            var changed = new DataClass("RESEARCH", "Research data", "Rd", 9, 2, "Results.");
            store.change(changed);

            assertThat(store.list()).hasSize(9).endsWith(changed);
        }
    }

    private static Rule rule(long id, int version, String name) {
        return new Rule(
                id,
                version,
                0,
                name,
                new Matcher(List.of(
                        new Condition(Field.METADATA, "team", "pay*"), new Condition(Field.ACCOUNT, "", "1111*"))),
                "PERSONAL",
                version == 1,
                "ana",
                Instant.parse("2026-03-02T12:00:00.123456Z"),
                "because");
    }
}
