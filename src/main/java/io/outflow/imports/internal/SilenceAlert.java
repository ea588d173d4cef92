package io.outflow.imports.internal;

import io.outflow.base.Formats;
import io.outflow.imports.LogSource;
import io.outflow.mail.Mail;
import io.outflow.mail.MailRefused;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells by mail, once, that a source fell silent or cannot be read any more. It is written down before the mail goes out, so that
 * of several servers one sends it; a source from which something came again may be told of again.
 */
final class SilenceAlert {
    private static final Logger log = LoggerFactory.getLogger(SilenceAlert.class);

    private final SourceRows rows;
    private final Mail mail;
    private final Clock clock;

    SilenceAlert(SourceRows rows, Mail mail, Clock clock) {
        this.rows = rows;
        this.mail = mail;
        this.clock = clock;
    }

    /** Looks at the sources as they are now. */
    void check(List<LogSource> sources) {
        for (var source : sources) {
            if (!isSilent(source)) {
                rows.alertOver(source.id());
            } else if (rows.alert(source.id(), clock.instant())) {
                tell(source);
            }
        }
    }

    private boolean isSilent(LogSource source) {
        var looked = source.lookedAt();
        var patience = Duration.ofHours(source.settings().silentAfterHours());
        return source.silent()
                || !source.paused()
                        && source.problem() != null
                        && looked != null
                        && looked.plus(patience).isBefore(clock.instant());
    }

    private void tell(LogSource source) {
        var recipient = mail.recipient("");
        if (recipient.isEmpty()) {
            // Once somebody sets up mail, it is told.
            rows.alertOver(source.id());
            return;
        }
        try {
            mail.send(recipient.get(), subject(source), text(source));
        } catch (MailRefused e) {
            log.warn("Nobody was told that source {} is silent: {}", source.id(), e.sentence());
            if (!e.perhapsSent()) {
                rows.alertOver(source.id());
            }
        }
    }

    private static String subject(LogSource source) {
        return "Outflow: the source %s is silent".formatted(source.settings().name());
    }

    private String text(LogSource source) {
        var newest = source.newestAt();
        var looked = source.lookedAt();
        var text = new StringBuilder("From the source %s (%s) nothing new came for longer than %s.\n\n"
                .formatted(
                        source.settings().name(),
                        source.settings().kind().label(),
                        Formats.count(source.settings().silentAfterHours(), "hour", "hours")));
        text.append("Newest log: %s. Last look that went well: %s.\n"
                .formatted(
                        newest == null ? "none so far" : Formats.minute(newest),
                        looked == null ? "none so far" : Formats.minute(looked)));
        var problem = source.problem();
        if (problem != null) {
            text.append(problem).append('\n');
        }
        text.append(
                "Use there since then is unknown, which is not the same as no use. Check that logs are delivered.\n");
        var address = mail.address();
        if (!address.isEmpty()) {
            text.append(address)
                    .append("/settings/sources?source=")
                    .append(source.id())
                    .append('\n');
        }
        return text.append("\nThis is told once, and again only after something came from there.\n")
                .toString();
    }
}
