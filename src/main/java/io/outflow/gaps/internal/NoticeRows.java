package io.outflow.gaps.internal;

import io.outflow.base.SecretBox;
import io.outflow.gaps.Delivery;
import io.outflow.gaps.Delivery.Channel;
import io.outflow.gaps.Delivery.State;
import io.outflow.gaps.NoticeSettings;
import io.outflow.gaps.Severity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The settings and the outbox of what is told. */
@Component
public class NoticeRows {
    private static final int LONGEST_PROBLEM = 1000;
    private static final int LONGEST_TEXT = 4000;

    private static final String CHANGES = "(SELECT COUNT(*) FROM gap_notice n WHERE n.delivery = d.id) AS changes";
    private static final String PURPOSE = "gap notices: webhook";

    private final JdbcClient jdbc;
    private final SecretBox box;

    NoticeRows(JdbcClient jdbc, SecretBox box) {
        this.jdbc = jdbc;
        this.box = box;
    }

    /** Something that is told. */
    record Notice(long gap, Instant at, String what, String kind, String severity, String product, String text) {}

    public NoticeSettings settings() {
        return jdbc.sql("SELECT mail_to, webhook, secret, digest, digest_hour, least FROM gap_notice_settings")
                .query((row, n) -> new NoticeSettings(
                        row.getString("mail_to"),
                        row.getString("webhook"),
                        !row.getString("secret").isEmpty(),
                        row.getBoolean("digest"),
                        row.getInt("digest_hour"),
                        Severity.valueOf(row.getString("least"))))
                .optional()
                .orElse(NoticeSettings.NONE);
    }

    /**
     * What messages are signed with; empty when nobody set it. It leaves the server in no answer.
     *
     * @throws SecretBox.Unreadable when there is one that cannot be read
     */
    public String secret() {
        return box.open(PURPOSE, storedSecret());
    }

    private String storedSecret() {
        return jdbc.sql("SELECT secret FROM gap_notice_settings")
                .query(String.class)
                .optional()
                .orElse("");
    }

    /** Seals a secret that an older version stored readable. */
    void sealSecret() {
        var stored = storedSecret();
        if (!stored.isEmpty() && !SecretBox.isSealed(stored)) {
            jdbc.sql("UPDATE gap_notice_settings SET secret = ? WHERE secret = ?")
                    .params(box.seal(PURPOSE, stored), stored)
                    .update();
        }
    }

    /** @param secret a new secret; empty keeps the one that is there */
    public void save(NoticeSettings settings, String secret) {
        sealSecret();
        var kept = secret.isEmpty() ? storedSecret() : box.seal(PURPOSE, secret);
        jdbc.sql("DELETE FROM gap_notice_settings").update();
        jdbc.sql("INSERT INTO gap_notice_settings (id, mail_to, webhook, secret, digest, digest_hour, least)"
                        + " VALUES (1, ?, ?, ?, ?, ?, ?)")
                .params(
                        settings.mailTo(),
                        settings.webhook(),
                        kept,
                        settings.digest(),
                        settings.digestHour(),
                        settings.least().name())
                .update();
    }

    /** Puts news into the outbox, within the transaction in which they happened. */
    void queue(List<GapBook.News> news, Instant at) {
        var settings = settings();
        for (var one : news) {
            if (one.gap().finding().severity().compareTo(settings.least()) <= 0) {
                if (!settings.mailTo().isEmpty()) {
                    queue(one, Channel.MAIL, at);
                }
                if (!settings.webhook().isEmpty()) {
                    queue(one, Channel.WEBHOOK, at);
                }
            }
        }
    }

    private void queue(GapBook.News news, Channel channel, Instant at) {
        var finding = news.gap().finding();
        jdbc.sql("INSERT INTO gap_notice (gap, channel, at, what, kind, severity, product, text)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        news.gap().number(),
                        channel.name(),
                        time(at),
                        news.what().name(),
                        finding.key().kind().name(),
                        finding.severity().name(),
                        cut(finding.productName(), 400),
                        cut(news.text(), LONGEST_TEXT))
                .update();
    }

    /** Puts what waits for a channel, up to an instant, into one delivery; nothing when nothing waits. */
    void gather(Channel channel, Instant upTo, Instant now) {
        var waits = jdbc.sql("SELECT COUNT(*) FROM gap_notice WHERE delivery IS NULL AND channel = ? AND at <= ?")
                .params(channel.name(), time(upTo))
                .query(Long.class)
                .single();
        if (waits > 0) {
            var id = UUID.randomUUID();
            jdbc.sql("INSERT INTO gap_delivery (id, channel, state, tries, next_try, problem, created_at, changed_at)"
                            + " VALUES (?, ?, 'WAITING', 0, ?, '', ?, ?)")
                    .params(id, channel.name(), time(now), time(now), time(now))
                    .update();
            jdbc.sql("UPDATE gap_notice SET delivery = ? WHERE delivery IS NULL AND channel = ? AND at <= ?")
                    .params(id, channel.name(), time(upTo))
                    .update();
        }
    }

    /** Takes the delivery that waits longest and is due: true for exactly one of all who ask. */
    Optional<Delivery> take(Instant now) {
        return jdbc
                .sql("SELECT d.*, " + CHANGES + " FROM gap_delivery d WHERE state = 'WAITING' AND next_try <= ?"
                        + " ORDER BY next_try, id"
                        + " FETCH FIRST 1 ROWS ONLY")
                .param(time(now))
                .query((row, n) -> delivery(row))
                .list()
                .stream()
                .filter(found -> jdbc.sql("UPDATE gap_delivery SET state = 'SENDING', tries = tries + 1, changed_at = ?"
                                        + " WHERE id = ? AND state = 'WAITING'")
                                .params(time(now), found.id())
                                .update()
                        == 1)
                .findFirst();
    }

    void end(UUID delivery, State state, Instant nextTry, String problem, Instant now) {
        jdbc.sql("UPDATE gap_delivery SET state = ?, next_try = ?, problem = ?, changed_at = ? WHERE id = ?")
                .params(state.name(), time(nextTry), cut(problem, LONGEST_PROBLEM), time(now), delivery)
                .update();
    }

    /** Webhooks whose server died in an attempt: their receiver tells doubles apart by the id, so they wait again. */
    void takeUp(Instant before) {
        jdbc.sql("UPDATE gap_delivery SET state = 'WAITING' WHERE state = 'SENDING' AND channel = 'WEBHOOK'"
                        + " AND changed_at < ?")
                .param(time(before))
                .update();
    }

    List<Notice> notices(UUID delivery) {
        return jdbc.sql("SELECT gap, at, what, kind, severity, product, text FROM gap_notice WHERE delivery = ?"
                        + " ORDER BY id")
                .param(delivery)
                .query((row, n) -> new Notice(
                        row.getLong("gap"),
                        instant(row, "at"),
                        row.getString("what"),
                        row.getString("kind"),
                        row.getString("severity"),
                        row.getString("product"),
                        row.getString("text")))
                .list();
    }

    public List<Delivery> deliveries() {
        return jdbc.sql("SELECT d.*, " + CHANGES + " FROM gap_delivery d ORDER BY created_at DESC, id"
                        + " FETCH FIRST 100 ROWS ONLY")
                .query((row, n) -> delivery(row))
                .list();
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(
                row.getObject("id", UUID.class),
                Channel.valueOf(row.getString("channel")),
                row.getInt("changes"),
                State.valueOf(row.getString("state")),
                row.getInt("tries"),
                instant(row, "next_try"),
                row.getString("problem"),
                instant(row, "created_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
