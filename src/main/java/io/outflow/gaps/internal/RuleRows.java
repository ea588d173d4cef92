package io.outflow.gaps.internal;

import io.outflow.gaps.GapChangedMeanwhile;
import io.outflow.gaps.GapKind;
import io.outflow.gaps.GapRule;
import io.outflow.gaps.Severity;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The settings stored of each kind of gaps. */
@Component
class RuleRows {
    private final JdbcClient jdbc;

    RuleRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All kinds in their order; what nobody changed as it initially is. */
    List<GapRule> list() {
        var stored = jdbc
                .sql("SELECT kind, enabled, threshold, severity, version, changed_by, changed_at, why FROM gap_kind")
                .query((row, n) -> new GapRule(
                        GapKind.valueOf(row.getString("kind")),
                        row.getBoolean("enabled"),
                        row.getInt("threshold"),
                        Severity.valueOf(row.getString("severity")),
                        row.getInt("version"),
                        row.getString("changed_by"),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                        row.getString("why")))
                .list()
                .stream()
                .collect(Collectors.toMap(GapRule::kind, rule -> rule));
        return Arrays.stream(GapKind.values())
                .map(kind -> stored.getOrDefault(kind, GapRule.initial(kind)))
                .toList();
    }

    /** @param rule with its new version, one above the one that was read */
    void save(GapRule rule) {
        var values = List.of(
                rule.enabled(),
                rule.threshold(),
                rule.severity().name(),
                rule.version(),
                rule.changedBy(),
                rule.changedAt().atOffset(ZoneOffset.UTC),
                rule.why(),
                rule.kind().name());
        try {
            var rows = rule.version() == 1
                    ? jdbc.sql(
                                    "INSERT INTO gap_kind (enabled, threshold, severity, version, changed_by, changed_at, why,"
                                            + " kind) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
                            .params(values)
                            .update()
                    : jdbc.sql("UPDATE gap_kind SET enabled = ?, threshold = ?, severity = ?, version = ?,"
                                    + " changed_by = ?, changed_at = ?, why = ? WHERE kind = ? AND version = ?")
                            .params(values)
                            .param(rule.version() - 1)
                            .update();
            if (rows == 0) {
                throw new GapChangedMeanwhile();
            }
        } catch (DuplicateKeyException e) {
            throw new GapChangedMeanwhile();
        }
    }
}
