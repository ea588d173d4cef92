package io.outflow.history.internal;

import io.outflow.history.Entry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of the change log and its head, the one row that makes writers take turns. */
public final class LogRows {

    public static final int LONGEST_ACTOR = 200;
    static final int LONGEST_ACTION = 100;
    static final int LONGEST_OBJECT = 400;
    static final int LONGEST_TEXT = 10_000;

    public static final String COLUMNS = "seq, at, actor, action, object, text, prev_hash, hash";

    private final JdbcClient jdbc;

    public LogRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The last entry's number and hash; who has it keeps the others waiting until the transaction ends. */
    public Head lock() {
        return jdbc.sql("SELECT seq, hash FROM change_log_head WHERE id = 1 FOR UPDATE")
                .query(LogRows::read)
                .single();
    }

    public Head head() {
        return jdbc.sql("SELECT seq, hash FROM change_log_head WHERE id = 1")
                .query(LogRows::read)
                .single();
    }

    /** Writes the entry after the locked head. What is longer than its column is cut. */
    public Entry append(Head head, Instant at, String actor, String action, String object, String text) {
        var entry = Chain.link(
                head.seq() + 1,
                at,
                cut(actor, LONGEST_ACTOR),
                cut(action, LONGEST_ACTION),
                cut(object, LONGEST_OBJECT),
                cut(text, LONGEST_TEXT),
                head.hash());
        jdbc.sql("INSERT INTO change_log (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        entry.seq(),
                        OffsetDateTime.ofInstant(entry.at(), ZoneOffset.UTC),
                        entry.actor(),
                        entry.action(),
                        entry.object(),
                        entry.text(),
                        entry.prevHash(),
                        entry.hash())
                .update();
        jdbc.sql("UPDATE change_log_head SET seq = ?, hash = ? WHERE id = 1")
                .params(entry.seq(), entry.hash())
                .update();
        return entry;
    }

    public static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getLong("seq"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("action"),
                row.getString("object"),
                row.getString("text"),
                row.getString("prev_hash"),
                row.getString("hash"));
    }

    /** At most so many characters, and never half of one. */
    public static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return storable(text);
        }
        return storable(text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest));
    }

    /** PostgreSQL stores no character 0. */
    public static String storable(String text) {
        return text.replace('\u0000', '\uFFFD');
    }

    private static Head read(ResultSet row, int number) throws SQLException {
        return new Head(row.getLong("seq"), row.getString("hash"));
    }

    /** The number and hash of the last entry; 0 and {@link Chain#START} before the first. */
    public record Head(long seq, String hash) {}
}
