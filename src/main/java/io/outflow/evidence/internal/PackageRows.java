package io.outflow.evidence.internal;

import io.outflow.evidence.EvidencePackage;
import io.outflow.evidence.EvidencePackage.State;
import io.outflow.evidence.PackageRequest;
import io.outflow.evidence.internal.BagWriter.Sealed;
import io.outflow.evidence.internal.Orders.Orderer;
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

/** The tables of packages and their files. */
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
    public long add(PackageRequest request, Orderer orderer, @Nullable UUID recipient, Instant at, long logSeq) {
        var number = jdbc.sql("SELECT COALESCE(MAX(number), 0) + 1 FROM evidence_package")
                .query(Long.class)
                .single();
        var previous = jdbc.sql("SELECT COALESCE(MAX(number), 0) FROM evidence_package WHERE state = 'MADE'")
                .query(Long.class)
                .single();
        jdbc.sql(
                        "INSERT INTO evidence_package (number, state, request, recipient, made_by, made_by_id, requested_at, log_seq,"
                                + " previous_number, template_id, template_due, recipient_id, file_name, size_bytes, sha256, tag_manifest, signer,"
                                + " message) VALUES (?, 'MAKING', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', 0, '', '', '', '')")
                .param(number)
                .param(JsonMapper.shared().writeValueAsString(request))
                .param(request.recipient())
                .param(orderer.by())
                .param(orderer.byId())
                .param(utc(at))
                .param(logSeq)
                .param(previous)
                .param(orderer.templateId())
                .param(orderer.due() == null ? null : utc(orderer.due()))
                .param(recipient)
                .update();
        return number;
    }

    /** The package that was made of a template for the time at which it was due. */
    public Optional<Long> madeOf(UUID template, Instant due) {
        return jdbc.sql(
                        "SELECT MAX(number) FROM evidence_package WHERE template_id = ? AND template_due = ? AND state = 'MADE'")
                .params(template, utc(due))
                .query(Long.class)
                .optional();
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

    /** Whether it was made for somebody who was invited from outside. */
    public boolean isMadeFor(long number, UUID guest) {
        return jdbc.sql("SELECT COUNT(*) FROM evidence_package WHERE number = ? AND recipient_id = ?")
                        .params(number, guest)
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

    /** The invited person that it was made for. */
    public Optional<UUID> recipient(long number) {
        return jdbc.sql("SELECT recipient_id FROM evidence_package WHERE number = ? AND recipient_id IS NOT NULL")
                .param(number)
                .query(UUID.class)
                .optional();
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
