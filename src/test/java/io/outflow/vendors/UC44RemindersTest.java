package io.outflow.vendors;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.outflow.As;
import io.outflow.access.Acting;
import io.outflow.access.Role;
import io.outflow.mail.Mail;
import io.outflow.mail.MailSettings;
import io.outflow.mail.MailSettings.Security;
import io.outflow.testing.Database;
import io.outflow.testing.OnBothDatabases;
import io.outflow.testing.WholeApplication;
import io.outflow.vendors.Reminder.State;
import io.outflow.vendors.content.Certification;
import io.outflow.vendors.internal.ReminderRows;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** UC-44: reminders go to a real mail server, once each. */
class UC44RemindersTest {

    /** Far from the days of other tests, which share the databases. */
    private static final LocalDate DAY = LocalDate.of(2091, 6, 30);

    private final String owner = "owner-" + UUID.randomUUID() + "@example.com";
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private Database database;

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
        As.nobody();
    }

    @OnBothDatabases
    void theOwnerIsToldThirtySevenAndNoDaysAheadOnceEach(Database on) throws MessagingException {
        database = on;
        setUp(server.getSmtp().getPort(), "");
        certificate("Dana <" + owner + ">", DAY);

        for (var daysAhead = 40; daysAhead >= -40; daysAhead--) {
            run(DAY.minusDays(daysAhead));
            run(DAY.minusDays(daysAhead));
        }

        assertThat(received()).hasSize(3);
        assertThat(received().getFirst().getSubject()).contains("ISO 27001 expires (30 days left)");
        assertThat(received().get(1).getSubject()).contains("(7 days left)");
        assertThat(received().getLast().getSubject()).contains("(today)");
        assertThat(GreenMailUtil.getBody(received().getFirst()))
                .contains("30 Jun 2091, 30 days left")
                .contains("https://outflow.example.com/products/");
    }

    @OnBothDatabases
    void afterTheDayThereIsSilenceAndItIsStillDue(Database on) {
        database = on;
        setUp(server.getSmtp().getPort(), "");
        var entry = certificate(owner, DAY);

        run(DAY.plusDays(8));

        assertThat(received()).isEmpty();
        assertThat(Acting.asOutflow(() -> dates(DAY.plusDays(8)).list()))
                .filteredOn(due -> due.entry().id().equals(entry.id()))
                .singleElement()
                .satisfies(due -> assertThat(due.window()).isEqualTo(Due.Window.OVERDUE));
    }

    @OnBothDatabases
    void aDayThatMovesIsToldAgain(Database on) {
        database = on;
        setUp(server.getSmtp().getPort(), "");
        var entry = certificate(owner, DAY);
        run(DAY.minusDays(5));

        As.role(Role.LEGAL);
        register()
                .change(
                        entry.id(),
                        entry.version(),
                        DueTest.certificate(DAY.plusDays(1)),
                        entry.basis(),
                        "Extended",
                        null);
        run(DAY.minusDays(5));

        assertThat(received()).hasSize(2);
    }

    @OnBothDatabases
    void severalServersAtOnceSendOne(Database on) throws Exception {
        database = on;
        setUp(server.getSmtp().getPort(), "");
        certificate(owner, DAY);
        var together = new CountDownLatch(1);
        try (var servers = Executors.newFixedThreadPool(6)) {
            var runs = java.util.stream.IntStream.range(0, 6)
                    .mapToObj(i -> servers.submit(() -> {
                        together.await();
                        return run(DAY.minusDays(3));
                    }))
                    .toList();
            together.countDown();
            for (var one : runs) {
                one.get();
            }
        }

        assertThat(received()).hasSize(1);
    }

    @OnBothDatabases
    void whatDidNotGoOutIsTriedAgainAndSaysWhy(Database on) {
        database = on;
        setUp(1, "");
        var entry = certificate(owner, DAY);
        run(DAY.minusDays(3));
        assertThat(told(entry)).satisfies(reminder -> {
            assertThat(reminder.state()).isEqualTo(State.FAILED);
            assertThat(reminder.problem()).startsWith("127.0.0.1, port 1 cannot be reached");
        });

        setUp(server.getSmtp().getPort(), "");
        run(DAY.minusDays(2));
        run(DAY.minusDays(1));

        assertThat(received()).hasSize(1);
        assertThat(told(entry).state()).isEqualTo(State.SENT);
        assertThat(told(entry).recipient()).isEqualTo(owner);
    }

    @OnBothDatabases
    void whatWasUnderwayWhenAServerDiedIsNotSentAgain(Database on) {
        database = on;
        setUp(server.getSmtp().getPort(), "");
        var entry = certificate(owner, DAY);
        var due = Acting.asOutflow(() -> dates(DAY.minusDays(3)).list()).stream()
                .filter(found -> found.entry().id().equals(entry.id()))
                .findFirst()
                .orElseThrow();
        bean(ReminderRows.class)
                .take(new Reminder(entry.id(), due.kind(), DAY, 7, State.SENDING, owner, "", Registers.CHANGED));

        run(DAY.minusDays(3));

        assertThat(received()).isEmpty();
        assertThat(told(entry).state()).isEqualTo(State.SENDING);
    }

    @OnBothDatabases
    void withoutAnAddressTheOneForAllElseIsToldOrNobody(Database on) {
        database = on;
        setUp(server.getSmtp().getPort(), "");
        certificate("Dana", DAY);
        assertThat(run(DAY.minusDays(3)).withoutAddress()).isPositive();
        assertThat(received()).isEmpty();

        setUp(server.getSmtp().getPort(), owner);
        run(DAY.minusDays(3));

        assertThat(received()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"31,", "30,30", "8,30", "7,7", "1,7", "0,0", "-7,0", "-8,"})
    void onlyTheNearestReminderIsSent(long daysLeft, Integer step) {
        assertThat(Reminder.step(daysLeft).orElse(null)).isEqualTo(step);
    }

    private void setUp(int port, String fallback) {
        As.role(Role.ADMIN);
        bean(Mail.class)
                .save(new MailSettings(
                        "127.0.0.1",
                        port,
                        Security.NONE,
                        "",
                        "outflow@example.com",
                        fallback,
                        "https://outflow.example.com/"));
        As.nobody();
    }

    private Entry<?> certificate(String ownerOfVendor, LocalDate until) {
        As.role(Role.LEGAL);
        var content = Registers.vendor(ownerOfVendor);
        var named = new io.outflow.vendors.content.Vendor(
                "Anthropic " + UUID.randomUUID(),
                "",
                List.of(),
                "",
                "",
                List.of(),
                content.owner(),
                content.criticality(),
                null,
                "");
        var vendor = register().add(new Draft(null, named, Basis.ours("", null, null)), "New vendor");
        var product = register()
                .add(
                        new Draft(
                                vendor.id(),
                                io.outflow.vendors.content.Product.named("Claude API"),
                                Basis.ours("", null, null)),
                        "New product");
        Certification certificate = DueTest.certificate(until);
        var added = register().add(new Draft(product.id(), certificate, Basis.ours("Report", null, null)), "Read");
        As.nobody();
        return added;
    }

    private Reminders.Outcome run(LocalDate today) {
        return Acting.asOutflow(() -> reminders(today).send());
    }

    private Reminder told(Entry<?> entry) {
        return Acting.asOutflow(() -> reminders(DAY.minusDays(3)).told()).values().stream()
                .filter(reminder -> reminder.entry().equals(entry.id()))
                .findFirst()
                .orElseThrow();
    }

    private Reminders reminders(LocalDate today) {
        return new Reminders(dates(today), bean(Mail.class), bean(ReminderRows.class), at(today));
    }

    private DueDates dates(LocalDate today) {
        return new DueDates(register(), at(today));
    }

    private static Clock at(LocalDate day) {
        return Clock.fixed(day.atTime(6, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
    }

    private List<MimeMessage> received() {
        return Arrays.stream(server.getReceivedMessages())
                .filter(message ->
                        GreenMailUtil.getAddressList(recipients(message)).contains(owner))
                .toList();
    }

    private static jakarta.mail.Address[] recipients(MimeMessage message) {
        try {
            return message.getAllRecipients();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Register register() {
        return bean(Register.class);
    }

    private <T> T bean(Class<T> type) {
        return WholeApplication.on(database).getBean(type);
    }
}
