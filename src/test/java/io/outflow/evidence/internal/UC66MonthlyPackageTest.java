package io.outflow.evidence.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.outflow.As;
import io.outflow.access.Acting;
import io.outflow.access.Names;
import io.outflow.access.OnBehalf;
import io.outflow.access.People;
import io.outflow.access.Role;
import io.outflow.evidence.EvidencePackage;
import io.outflow.evidence.EvidenceTemplates;
import io.outflow.evidence.Monthly;
import io.outflow.evidence.PackageRequest;
import io.outflow.evidence.PackageTemplate;
import io.outflow.evidence.PackageTemplate.Period;
import io.outflow.evidence.PackageTemplate.Plan;
import io.outflow.evidence.Part;
import io.outflow.history.ChangeLog;
import io.outflow.history.LogFilter;
import io.outflow.mail.Mail;
import io.outflow.mail.MailSettings;
import io.outflow.mail.MailSettings.Security;
import io.outflow.testing.Database;
import io.outflow.testing.OnBothDatabases;
import io.outflow.testing.WholeApplication;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** UC-66: a package is made each month by itself, once, and a failure is told. */
class UC66MonthlyPackageTest {

    private final String name = "Monthly " + UUID.randomUUID();
    private Database database;

    @AfterEach
    void stopTheSchedule() {
        As.role(Role.LEGAL);
        templates().list().stream().filter(one -> one.plan() != null).forEach(one -> templates()
                .unplan(one.id()));
        As.nobody();
    }

    @OnBothDatabases
    void itIsMadeWhenItIsDueAndTheChangeLogNamesTheTemplateAndWhoSetItUp(Database on) {
        database = on;
        var id = template(false);
        As.role(Role.LEGAL);
        templates().plan(id, new Monthly(2, 5), "");
        var due = plan(id).next();

        run(due.minusSeconds(1));
        assertThat(plan(id).last()).isNull();
        run(due);
        run(due.plusSeconds(60));

        var made = only(id);
        assertThat(made.state()).isEqualTo(EvidencePackage.State.MADE);
        assertThat(made.madeBy()).isEqualTo("Outflow, by the template %s that Sample Legal set up".formatted(name));
        assertThat(made.request().named()).isFalse();
        assertThat(YearMonth.from(made.request().to()))
                .isEqualTo(YearMonth.from(due.atOffset(ZoneOffset.UTC)).minusMonths(1));
        assertThat(entries("evidence requested")).anyMatch(text -> text.contains(made.madeBy()));
        assertThat(plan(id).next()).isEqualTo(new Monthly(2, 5).after(due));
        assertThat(plan(id).last().words()).isEmpty();
    }

    @OnBothDatabases
    void runsThatWereMissedAreMadeUpForOnceAndNamed(Database on) {
        database = on;
        var id = template(false);
        As.role(Role.LEGAL);
        templates().plan(id, new Monthly(31, 23), "");
        var first = plan(id).next();
        var second = new Monthly(31, 23).after(first);
        var third = new Monthly(31, 23).after(second);

        run(third.plusSeconds(7200));

        var made = only(id);
        assertThat(YearMonth.from(made.request().to()))
                .isEqualTo(YearMonth.from(third.atOffset(ZoneOffset.UTC)).minusMonths(1));
        assertThat(plan(id).last().words())
                .contains(io.outflow.base.Formats.minute(first), io.outflow.base.Formats.minute(second))
                .doesNotContain(io.outflow.base.Formats.minute(third));
        assertThat(plan(id).next()).isAfter(third);
    }

    @OnBothDatabases
    void aServerThatDiedAfterItMadeThePackageLeavesNoSecondOne(Database on) {
        database = on;
        var id = template(false);
        As.role(Role.LEGAL);
        templates().plan(id, new Monthly(2, 5), "");
        var due = plan(id).next();
        run(due);
        // As if it had died before it wrote down that it ran.
        jdbc().update("UPDATE evidence_template SET due_at = ? WHERE id = ?", due.atOffset(ZoneOffset.UTC), id);

        run(due.plusSeconds(600));

        only(id);
        assertThat(plan(id).next()).isAfter(due);
    }

    @OnBothDatabases
    void ofSeveralServersOneMakesIt(Database on) {
        try (var source = on.fresh()) {
            var clock = new SettableClock();
            clock.set(Instant.parse("2026-11-22T09:00:00Z"));
            var runs = new ArrayList<Instant>();
            var servers = Stream.of(1, 2, 3)
                    .map(server -> TestHelper.createManualScheduler(source)
                            .clock(clock)
                            .startTasks(List.of(DueTemplates.task(() -> runs.add(clock.now()))))
                            .build())
                    .toList();
            servers.forEach(server -> server.start());

            for (var time : List.of("2026-11-22T09:00:01Z", "2026-11-22T09:02:00Z")) {
                clock.set(Instant.parse(time));
                servers.forEach(server -> server.runAnyDueExecutions());
            }

            assertThat(runs).hasSize(2);
            servers.forEach(server -> server.stop());
        }
        database = on;
    }

    @OnBothDatabases
    void callersAreNamedWithTheRightsThatWhoeverSetItUpHasThen(Database on) {
        database = on;
        var person = person(Role.CISO);
        var id = named(person);
        run(plan(id).next());

        assertThat(only(id).state()).isEqualTo(EvidencePackage.State.MADE);
        assertThat(only(id).request().reason()).isEqualTo("inquiry 4711");
        assertThat(entries("names shown")).contains("inquiry 4711");
    }

    @OnBothDatabases
    void whatCouldNotBeMadeIsToldInWordsAndByMail(Database on) throws Exception {
        database = on;
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            As.role(Role.ADMIN);
            bean(Mail.class)
                    .save(new MailSettings(
                            "127.0.0.1",
                            server.getSmtp().getPort(),
                            Security.NONE,
                            "",
                            "outflow@example.com",
                            "",
                            "https://outflow.example.com"));
            var person = person(Role.CISO);
            var id = named(person);
            person(Role.ADMIN);
            As.role(Role.ADMIN);
            bean(People.class).disable(person);
            var due = plan(id).next();

            run(due);
            run(due.plusSeconds(60));

            assertThat(plan(id).last().failed()).isTrue();
            assertThat(plan(id).last().words()).contains("may not enter Outflow any more");
            assertThat(made(id)).isEmpty();
            assertThat(server.getReceivedMessages()).singleElement().satisfies(mail -> {
                assertThat(mail.getAllRecipients()[0]).hasToString("dana@example.com");
                assertThat(mail.getSubject()).contains("was not made");
                assertThat(GreenMailUtil.getBody(mail))
                        .contains(
                                "may not enter Outflow any more", "https://outflow.example.com/evidence/new?template=");
            });
        } finally {
            As.role(Role.ADMIN);
            bean(Mail.class).save(MailSettings.NONE);
            server.stop();
        }
    }

    @OnBothDatabases
    void fixedDaysCannotBeMonthlyAndNamesNeedTheRight(Database on) {
        database = on;
        As.role(Role.LEGAL);
        var id = templates().add(name, Period.FIXED, request(false));
        assertThatThrownBy(() -> templates().plan(id, new Monthly(1, 1), ""))
                .hasMessageContaining("would be the same each month");
        assertThatThrownBy(() -> templates().add(name + " named", Period.LAST_MONTH, request(true)))
                .isInstanceOf(io.outflow.access.AccessRefused.class);
    }

    @Test
    void aDayThatAMonthLacksIsItsLast() {
        database = Database.H2;
        var monthly = new Monthly(31, 6);

        assertThat(monthly.after(Instant.parse("2027-01-31T06:00:00Z"))).isEqualTo("2027-02-28T06:00:00Z");
        assertThat(monthly.after(Instant.parse("2027-02-28T05:59:59Z"))).isEqualTo("2027-02-28T06:00:00Z");
        assertThat(monthly.from(Instant.parse("2027-01-31T06:00:00Z"), Instant.parse("2027-04-01T00:00:00Z")))
                .hasSize(3);
    }

    private UUID template(boolean named) {
        As.role(named ? Role.CISO : Role.LEGAL);
        return templates().add(name, Period.LAST_MONTH, request(named));
    }

    /** A template with names, planned by a person who is stored. */
    private UUID named(UUID person) {
        return Acting.asOutflow(() -> bean(OnBehalf.class).of(person, () -> {
            var id = templates().add(name, Period.LAST_MONTH, request(true));
            templates().plan(id, new Monthly(2, 5), "Dana <dana@example.com>");
            return id;
        }));
    }

    private UUID person(Role role) {
        As.role(Role.ADMIN);
        return bean(People.class).add("Planner " + UUID.randomUUID(), "violet anchor sleeps", Set.of(role));
    }

    private static PackageRequest request(boolean named) {
        var day = LocalDate.now(ZoneOffset.UTC);
        return new PackageRequest(
                "Monthly evidence",
                "",
                Set.of(),
                Set.of(),
                day,
                day,
                null,
                Set.of(),
                Set.of(Part.REGISTER),
                named,
                named ? "inquiry 4711" : "");
    }

    private void run(Instant now) {
        var due = new DueTemplates(
                bean(TemplateRows.class),
                bean(PackageRows.class),
                bean(Orders.class),
                bean(OnBehalf.class),
                bean(Names.class),
                bean(Mail.class),
                Clock.fixed(now, ZoneOffset.UTC));
        As.nobody();
        Acting.asOutflow(() -> due.run());
    }

    private Plan plan(UUID id) {
        return Acting.asOutflow(
                () -> templates().find(id).map(PackageTemplate::plan).orElseThrow());
    }

    private EvidencePackage only(UUID template) {
        var made = made(template);
        assertThat(made).hasSize(1);
        return bean(PackageRows.class).find(made.getFirst()).orElseThrow();
    }

    private List<Long> made(UUID template) {
        return jdbc().queryForList("SELECT number FROM evidence_package WHERE template_id = ?", Long.class, template);
    }

    private List<String> entries(String action) {
        return Acting.asOutflow(
                () -> bean(ChangeLog.class).list(new LogFilter("", action, "", null, null), 0, 50).stream()
                        .map(entry -> entry.text())
                        .toList());
    }

    private EvidenceTemplates templates() {
        return bean(EvidenceTemplates.class);
    }

    private org.springframework.jdbc.core.JdbcTemplate jdbc() {
        return bean(org.springframework.jdbc.core.JdbcTemplate.class);
    }

    private <T> T bean(Class<T> type) {
        return WholeApplication.on(database).getBean(type);
    }
}
