package io.outflow.evidence.internal;

import io.outflow.evidence.EvidenceNotes.Note;
import io.outflow.evidence.EvidencePackage;
import io.outflow.evidence.EvidencePackage.State;
import io.outflow.evidence.PackageRequest;
import io.outflow.evidence.internal.BagWriter.Sealed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The tables of packages, their files and what was said about them. */
@Repository
public class PackageRows {

    private static final String SELECT =
            "SELECT number, state, request, made_by, requested_at, made_at, file_name, size_bytes, sha256, tag_manifest, signer,"
                    + " stamped_at, previous_number, message FROM evidence_package ";

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;

    PackageRows(JdbcClient jdbc, JdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /** Adds one that is now made, with the next number; the caller holds the head of the change log, so nobody takes the same. */
    public long add(PackageRequest request, String madeBy, @Nullable UUID madeById, Instant at, long logSeq) {
        var number = jdbc.sql("SELECT COALESCE(MAX(number), 0) + 1 FROM evidence_package")
                .query(Long.class)
                .single();
        var previous = jdbc.sql("SELECT COALESCE(MAX(number), 0) FROM evidence_package WHERE state = 'MADE'")
                .query(Long.class)
                .single();
        jdbc.sql(
                        "INSERT INTO evidence_package (number, state, request, recipient, made_by, made_by_id, requested_at, log_seq,"
                                + " previous_number, file_name, size_bytes, sha256, tag_manifest, signer, message)"
                                + " VALUES (?, 'MAKING', ?, ?, ?, ?, ?, ?, ?, '', 0, '', '', '', '')")
                .param(number)
                .param(JsonMapper.shared().writeValueAsString(request))
                .param(request.recipient())
                .param(madeBy)
                .param(madeById)
                .param(utc(at))
                .param(logSeq)
                .param(previous)
                .update();
        return number;
    }

    public void made(long number, PackageRequest request, Instant at, String fileName, String signer, Sealed sealed) {
        jdbc.sql(
                        "UPDATE evidence_package SET state = 'MADE', request = ?, made_at = ?, file_name = ?, size_bytes = ?, sha256 = ?,"
                                + " tag_manifest = ?, signer = ?, stamped_at = ? WHERE number = ? AND state = 'MAKING'")
                .param(JsonMapper.shared().writeValueAsString(request))
                .param(utc(at))
                .param(fileName)
                .param(sealed.bytes())
                .param(sealed.sha256())
                .param(sealed.tagManifest())
                .param(signer)
                .param(sealed.stampedAt().map(PackageRows::utc).orElse(null))
                .param(number)
                .update();
        batch.batchUpdate(
                "INSERT INTO evidence_file (package_number, name, size_bytes, sha256, row_count) VALUES (?, ?, ?, ?, ?)",
                sealed.files(),
                500,
                (row, file) -> {
                    row.setLong(1, number);
                    row.setString(2, file.name());
                    row.setLong(3, file.bytes());
                    row.setString(4, file.sha256());
                    row.setLong(5, file.rows());
                });
    }

    public void failed(long number, String message) {
        jdbc.sql("UPDATE evidence_package SET state = 'FAILED', message = ? WHERE number = ? AND state = 'MAKING'")
                .params(message.length() <= 2_000 ? message : message.substring(0, 2_000), number)
                .update();
    }

    public void stamped(long number, Instant at) {
        jdbc.sql("UPDATE evidence_package SET stamped_at = ? WHERE number = ?")
                .params(utc(at), number)
                .update();
    }

    public Optional<EvidencePackage> find(long number) {
        return jdbc.sql(SELECT + "WHERE number = ?")
                .param(number)
                .query(PackageRows::read)
                .optional();
    }

    /** Newest first. */
    public List<EvidencePackage> list() {
        return jdbc.sql(SELECT + "ORDER BY number DESC")
                .query(PackageRows::read)
                .list();
    }

    public List<EvidencePackage> in(State state) {
        return jdbc.sql(SELECT + "WHERE state = ? ORDER BY number")
                .param(state.name())
                .query(PackageRows::read)
                .list();
    }

    /** Whether a person made it or it is for them. */
    public boolean isFor(long number, @Nullable UUID person, String name) {
        return jdbc.sql(
                                "SELECT COUNT(*) FROM evidence_package WHERE number = :number AND (LOWER(recipient) = LOWER(:name)"
                                        + " OR made_by_id = :person)")
                        .param("number", number)
                        .param("name", name)
                        .param("person", person, java.sql.Types.OTHER)
                        .query(Long.class)
                        .single()
                > 0;
    }

    public long logSeq(long number) {
        return jdbc.sql("SELECT log_seq FROM evidence_package WHERE number = ?")
                .param(number)
                .query(Long.class)
                .single();
    }

    public List<EvidencePackage.File> files(long number) {
        return jdbc.sql(
                        "SELECT name, size_bytes, sha256, row_count FROM evidence_file WHERE package_number = ? ORDER BY name")
                .param(number)
                .query((row, n) ->
                        new EvidencePackage.File(row.getString(1), row.getLong(2), row.getString(3), row.getLong(4)))
                .list();
    }

    public List<Note> notes(long number) {
        return jdbc.sql("SELECT at, author, text FROM evidence_note WHERE package_number = ? ORDER BY id")
                .param(number)
                .query((row, n) -> new Note(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("author"),
                        row.getString("text")))
                .list();
    }

    public void add(long number, Note note) {
        jdbc.sql("INSERT INTO evidence_note (package_number, at, author, text) VALUES (?, ?, ?, ?)")
                .params(number, utc(note.at()), note.author(), note.text())
                .update();
    }

    private static EvidencePackage read(ResultSet row, int number) throws SQLException {
        return new EvidencePackage(
                row.getLong("number"),
                State.valueOf(row.getString("state")),
                JsonMapper.shared().readValue(row.getString("request"), PackageRequest.class),
                row.getString("made_by"),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                instant(row, "made_at"),
                row.getString("file_name"),
                row.getLong("size_bytes"),
                row.getString("sha256"),
                row.getString("tag_manifest"),
                row.getString("signer"),
                instant(row, "stamped_at"),
                row.getLong("previous_number"),
                row.getString("message"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime utc(Instant time) {
        return OffsetDateTime.ofInstant(time, ZoneOffset.UTC);
    }
}
