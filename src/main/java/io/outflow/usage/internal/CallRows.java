package io.outflow.usage.internal;

import io.outflow.trail.ErrorFamily;
import io.outflow.trail.EventKey;
import io.outflow.trail.Guardrail;
import io.outflow.trail.Outcome;
import io.outflow.trail.Proof;
import io.outflow.trail.TextFindings.Seen;
import io.outflow.trail.Tokens;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Reads calls and log lines from their rows. */
final class CallRows {
    private static final Outcome[] OUTCOMES = Outcome.values();
    private static final ErrorFamily[] FAMILIES = ErrorFamily.values();
    private static final Proof[] PROOFS = Proof.values();
    private static final Guardrail[] GUARDRAILS = Guardrail.values();

    /** How many columns a call and a line have in common, from the first on. */
    static final int COMMON = 20;

    private CallRows() {}

    /** Reads the columns that calls and lines have in common; evidence and proof are the caller's to say. */
    static CallRow read(ResultSet row, int evidence) throws SQLException {
        return new CallRow(
                key(row, 1),
                row.getInt(4),
                OUTCOMES[row.getInt(5)],
                row.getString(6),
                FAMILIES[row.getInt(7)],
                GUARDRAILS[row.getInt(8)],
                tokens(row, 9),
                row.getBytes(13),
                number(row, 14),
                row.getString(15),
                row.getLong(16),
                row.getInt(17),
                row.getLong(18),
                row.getInt(19),
                evidence,
                Proof.NO_DIGEST,
                row.getString(COMMON),
                Seen.NOTHING);
    }

    static EventKey key(ResultSet row, int first) throws SQLException {
        return new EventKey(
                row.getObject(first, OffsetDateTime.class).toInstant(),
                row.getString(first + 1),
                row.getString(first + 2));
    }

    static Proof proof(int code) {
        return PROOFS[code];
    }

    static Guardrail guardrail(int code) {
        return GUARDRAILS[code];
    }

    static Tokens tokens(ResultSet row, int first) throws SQLException {
        return new Tokens(number(row, first), number(row, first + 1), number(row, first + 2), number(row, first + 3));
    }

    private static @Nullable Long number(ResultSet row, int column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : Long.valueOf(value);
    }
}
