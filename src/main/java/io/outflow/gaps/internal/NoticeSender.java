package io.outflow.gaps.internal;

import io.outflow.base.Formats;
import io.outflow.base.SecretBox;
import io.outflow.gaps.Delivery;
import io.outflow.gaps.Delivery.Channel;
import io.outflow.gaps.Delivery.State;
import io.outflow.gaps.GapEvent;
import io.outflow.gaps.GapKind;
import io.outflow.gaps.NoticeSettings;
import io.outflow.gaps.internal.NoticeRows.Notice;
import io.outflow.mail.Mail;
import io.outflow.mail.MailRefused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what is told. A delivery is taken before it goes out, so of several servers one sends it; what surely did not arrive is
 * tried again, each time after twice as long. A mail that may have arrived is not sent twice; a webhook may be, under the same
 * id.
 */
@Component
public class NoticeSender {
    private static final Logger LOG = LoggerFactory.getLogger(NoticeSender.class);
    private static final int MOST_TRIES = 10;
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration DEAD = Duration.ofMinutes(5);

    private final NoticeRows rows;
    private final Mail mail;
    private final Webhook webhook;
    private final TransactionTemplate transaction;
    private final Clock clock;

    NoticeSender(NoticeRows rows, Mail mail, Webhook webhook, TransactionTemplate transaction, Clock clock) {
        this.rows = rows;
        this.mail = mail;
        this.webhook = webhook;
        this.transaction = transaction;
        this.clock = clock;
    }

    void send() {
        rows.sealSecret();
        gather();
        rows.takeUp(now().minus(DEAD));
        for (var next = rows.take(now()); next.isPresent(); next = rows.take(now())) {
            send(next.get());
        }
    }

    /** Sends a test by each way that is set up and says in sentences what came of it. A test tells of no change. */
    public List<String> test(NoticeSettings settings, String secret) {
        var outcomes = new ArrayList<String>();
        if (!settings.mailTo().isEmpty()) {
            outcomes.add(testMail(settings.mailTo()));
        }
        if (!settings.webhook().isEmpty()) {
            outcomes.add(testWebhook(settings.webhook(), secret));
        }
        return outcomes;
    }

    private String testMail(String to) {
        try {
            mail.test(mail.settings(), to);
            return "The mail server took the test mail to %s. Look whether it arrived.".formatted(to);
        } catch (MailRefused e) {
            return e.sentence();
        }
    }

    private String testWebhook(String address, String secret) {
        try {
            webhook.post(address, secret.isEmpty() ? rows.secret() : secret, UUID.randomUUID(), now(), List.of());
            return "The webhook took the test message, which holds no changes.";
        } catch (Webhook.Refused e) {
            return e.sentence();
        } catch (SecretBox.Unreadable e) {
            return e.sentence();
        }
    }

    private void gather() {
        var now = now();
        var settings = rows.settings();
        var upTo = settings.digest() ? lastDigest(now, settings.digestHour()) : now;
        transaction.executeWithoutResult(_ -> {
            for (var channel : Channel.values()) {
                rows.gather(channel, upTo, now);
            }
        });
    }

    private static Instant lastDigest(Instant now, int hour) {
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC).atTime(hour, 0).toInstant(ZoneOffset.UTC);
        return today.isAfter(now) ? today.minus(1, ChronoUnit.DAYS) : today;
    }

    private void send(Delivery delivery) {
        var notices = rows.notices(delivery.id());
        try {
            switch (delivery.channel()) {
                case MAIL -> mail.send(rows.settings().mailTo(), subject(notices), text(notices));
                case WEBHOOK -> webhook.post(rows.settings().webhook(), rows.secret(), delivery.id(), now(), notices);
            }
            rows.end(delivery.id(), State.SENT, now(), "", now());
        } catch (MailRefused e) {
            failed(delivery, e.sentence(), !e.perhapsSent());
        } catch (Webhook.Refused e) {
            failed(delivery, e.sentence(), true);
        } catch (SecretBox.Unreadable e) {
            failed(delivery, e.sentence(), true);
        }
    }

    private void failed(Delivery delivery, String problem, boolean again) {
        var tries = delivery.tries() + 1;
        LOG.warn("News of gaps were not sent: {}", problem);
        var state = !again ? State.SENDING : tries < MOST_TRIES ? State.WAITING : State.FAILED;
        var pause = FIRST_PAUSE.multipliedBy(1L << (tries - 1));
        rows.end(delivery.id(), state, now().plus(pause), problem, now());
    }

    private static String subject(List<Notice> notices) {
        var first = notices.getFirst();
        return notices.size() == 1
                ? "Outflow: gap G-%d %s".formatted(first.gap(), what(first))
                : "Outflow: %s of gaps, the first: G-%d %s"
                        .formatted(Formats.count(notices.size(), "change", "changes"), first.gap(), what(first));
    }

    private String text(List<Notice> notices) {
        var address = mail.address();
        var text = new StringBuilder("Gaps between what was agreed and what was seen:\n");
        for (var notice : notices) {
            text.append("\n%s  G-%d %s\n%s%s\n%s\n"
                    .formatted(
                            Formats.minute(notice.at()),
                            notice.gap(),
                            what(notice),
                            GapKind.valueOf(notice.kind()).label(),
                            notice.product().isEmpty() ? "" : ", " + notice.product(),
                            notice.text()));
            if (!address.isEmpty()) {
                text.append(address).append("/gaps/").append(notice.gap()).append('\n');
            }
        }
        return text.toString();
    }

    private static String what(Notice notice) {
        return GapEvent.Kind.valueOf(notice.what()).label();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
