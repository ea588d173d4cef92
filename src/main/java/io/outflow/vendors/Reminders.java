package io.outflow.vendors;

import io.outflow.access.Action;
import io.outflow.access.Permission;
import io.outflow.access.Requires;
import io.outflow.base.Formats;
import io.outflow.mail.Mail;
import io.outflow.mail.MailRefused;
import io.outflow.vendors.Reminder.State;
import io.outflow.vendors.internal.ReminderRows;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells owners by mail of what is due, 30, 7 and 0 days ahead, once each, also with several servers on one database. Each is
 * written down before it goes out, so a server that dies in the middle leaves one that may not have arrived rather than two.
 */
@Service
@Requires(value = Action.REGISTER, level = Permission.READ)
public class Reminders {

    private static final Logger LOG = LoggerFactory.getLogger(Reminders.class);
    private static final int REMEMBERED_DAYS = 400;

    private final DueDates dates;
    private final Mail mail;
    private final ReminderRows rows;
    private final Clock clock;

    Reminders(DueDates dates, Mail mail, ReminderRows rows, Clock clock) {
        this.dates = dates;
        this.mail = mail;
        this.rows = rows;
        this.clock = clock;
    }

    /** What of a run came of what was due. */
    public record Outcome(int sent, int failed, int withoutAddress) {}

    /** Who is told of a day: the address in the owner's name, else the one for all else; nobody while no mail is set up. */
    public Optional<String> recipient(Due due) {
        return mail.recipient(due.owner());
    }

    /** What was sent of days of the last year and to come, by {@link Due#key()}; only the latest of each day. */
    public Map<String, Reminder> told() {
        var told = rows.since(today().minusDays(REMEMBERED_DAYS));
        var byEntry = new LinkedHashMap<String, Reminder>();
        for (var due : dates.list()) {
            told.stream()
                    .filter(reminder -> reminder.isFor(due))
                    .findFirst()
                    .ifPresent(reminder -> byEntry.put(due.key(), reminder));
        }
        return byEntry;
    }

    /** Sends what is to be sent today and was not: one mail to each person. */
    @Requires(Action.REGISTER)
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Outcome send() {
        var byRecipient = new LinkedHashMap<String, List<Due>>();
        var withoutAddress = 0;
        for (var due : dates.list()) {
            if (Reminder.step(due.daysLeft()).isPresent()) {
                var recipient = recipient(due);
                if (recipient.isPresent()) {
                    byRecipient
                            .computeIfAbsent(recipient.get(), to -> new ArrayList<>())
                            .add(due);
                } else {
                    withoutAddress++;
                }
            }
        }
        var sent = 0;
        var failed = 0;
        for (var one : byRecipient.entrySet()) {
            var taken = one.getValue().stream()
                    .filter(due -> rows.take(reminder(due, one.getKey(), State.SENDING, "")))
                    .toList();
            if (!taken.isEmpty()) {
                if (send(one.getKey(), taken)) {
                    sent += taken.size();
                } else {
                    failed += taken.size();
                }
            }
        }
        return new Outcome(sent, failed, withoutAddress);
    }

    private boolean send(String recipient, List<Due> list) {
        try {
            mail.send(recipient, subject(list), text(list));
            list.forEach(due -> rows.end(reminder(due, recipient, State.SENT, "")));
            return true;
        } catch (MailRefused e) {
            LOG.warn("{} not sent: {}", Formats.count(list.size(), "reminder was", "reminders were"), e.sentence());
            var state = e.perhapsSent() ? State.SENDING : State.FAILED;
            list.forEach(due -> rows.end(reminder(due, recipient, state, e.sentence())));
            return false;
        }
    }

    private Reminder reminder(Due due, String recipient, State state, String problem) {
        return new Reminder(
                due.entry().id(),
                due.kind(),
                due.day(),
                Reminder.step(due.daysLeft()).orElseThrow(),
                state,
                recipient,
                problem,
                now());
    }

    private static String subject(List<Due> list) {
        var first = list.getFirst();
        return list.size() == 1
                ? "Outflow: %s, %s (%s)"
                        .formatted(first.object().title(), first.deadline().what(), first.inWords())
                : "Outflow: %d days ahead, the first: %s, %s"
                        .formatted(
                                list.size(),
                                first.object().title(),
                                first.deadline().what());
    }

    private String text(List<Due> list) {
        var text = new StringBuilder("This is due in the register of Outflow:\n");
        var address = mail.address();
        for (var due : list) {
            text.append("\n%s, %s\n%s: %s\n"
                    .formatted(
                            Formats.day(due.day()),
                            due.inWords(),
                            due.object().title(),
                            due.deadline().what()));
            if (!address.isEmpty()) {
                text.append(address).append('/').append(due.path()).append('\n');
            }
        }
        return text.append(
                        "\nOutflow tells of each day 30, 7 and 0 days ahead and then falls silent. What has passed stays\n"
                                + "in the list of what is due until the register says that it is settled.\n")
                .toString();
    }

    private Instant now() {
        return clock.instant();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(now(), ZoneOffset.UTC);
    }
}
