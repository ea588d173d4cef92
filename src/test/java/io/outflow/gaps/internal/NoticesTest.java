package io.outflow.gaps.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.outflow.As;
import io.outflow.access.Acting;
import io.outflow.access.Role;
import io.outflow.base.OutflowHome;
import io.outflow.gaps.Delivery;
import io.outflow.gaps.GapKey;
import io.outflow.gaps.GapKind;
import io.outflow.gaps.GapRefused;
import io.outflow.gaps.NoticeSettings;
import io.outflow.gaps.Notices;
import io.outflow.gaps.Severity;
import io.outflow.mail.Mail;
import io.outflow.mail.MailSettings;
import io.outflow.testing.Database;
import io.outflow.testing.OnBothDatabases;
import io.outflow.testing.WholeApplication;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** News of gaps go out once, signed, are tried again where they surely did not arrive, and wait for the digest's hour. */
class NoticesTest {
    private static final String SECRET = "a secret of the test";

    /** A message as the receiver got it. */
    private record Received(String timestamp, String delivery, String signature, String body) {}

    private final ConcurrentLinkedQueue<Received> received = new ConcurrentLinkedQueue<>();
    private final AtomicInteger status = new AtomicInteger(200);
    private final GreenMail mailServer = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private HttpServer receiver;
    private Database database;

    @BeforeEach
    void start() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/hook", this::take);
        receiver.start();
        mailServer.start();
    }

    @AfterEach
    void stop() {
        As.role(Role.ADMIN);
        notices().save(NoticeSettings.NONE, "");
        As.nobody();
        receiver.stop(0);
        mailServer.stop();
    }

    @OnBothDatabases
    void aWebhookIsSignedOverItsTimestampAndBody(Database on) {
        database = on;
        setUp("", webhook(), false);
        var key = news();

        sender(later(0)).send();
        sender(later(1)).send();

        assertThat(received).singleElement().satisfies(message -> {
            assertThat(message.signature())
                    .isEqualTo("v1=" + Webhook.signature(SECRET, message.timestamp() + "." + message.body()));
            assertThat(message.body())
                    .contains("\"delivery\":\"" + message.delivery() + "\"")
                    .contains(key.kind().name());
        });
        assertThat(Webhook.signature("key", "The quick brown fox jumps over the lazy dog"))
                .as("a known value of HMAC-SHA256")
                .isEqualTo("f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8");
    }

    @OnBothDatabases
    void whatWasNotTakenIsTriedAgainUnderTheSameIdAndGivenUpInTheEnd(Database on) {
        database = on;
        setUp("", webhook(), false);
        status.set(500);
        news();

        sender(later(0)).send();
        assertThat(last().state()).isEqualTo(Delivery.State.WAITING);
        assertThat(last().problem()).isEqualTo("The webhook answered with status 500.");
        sender(later(0)).send();
        assertThat(received).as("not before its time").hasSize(1);
        var minutes = 0L;
        for (var tried = 1; tried < 10; tried++) {
            minutes += 1L << tried;
            sender(later(minutes)).send();
        }
        sender(later(minutes * 4)).send();

        assertThat(received).hasSize(10);
        assertThat(received.stream().map(Received::delivery).distinct()).hasSize(1);
        assertThat(last().state()).isEqualTo(Delivery.State.FAILED);
    }

    @OnBothDatabases
    void aDigestWaitsForItsHourAndTellsAllInOneMail(Database on) {
        database = on;
        setUp("ciso@example.com", "", true);
        news();
        news();
        var today = Instant.now().atZone(ZoneOffset.UTC).toLocalDate();
        var before = today.atTime(0, 0).toInstant(ZoneOffset.UTC);
        var hour = today.plusDays(1).atTime(7, 0).toInstant(ZoneOffset.UTC);

        sender(before).send();
        assertThat(mailServer.getReceivedMessages()).isEmpty();
        sender(hour).send();
        sender(hour.plus(Duration.ofMinutes(5))).send();

        assertThat(mailServer.getReceivedMessages()).singleElement().satisfies(mail -> assertThat(
                        GreenMailUtil.getBody(mail))
                .contains("Data class not approved, Claude API")
                .contains("https://outflow.example.com/gaps/"));
    }

    @OnBothDatabases
    void theSecretIsKeptAndShownToNobody(Database on) {
        database = on;
        setUp("", webhook(), false);
        As.role(Role.ADMIN);

        var kept = notices().save(new NoticeSettings("", webhook(), false, true, 9, Severity.HIGH), "");

        assertThat(kept.hasSecret()).isTrue();
        assertThat(kept.toString()).doesNotContain(SECRET);
        assertThatThrownBy(() -> notices().save(kept, "short")).isInstanceOf(GapRefused.class);
        assertThatThrownBy(() ->
                        notices().save(new NoticeSettings("", "http://example.com/", true, true, 9, Severity.HIGH), ""))
                .isInstanceOf(GapRefused.class)
                .hasMessageContaining("https://");
    }

    @OnBothDatabases
    void aSecretThatAnOlderVersionStoredReadableIsSealedAndStillSigns(Database on) {
        database = on;
        setUp("", webhook(), false);
        var jdbc = bean(JdbcClient.class);
        jdbc.sql("UPDATE gap_notice_settings SET secret = ?").param(SECRET).update();
        news();

        sender(later(0)).send();

        assertThat(stored(jdbc)).startsWith("sealed:").doesNotContain(SECRET);
        assertThat(received).singleElement().satisfies(message -> assertThat(message.signature())
                .isEqualTo("v1=" + Webhook.signature(SECRET, message.timestamp() + "." + message.body())));
    }

    @OnBothDatabases
    void withoutItsKeyFileASecretSignsNothingAndTheMessageWaits(Database on) throws IOException {
        database = on;
        setUp("", webhook(), false);
        var key = bean(OutflowHome.class).path().resolve("secrets.key");
        var aside = Files.move(key, key.resolveSibling("secrets.aside"));
        news();

        sender(later(0)).send();
        var waiting = bean(NoticeRows.class).deliveries().stream()
                .filter(delivery -> delivery.state() == Delivery.State.WAITING)
                .findFirst()
                .orElseThrow();
        Files.move(aside, key);
        sender(later(5)).send();

        assertThat(waiting.outcome()).contains("secrets.key is missing", "Next try");
        assertThat(received).hasSize(1);
        assertThat(last().outcome()).isEqualTo("Taken by the webhook.");
        assertThat(last().changes()).isEqualTo(1);
    }

    private static String stored(JdbcClient jdbc) {
        return jdbc.sql("SELECT secret FROM gap_notice_settings")
                .query(String.class)
                .single();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = exchange.getRequestHeaders();
            received.add(new Received(
                    headers.getFirst(Webhook.TIMESTAMP),
                    headers.getFirst(Webhook.DELIVERY),
                    headers.getFirst(Webhook.SIGNATURE),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(status.get(), -1);
        }
    }

    private String webhook() {
        return "http://127.0.0.1:%d/hook".formatted(receiver.getAddress().getPort());
    }

    private void setUp(String mailTo, String webhook, boolean digest) {
        As.role(Role.ADMIN);
        bean(Mail.class)
                .save(new MailSettings(
                        "127.0.0.1",
                        mailServer.getSmtp().getPort(),
                        MailSettings.Security.NONE,
                        "",
                        "outflow@example.com",
                        "",
                        "https://outflow.example.com/"));
        notices().save(new NoticeSettings(mailTo, webhook, false, digest, 7, Severity.HIGH), SECRET);
        As.nobody();
    }

    private GapKey news() {
        var key = new GapKey(GapKind.DATA_CLASS, UUID.randomUUID(), "PERSONAL");
        var finding = GapStateProperties.finding(key, 5, Instant.parse("2026-10-05T08:00:00Z"), null);
        var rows = bean(GapRows.class);
        // Told alone, so that gaps of other tests neither close nor count.
        bean(TransactionTemplate.class).executeWithoutResult(_ -> {
            var number = rows.lock() + 1;
            var gap = io.outflow.gaps.Gap.opened(number, finding, Instant.parse("2026-10-05T09:00:00Z"));
            rows.add(gap);
            rows.gave(number);
            bean(NoticeRows.class)
                    .queue(
                            List.of(new GapBook.News(gap, io.outflow.gaps.GapEvent.Kind.OPENED, finding.words())),
                            Instant.now());
        });
        return key;
    }

    private static Instant later(long minutes) {
        return Instant.now().plusSeconds(5).plus(Duration.ofMinutes(minutes));
    }

    /** The delivery that the receiver was sent. */
    private Delivery last() {
        return bean(NoticeRows.class).deliveries().stream()
                .filter(delivery ->
                        delivery.id().toString().equals(received.element().delivery()))
                .findFirst()
                .orElseThrow();
    }

    private Sending sender(Instant at) {
        var sender = new NoticeSender(
                bean(NoticeRows.class),
                bean(Mail.class),
                bean(Webhook.class),
                bean(TransactionTemplate.class),
                Clock.fixed(at, ZoneOffset.UTC));
        return () -> Acting.asOutflow(sender::send);
    }

    private interface Sending {
        void send();
    }

    private Notices notices() {
        return bean(Notices.class);
    }

    private <T> T bean(Class<T> type) {
        return WholeApplication.on(database == null ? Database.H2 : database).getBean(type);
    }
}
