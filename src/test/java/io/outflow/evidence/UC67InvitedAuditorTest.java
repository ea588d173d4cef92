package io.outflow.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.outflow.As;
import io.outflow.access.AccessEnded;
import io.outflow.access.AccessRefused;
import io.outflow.access.Acting;
import io.outflow.access.ChangeRefused;
import io.outflow.access.FirstPassword;
import io.outflow.access.Guests;
import io.outflow.access.OnBehalf;
import io.outflow.access.People;
import io.outflow.access.Role;
import io.outflow.access.internal.SignIn;
import io.outflow.evidence.EvidencePackage.State;
import io.outflow.history.ChangeLog;
import io.outflow.history.LogFilter;
import io.outflow.mail.Mail;
import io.outflow.mail.MailSettings;
import io.outflow.mail.MailSettings.Security;
import io.outflow.testing.Database;
import io.outflow.testing.OnBothDatabases;
import io.outflow.testing.WholeApplication;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.springframework.security.authentication.BadCredentialsException;

/** UC-67: an auditor from outside sees what was made for them, until a day, and nothing else. */
class UC67InvitedAuditorTest {

    private static final String PASSWORD = "copper lantern drifts";
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    private final String name = "Ana " + UUID.randomUUID();
    private Database database;

    @AfterEach
    void signOut() {
        As.nobody();
    }

    @OnBothDatabases
    void theySeeWhatWasMadeForThemAndNothingElse(Database on) {
        database = on;
        var guest = invite(InvitationScope.ALL).person();
        var forThem = made(name, TODAY);
        var forSomebodyElse = made("Somebody else", TODAY);

        assertThat(as(guest, () -> packages().list()))
                .extracting(EvidencePackage::number)
                .containsExactly(forThem.number());
        assertThat(as(guest, () -> packages().find(forSomebodyElse.number()))).isEmpty();
        assertThatThrownBy(() -> as(guest, () -> open(forSomebodyElse.number())))
                .hasMessageContaining("There is no package");
        assertThatThrownBy(() -> as(guest, () -> packages().make(request(name, TODAY))))
                .isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> as(guest, () -> bean(EvidenceTemplates.class).list()))
                .isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> as(guest, () -> bean(ChangeLog.class).newest()))
                .isInstanceOf(AccessRefused.class);
        assertThat(as(guest, () -> bean(EvidenceKeys.class).list())).isNotEmpty();
    }

    @OnBothDatabases
    void aPackageMadeBeforeForSomebodyOfTheSameNameIsNotTheirs(Database on) {
        database = on;
        var before = made(name, TODAY);
        var guest = invite(InvitationScope.ALL).person();

        assertThat(as(guest, () -> packages().find(before.number()))).isEmpty();
    }

    @OnBothDatabases
    void theScopeBoundsWhatMayBeMadeForThemAndWhatTheySee(Database on) {
        database = on;
        var early = made("Nobody", TODAY.minusDays(100));
        var scope = new InvitationScope(Set.of(), TODAY.minusDays(10), TODAY, Set.of(early.number()));
        var guest = invite(scope).person();
        var within = made(name, TODAY);

        As.role(Role.CISO);
        assertThatThrownBy(() -> packages().make(request(name, TODAY.minusDays(20))))
                .hasMessageContaining("beyond what " + name + " was invited for");
        assertThat(as(guest, () -> packages().list()))
                .extracting(EvidencePackage::number)
                .containsExactlyInAnyOrder(within.number(), early.number());

        As.role(Role.ADMIN);
        invitations().change(guest, TODAY, new InvitationScope(Set.of(UUID.randomUUID()), null, null, Set.of()));
        assertThat(as(guest, () -> packages().list())).isEmpty();
    }

    @OnBothDatabases
    void theLinkWorksOnceAndANewOneReplacesIt(Database on) {
        database = on;
        var first = link(invite(InvitationScope.ALL));
        As.role(Role.CISO);
        var guest = invitations().list().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        var second = link(invitations().link(guest.person()));
        As.nobody();

        var passwords = bean(FirstPassword.class);
        assertThat(passwords.nameFor(first, "127.0.0.1")).isEmpty();
        assertThatThrownBy(() -> passwords.choose(second, "short", "127.0.0.1")).isInstanceOf(ChangeRefused.class);
        passwords.choose(second, PASSWORD, "127.0.0.1");
        assertThatThrownBy(() -> passwords.choose(second, PASSWORD, "127.0.0.1"))
                .hasMessageContaining("This link was used already");
        assertThat(bean(SignIn.class).atScreen(name, PASSWORD, "127.0.0.1").roles())
                .containsExactly(Role.INVITED);
    }

    @OnBothDatabases
    void afterTheEndTheRightPasswordIsRefusedInWordsAndAWrongOneIsToldNothing(Database on) {
        database = on;
        var guest = invite(InvitationScope.ALL);
        bean(FirstPassword.class).choose(link(guest), PASSWORD, "127.0.0.2");
        As.role(Role.ADMIN);
        invitations().end(guest.person());
        As.nobody();

        var signIn = bean(SignIn.class);
        assertThatThrownBy(() -> signIn.atScreen(name, PASSWORD, "127.0.0.2"))
                .isInstanceOf(AccessEnded.class)
                .hasMessageStartingWith("Your access ended at ");
        assertThatThrownBy(() -> signIn.atScreen(name, "wrong", "127.0.0.2"))
                .isInstanceOf(BadCredentialsException.class)
                .hasMessage("Name or password is wrong.");
        assertThatThrownBy(() -> as(guest.person(), () -> packages().list())).isInstanceOf(AccessRefused.class);
        As.role(Role.CISO);
        assertThatThrownBy(() -> packages().make(request(name, TODAY))).hasMessageContaining("is over");
    }

    @OnBothDatabases
    void eachLookAndEachDownloadIsAnEntryOfTheChangeLog(Database on) {
        database = on;
        var guest = invite(InvitationScope.ALL).person();
        var forThem = made(name, TODAY);
        as(guest, () -> packages().find(forThem.number()));
        as(guest, () -> packages().files(forThem.number()));
        as(guest, () -> open(forThem.number()));
        as(guest, () -> open(forThem.number()));

        assertThat(entries(name, "evidence read")).containsExactly("evidence package " + forThem.number());
        assertThat(entries(name, "evidence downloaded")).hasSize(2);
        assertThat(entries("", "auditor invited")).contains("person " + name);
    }

    @OnBothDatabases
    void aQuestionIsOpenUntilSomebodyElseAnswersAndTheOtherSideIsToldByMail(Database on) throws Exception {
        database = on;
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            mail(new MailSettings(
                    "127.0.0.1",
                    server.getSmtp().getPort(),
                    Security.NONE,
                    "",
                    "outflow@example.com",
                    "ciso@example.com",
                    "https://outflow.example.com"));
            var guest = invite(InvitationScope.ALL);
            assertThat(guest.told()).isEqualTo("A mail with the link went to ana@audit.example.com.");
            assertThat(GreenMailUtil.getBody(server.getReceivedMessages()[0])).contains("/invited/");
            var number = made(name, TODAY).number();

            assertThat(as(guest.person(), () -> notes().ask(number, "Where is the DPA of 2025?")))
                    .contains("ciso@example.com");
            As.role(Role.LEGAL);
            var question = notes().list(number).getFirst();
            assertThat(question.open()).isTrue();
            assertThat(notes().open()).containsEntry(number, 1L);
            assertThat(notes().answer(number, question.asked().id(), "In data/documents."))
                    .contains("ana@audit.example.com");

            var answered = as(guest.person(), () -> notes().list(number)).getFirst();
            assertThat(answered.open()).isFalse();
            assertThat(answered.answer().orElseThrow().author()).isEqualTo("Sample Legal");
            as(guest.person(), () -> notes().answer(number, question.asked().id(), "Which one of them?"));
            assertThat(as(guest.person(), () -> notes().list(number)).getFirst().open())
                    .isTrue();
            assertThat(server.getReceivedMessages()).hasSize(4);
            assertThat(GreenMailUtil.getBody(server.getReceivedMessages()[1]))
                    .contains("https://outflow.example.com/evidence/package/" + number)
                    .doesNotContain("DPA of 2025");
        } finally {
            mail(MailSettings.NONE);
            server.stop();
        }
    }

    @OnBothDatabases
    void anAdministratorCannotMakeThemOneOfTheHouse(Database on) {
        database = on;
        var guest = invite(InvitationScope.ALL).person();
        As.role(Role.ADMIN);

        assertThatThrownBy(() -> bean(People.class).changeRoles(guest, Set.of(Role.CISO)))
                .hasMessageContaining("invited from outside");
        assertThatThrownBy(() -> bean(People.class).add("Other " + name, PASSWORD, Set.of(Role.INVITED)))
                .hasMessageContaining("Settings, Invited auditors");
        assertThatThrownBy(
                        () -> invitations().invite("Other " + name, "no address", "Audit", TODAY, InvitationScope.ALL))
                .hasMessageContaining("mail address");
        assertThatThrownBy(() -> invitations()
                        .invite("Other " + name, "a@example.com", "Audit", TODAY.minusDays(1), InvitationScope.ALL))
                .hasMessageContaining("has passed");
        As.role(Role.LEGAL);
        assertThatThrownBy(() -> bean(Guests.class).list()).isInstanceOf(AccessRefused.class);
    }

    private Invitations.Welcome invite(InvitationScope scope) {
        As.role(Role.ADMIN);
        return invitations().invite(name, "ana@audit.example.com", "Example Audit", TODAY.plusDays(3), scope);
    }

    private static String link(Invitations.Welcome welcome) {
        return welcome.path().replaceFirst("^invited/", "");
    }

    private EvidencePackage made(String recipient, LocalDate day) {
        As.role(Role.CISO);
        var number = packages().make(request(recipient, day));
        var made = Awaitility.await()
                .pollInSameThread()
                .atMost(Duration.ofSeconds(90))
                .until(() -> packages().find(number).orElseThrow(), one -> one.state() != State.MAKING);
        assertThat(made.state()).isEqualTo(State.MADE);
        return made;
    }

    private static PackageRequest request(String recipient, LocalDate day) {
        return new PackageRequest(
                "For an auditor",
                recipient,
                Set.of(),
                Set.of(),
                day,
                day,
                null,
                Set.of(),
                Set.of(Part.REGISTER),
                false,
                "");
    }

    private byte[] open(long number) {
        try (var bytes = packages().open(number)) {
            return bytes.readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void mail(MailSettings settings) {
        As.role(Role.ADMIN);
        bean(Mail.class).save(settings);
    }

    private List<String> entries(String actor, String action) {
        return Acting.asOutflow(
                () -> bean(ChangeLog.class).list(new LogFilter(actor, action, "", null, null), 0, 50).stream()
                        .map(entry -> entry.object())
                        .toList());
    }

    private <T> T as(UUID guest, Supplier<T> work) {
        As.nobody();
        return Acting.asOutflow(() -> bean(OnBehalf.class).of(guest, work));
    }

    private EvidencePackages packages() {
        return bean(EvidencePackages.class);
    }

    private EvidenceNotes notes() {
        return bean(EvidenceNotes.class);
    }

    private Invitations invitations() {
        return bean(Invitations.class);
    }

    private <T> T bean(Class<T> type) {
        return WholeApplication.on(database).getBean(type);
    }
}
