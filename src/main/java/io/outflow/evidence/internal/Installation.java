package io.outflow.evidence.internal;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What this Outflow is: its version, the version of its tables, and whether its data is made up. */
@Component
class Installation {

    private final JdbcClient jdbc;
    private final String version;
    private final boolean sample;

    Installation(
            JdbcClient jdbc, @Value("${outflow.version}") String version, @Value("${outflow.sample}") boolean sample) {
        this.jdbc = jdbc;
        this.version = version;
        this.sample = sample;
    }

    Ipe.Source source(String instance) {
        var schema = jdbc.sql("SELECT \"version\" FROM \"flyway_schema_history\" WHERE \"success\" = TRUE"
                        + " AND \"version\" IS NOT NULL ORDER BY \"installed_rank\" DESC FETCH FIRST 1 ROW ONLY")
                .query(String.class)
                .optional()
                .orElse("unknown");
        return new Ipe.Source(instance, sample, version, schema);
    }
}
