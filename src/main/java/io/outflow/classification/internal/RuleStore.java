package io.outflow.classification.internal;

import io.outflow.classification.Matcher;
import io.outflow.classification.Matcher.Condition;
import io.outflow.classification.Matcher.Field;
import io.outflow.classification.Rule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Rules and their versions in the database. Every change happens under {@link #lock}. */
@Repository
class RuleStore {
    private static final String SELECT = """
            SELECT r.id, r.order_no, v.version, v.name, v.data_class, v.enabled, v.author,
                   v.changed_at, v.reason
              FROM class_rule r JOIN class_rule_version v ON v.rule_id = r.id
            """;

    private final JdbcClient jdbc;

    RuleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes changes take turns until the transaction ends, and gives the number that the rules have after this one. */
    long lock() {
        var version = jdbc.sql("SELECT version FROM ruleset_head WHERE id = 1 FOR UPDATE")
                .query(Long.class)
                .single();
        jdbc.sql("UPDATE ruleset_head SET version = ? WHERE id = 1")
                .param(version + 1)
                .update();
        return version + 1;
    }

    long version() {
        return jdbc.sql("SELECT version FROM ruleset_head WHERE id = 1")
                .query(Long.class)
                .single();
    }

    List<Rule> list() {
        var conditions = conditions(
                "SELECT c.* FROM class_rule_condition c JOIN class_rule r ON r.id = c.rule_id AND r.version = c.version");
        return jdbc.sql(SELECT + " AND v.version = r.version ORDER BY r.order_no")
                .query((row, n) -> rule(row, conditions))
                .list();
    }

    Optional<Rule> find(long id) {
        return list().stream().filter(rule -> rule.id() == id).findFirst();
    }

    /** All versions, newest first. */
    List<Rule> history(long id) {
        var conditions = conditions("SELECT c.* FROM class_rule_condition c WHERE c.rule_id = " + id);
        return jdbc.sql(SELECT + " WHERE r.id = ? ORDER BY v.version DESC")
                .param(id)
                .query((row, n) -> rule(row, conditions))
                .list();
    }

    /** Adds a rule behind the others and gives its number; its first version is to follow. */
    long add() {
        var key = new GeneratedKeyHolder();
        jdbc.sql("INSERT INTO class_rule (order_no, version)"
                        + " SELECT COALESCE(MAX(order_no), 0) + 1, 0 FROM class_rule")
                .update(key, "id");
        var id = key.getKey();
        if (id == null) {
            throw new IllegalStateException("The database gave no number for a new rule.");
        }
        return id.longValue();
    }

    void addVersion(Rule rule) {
        jdbc.sql("UPDATE class_rule SET version = ? WHERE id = ?")
                .params(rule.version(), rule.id())
                .update();
        jdbc.sql("INSERT INTO class_rule_version"
                        + " (rule_id, version, name, data_class, enabled, author, changed_at, reason)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        rule.id(),
                        rule.version(),
                        rule.name(),
                        rule.dataClass(),
                        rule.enabled(),
                        rule.author(),
                        OffsetDateTime.ofInstant(rule.changedAt(), ZoneOffset.UTC),
                        rule.reason())
                .update();
        var number = 0;
        for (var condition : rule.matcher().conditions()) {
            number++;
            jdbc.sql("INSERT INTO class_rule_condition (rule_id, version, condition_no, field, metadata_key, pattern)"
                            + " VALUES (?, ?, ?, ?, ?, ?)")
                    .params(
                            rule.id(),
                            rule.version(),
                            number,
                            condition.field().name(),
                            condition.key(),
                            condition.pattern())
                    .update();
        }
    }

    void order(List<Long> ids) {
        var position = 0;
        for (var id : ids) {
            position++;
            jdbc.sql("UPDATE class_rule SET order_no = ? WHERE id = ?")
                    .params(position, id)
                    .update();
        }
    }

    private Map<RuleVersion, List<Condition>> conditions(String select) {
        var found = new HashMap<RuleVersion, List<Condition>>();
        jdbc.sql(select + " ORDER BY 1, 2, 3").query((ResultSet row) -> {
            found.computeIfAbsent(
                            new RuleVersion(row.getLong("rule_id"), row.getInt("version")), _ -> new ArrayList<>())
                    .add(new Condition(
                            Field.valueOf(row.getString("field")),
                            row.getString("metadata_key"),
                            row.getString("pattern")));
        });
        return found;
    }

    private static Rule rule(ResultSet row, Map<RuleVersion, List<Condition>> conditions) throws SQLException {
        var version = new RuleVersion(row.getLong("id"), row.getInt("version"));
        return new Rule(
                version.rule(),
                version.version(),
                row.getInt("order_no"),
                row.getString("name"),
                new Matcher(List.copyOf(conditions.getOrDefault(version, List.of()))),
                row.getString("data_class"),
                row.getBoolean("enabled"),
                row.getString("author"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getString("reason"));
    }

    private record RuleVersion(long rule, int version) {}
}
