package io.outflow.history.internal;

import io.outflow.history.Entry;
import io.outflow.history.LogFilter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The table of the change log and its head, the one row that makes writers take turns. */
public final class LogRows {

    public static final int LONGEST_ACTOR = 200;
    static final int LONGEST_ACTION = 100;
    static final int LONGEST_OBJECT = 400;
    static final int LONGEST_TEXT = 10_000;

    private static final String COLUMNS = "seq, at, actor, action, object, text, prev_hash, hash";

    /** PostgreSQL would read a whole answer into memory, and a log may be long. */
    static final int FETCH = 1_000;

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

    public List<Entry> list(LogFilter filter, int offset, int limit) {
        return select(COLUMNS, filter, " ORDER BY seq DESC OFFSET :offset ROWS FETCH NEXT :limit ROWS ONLY")
                .param("offset", offset)
                .param("limit", limit)
                .query(LogRows::entry)
                .list();
    }

    public long count(LogFilter filter) {
        return select("COUNT(*)", filter, "").query(Long.class).single();
    }

    public Optional<Entry> find(long seq) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM change_log WHERE seq = ?")
                .param(seq)
                .query(LogRows::entry)
                .optional();
    }

    public List<String> actions() {
        return jdbc.sql("SELECT DISTINCT action FROM change_log ORDER BY action")
                .query(String.class)
                .list();
    }

    /** All up to a number, in the order of their numbers; close it. */
    public Stream<Entry> all(long last) {
        return jdbc
                .sql("SELECT " + COLUMNS + " FROM change_log WHERE seq <= ? ORDER BY seq")
                .param(last)
                .withFetchSize(FETCH)
                .query(LogRows::entry)
                .stream();
    }

    /** The entries from one number to another, in their order; close it. */
    public Stream<Entry> between(long first, long last) {
        return jdbc
                .sql("SELECT " + COLUMNS + " FROM change_log WHERE seq >= ? AND seq <= ? ORDER BY seq")
                .params(first, last)
                .withFetchSize(FETCH)
                .query(LogRows::entry)
                .stream();
    }

    /** The number of the first entry written at a time or later; one behind the last when there is none. */
    public long firstFrom(Instant from) {
        return jdbc.sql("SELECT COALESCE((SELECT MIN(seq) FROM change_log WHERE at >= ?), h.seq + 1)"
                        + " FROM change_log_head h WHERE h.id = 1")
                .param(OffsetDateTime.ofInstant(from, ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /** The number of the last entry written before a time, 0 when there is none. */
    public long lastBefore(Instant until) {
        return jdbc.sql("SELECT COALESCE(MAX(seq), 0) FROM change_log WHERE at < ?")
                .param(OffsetDateTime.ofInstant(until, ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /** Whether there is an entry that the head knows nothing of; asked in one statement, for writers go on meanwhile. */
    public boolean beyondHead() {
        return jdbc.sql("SELECT COUNT(*) FROM change_log_head h"
                                + " WHERE h.seq < (SELECT COALESCE(MAX(seq), 0) FROM change_log)")
                        .query(Long.class)
                        .single()
                > 0;
    }

    private StatementSpec select(String columns, LogFilter filter, String rest) {
        var where = new ArrayList<String>();
        var values = new HashMap<String, Object>();
        if (!filter.actor().isEmpty()) {
            where.add("LOWER(actor) LIKE :actor ESCAPE '!'");
            values.put("actor", pattern(filter.actor()));
        }
        if (!filter.action().isEmpty()) {
            where.add("action = :action");
            values.put("action", filter.action());
        }
        if (!filter.object().isEmpty()) {
            where.add("LOWER(object) LIKE :object ESCAPE '!'");
            values.put("object", pattern(filter.object()));
        }
        if (filter.from() != null) {
            where.add("at >= :from");
            values.put("from", OffsetDateTime.ofInstant(filter.from(), ZoneOffset.UTC));
        }
        if (filter.to() != null) {
            where.add("at < :to");
            values.put("to", OffsetDateTime.ofInstant(filter.to(), ZoneOffset.UTC));
        }
        return jdbc.sql("SELECT " + columns + " FROM change_log"
                        + (where.isEmpty() ? "" : " WHERE " + String.join(" AND ", where)) + rest)
                .params(values);
    }

    private static String pattern(String part) {
        return "%" + part.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
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
