package io.outflow.imports.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.outflow.As;
import io.outflow.access.Acting;
import io.outflow.access.Role;
import io.outflow.imports.LogSource;
import io.outflow.imports.SourceKind;
import io.outflow.imports.SourceRefused;
import io.outflow.imports.SourceSettings;
import io.outflow.imports.Sources;
import io.outflow.mail.Mail;
import io.outflow.mail.MailSettings;
import io.outflow.mail.MailSettings.Security;
import io.outflow.testing.Database;
import io.outflow.testing.OnBothDatabases;
import io.outflow.testing.WholeApplication;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** UC-13: whoever is to know is told once that a source fell silent, and may take it away. */
class UC13SilentSourceTest {
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        server.start();
        As.role(Role.ADMIN);
    }

    @AfterEach
    void stop() {
        server.stop();
        As.nobody();
    }

    @OnBothDatabases
    void aSilentSourceIsToldOfOnceAndAgainOnlyAfterSomethingCame(Database database) throws Exception {
        setUpMail(database, "ops@example.com");
        long source = add(database).id();

        seen(database, source, Duration.ofHours(2));
        check(database, source);
        assertThat(server.getReceivedMessages()).isEmpty();

        seen(database, source, Duration.ofHours(30));
        check(database, source);
        check(database, source);
        assertThat(server.getReceivedMessages()).hasSize(1);
        var mail = server.getReceivedMessages()[0];
        assertThat(mail.getSubject()).contains("is silent");
        assertThat(mail.getAllRecipients()[0]).hasToString("ops@example.com");
        assertThat(GreenMailUtil.getBody(mail))
                .contains("unknown", "https://outflow.example.com/settings/sources?source=" + source);

        seen(database, source, Duration.ofHours(1));
        check(database, source);
        seen(database, source, Duration.ofHours(30));
        check(database, source);
        assertThat(server.getReceivedMessages()).hasSize(2);
    }

    @OnBothDatabases
    void aSourceThatCannotBeReadForSoLongIsToldOfAsWell(Database database) {
        setUpMail(database, "ops@example.com");
        long source = add(database).id();
        jdbc(database)
                .update(
                        "UPDATE source_state SET looked_at = ?, newest_at = ?, problem = 'AWS is away.' WHERE source_id = ?",
                        Instant.now().minus(Duration.ofHours(30)).atOffset(ZoneOffset.UTC),
                        Instant.now().minus(Duration.ofHours(31)).atOffset(ZoneOffset.UTC),
                        source);

        check(database, source);

        assertThat(GreenMailUtil.getBody(server.getReceivedMessages()[0])).contains("AWS is away.");
    }

    @OnBothDatabases
    void whereNobodyCanBeToldItIsToldOnceSomebodyCan(Database database) {
        setUpMail(database, "");
        long source = add(database).id();
        seen(database, source, Duration.ofHours(30));
        check(database, source);
        setUpMail(database, "ops@example.com");

        check(database, source);

        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @OnBothDatabases
    void aRemovedSourceIsGoneAndItsReasonIsInTheChangeLog(Database database) {
        var sources = bean(database, Sources.class);
        var source = add(database);
        var name = source.settings().name();
        assertThatThrownBy(() -> sources.remove(source.id(), " ")).isInstanceOf(SourceRefused.class);

        sources.remove(source.id(), "The account was closed.");

        assertThat(sources.find(source.id())).isEmpty();
        assertThat(sources.list()).noneMatch(one -> one.id() == source.id());
        assertThat(new SourceRows(jdbc(database)).due()).doesNotContainKey(source.id());
        assertThat(jdbc(database)
                        .queryForObject(
                                "SELECT text FROM change_log WHERE action = 'source removed' AND object = ?",
                                String.class,
                                "source " + name))
                .isEqualTo("The account was closed.");
        // Its name is free again, and what it imported still knows it.
        assertThat(sources.add(source.settings()).id()).isNotEqualTo(source.id());
        assertThatThrownBy(() -> sources.pause(source.id())).isInstanceOf(SourceRefused.class);
    }

    @Test
    void theMetersSayHowFarBehindEachSourceIs() {
        var now = Instant.parse("2026-11-26T12:00:00Z");
        var clock = mock(Clock.class);
        when(clock.instant()).thenReturn(now);
        var stored = new AtomicReference<List<LogSource>>(List.of());
        var meters = new SourceMeters(stored::get, clock);
        var registry = new SimpleMeterRegistry();
        meters.bindTo(registry);
        var settings = Fetching.bucket(SourceKind.TRAIL_BUCKET);
        stored.set(List.of(
                new LogSource(1, 0, settings, false, now, now.minusSeconds(60), now.minus(Duration.ofDays(2)), null)));

        meters.fill();

        assertThat(registry.get("outflow.source.lag")
                        .tag("source", "Example logs")
                        .gauge()
                        .value())
                .isEqualTo(Duration.ofDays(2).toSeconds());
        assertThat(registry.get("outflow.source.look.age").gauge().value()).isEqualTo(60);
        assertThat(registry.get("outflow.source.silent").gauge().value()).isEqualTo(1);

        // Another server looked since, and stored what it saw: the next scrape here tells it too.
        var later = now.plusSeconds(10);
        when(clock.instant()).thenReturn(later);
        stored.set(List.of(new LogSource(1, 0, settings, false, now, later, later, null)));
        assertThat(registry.get("outflow.source.silent").gauge().value()).isZero();
        assertThat(registry.get("outflow.source.lag").gauge().value()).isZero();

        when(clock.instant()).thenReturn(now.plusSeconds(20));
        stored.set(List.of(new LogSource(1, 0, settings, false, now, null, null, null)));
        assertThat(registry.get("outflow.source.lag").gauge().value()).isNaN();

        when(clock.instant()).thenReturn(now.plusSeconds(30));
        stored.set(List.of());
        meters.fill();
        assertThat(registry.find("outflow.source.lag").gauge()).isNull();
    }

    private static LogSource add(Database database) {
        var like = Fetching.bucket(SourceKind.TRAIL_BUCKET);
        return bean(database, Sources.class)
                .add(new SourceSettings(
                        "Source " + UUID.randomUUID(),
                        like.kind(),
                        like.homeRegion(),
                        like.bucket(),
                        "",
                        "",
                        List.of(),
                        List.of(),
                        like.access(),
                        null,
                        15,
                        24));
    }

    private static void seen(Database database, long source, Duration ago) {
        jdbc(database)
                .update(
                        "UPDATE source_state SET looked_at = ?, newest_at = ? WHERE source_id = ?",
                        Instant.now().atOffset(ZoneOffset.UTC),
                        Instant.now().minus(ago).atOffset(ZoneOffset.UTC),
                        source);
    }

    private static void check(Database database, long source) {
        Acting.asOutflow(() -> bean(database, SilenceAlert.class)
                .check(bean(database, Sources.class).find(source).stream().toList()));
    }

    private void setUpMail(Database database, String fallback) {
        bean(database, Mail.class)
                .save(new MailSettings(
                        "127.0.0.1",
                        server.getSmtp().getPort(),
                        Security.NONE,
                        "",
                        "outflow@example.com",
                        fallback,
                        "https://outflow.example.com"));
    }

    private static JdbcTemplate jdbc(Database database) {
        return bean(database, JdbcTemplate.class);
    }

    private static <T> T bean(Database database, Class<T> type) {
        return WholeApplication.on(database).getBean(type);
    }
}
