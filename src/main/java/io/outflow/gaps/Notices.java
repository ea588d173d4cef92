package io.outflow.gaps;

import io.outflow.access.Action;
import io.outflow.access.CurrentPerson;
import io.outflow.access.Requires;
import io.outflow.base.SecretBox;
import io.outflow.gaps.internal.NoticeRows;
import io.outflow.gaps.internal.NoticeSender;
import io.outflow.history.ChangeLog;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sets up who is told of gaps. What is told goes out by itself, at once or once a day. */
@Service
@Requires(Action.ADMINISTER)
public class Notices {
    private static final int SHORTEST_SECRET = 16;
    private static final int LONGEST_SECRET = 200;

    private final NoticeRows rows;
    private final NoticeSender sender;
    private final ChangeLog log;
    private final CurrentPerson person;

    Notices(NoticeRows rows, NoticeSender sender, ChangeLog log, CurrentPerson person) {
        this.rows = rows;
        this.sender = sender;
        this.log = log;
        this.person = person;
    }

    @Transactional(readOnly = true)
    public NoticeSettings settings() {
        return rows.settings();
    }

    /** Why messages cannot be signed although there is a secret, in a sentence; empty when they can. */
    @Transactional(readOnly = true)
    public Optional<String> secretProblem() {
        try {
            rows.secret();
            return Optional.empty();
        } catch (SecretBox.Unreadable e) {
            return Optional.of(e.sentence());
        }
    }

    /** A secret that nobody can guess. It is stored when it is saved and not before. */
    public String newSecret() {
        return SecretBox.newSecret();
    }

    /**
     * Saves the settings.
     *
     * @param secret a new secret; empty keeps the one that is there
     * @throws GapRefused when they have problems
     */
    @Transactional
    public NoticeSettings save(NoticeSettings settings, String secret) {
        var saved = checked(settings, secret);
        rows.save(saved, secret);
        log.append(
                person.name(),
                "gap notices set up",
                "gaps",
                "Mail to %s, webhook %s, %s, from severity %s%s."
                        .formatted(
                                saved.mailTo().isEmpty() ? "nobody" : saved.mailTo(),
                                saved.webhook().isEmpty() ? "none" : saved.webhook(),
                                saved.digest() ? "daily at %02d:00 UTC".formatted(saved.digestHour()) : "at once",
                                saved.least().label(),
                                secret.isEmpty() ? "" : ", new secret"));
        return saved;
    }

    /**
     * Sends a test by settings that need not be saved yet.
     *
     * @param secret a new secret; empty signs with the one that is there
     * @return what came of it, a sentence for each way; empty when nobody is told by these settings
     * @throws GapRefused when the settings have problems
     */
    public List<String> test(NoticeSettings settings, String secret) {
        return sender.test(checked(settings, secret), secret);
    }

    private NoticeSettings checked(NoticeSettings settings, String secret) {
        if (!secret.isEmpty() && (secret.length() < SHORTEST_SECRET || secret.length() > LONGEST_SECRET)) {
            throw new GapRefused("secret", "Give a secret of 16 to 200 characters.");
        }
        var checked = new NoticeSettings(
                settings.mailTo(),
                settings.webhook(),
                !secret.isEmpty() || rows.settings().hasSecret(),
                settings.digest(),
                settings.digestHour(),
                settings.least());
        if (!checked.problems().isEmpty()) {
            var first = checked.problems().getFirst();
            throw new GapRefused(first.field(), first.sentence());
        }
        return checked;
    }

    /** The last messages, newest first, at most 100. */
    @Transactional(readOnly = true)
    public List<Delivery> deliveries() {
        return rows.deliveries();
    }
}
