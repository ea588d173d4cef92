package io.outflow.testing;

import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Stored calls by the million, made by the database itself in seconds, for measurements that ask of them and not of their import. */
public final class ManyCalls {
    private static final int STEP = 100_000;
    private static final int RECORDS_A_FILE = 2_500;

    private ManyCalls() {}

    /**
     * Puts calls into the table, evenly over the days, and the columns of a next start out of date.
     *
     * @param subjects how many there are, from number 1 on
     * @param files how many import files the calls come from, from number 1 on
     */
    public static void fill(JdbcClient jdbc, Instant start, int days, int subjects, int files, long calls) {
        var h2 = isH2(jdbc);
        var micros = Duration.ofDays(days).toNanos() / 1_000 / calls;
        for (long from = 0; from < calls; from += STEP) {
            jdbc.sql("""
                    INSERT INTO invocation (event_time, account, event_key, subject_id, outcome, error_family, guardrail,
                        input_tokens, output_tokens, evidence, content_hash, request_key, request_id, file_id, record_no,
                        chunk_id, chunk_index, proof)
                    SELECT %s, '111122223333', %s, 1 + MOD(i * 7919, %d), CASE WHEN MOD(i, 20) = 0 THEN 1 ELSE 0 END, 0, 0,
                        MOD(i * 31, 5000), MOD(i * 17, 2000), 1, %s, i * 1099511, CAST(i AS VARCHAR), 1 + MOD(i / %d, %d),
                        MOD(i, %d), 1 + i / 1000, MOD(i, 1000), CASE WHEN MOD(i, 10) = 0 THEN 0 ELSE 1 END
                    FROM %s""".formatted(
                            h2
                                    ? "DATEADD('MICROSECOND', i * %d, TIMESTAMP WITH TIME ZONE '%s')"
                                            .formatted(micros, start)
                                    : "TIMESTAMPTZ '%s' + i * INTERVAL '%d microseconds'".formatted(start, micros),
                            h2 ? "CAST(RANDOM_UUID() AS VARCHAR)" : "CAST(gen_random_uuid() AS VARCHAR)",
                            subjects,
                            h2 ? "SECURE_RAND(32)" : "sha256(CAST(CAST(i AS TEXT) AS BYTEA))",
                            RECORDS_A_FILE,
                            files,
                            RECORDS_A_FILE,
                            h2
                                    ? "(SELECT X AS i FROM SYSTEM_RANGE(%d, %d)) AS n".formatted(from, from + STEP - 1)
                                    : "generate_series(CAST(%d AS BIGINT), CAST(%d AS BIGINT)) AS n(i)"
                                            .formatted(from, from + STEP - 1)))
                    .update();
        }
        jdbc.sql("UPDATE usage_head SET state_mark = 1").update();
    }

    private static boolean isH2(JdbcClient jdbc) {
        return jdbc.sql("SELECT count(*) FROM information_schema.schemata WHERE schema_name = 'PUBLIC'")
                        .query(Long.class)
                        .single()
                > 0;
    }
}
