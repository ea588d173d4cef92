package io.outflow.gaps;

import io.outflow.access.Action;
import io.outflow.access.CurrentPerson;
import io.outflow.access.Requires;
import io.outflow.gaps.internal.NoticeRows;
import io.outflow.history.ChangeLog;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sets up who is told of gaps. What is told goes out by itself, at once or once a day. */
@Service
@Requires(Action.ADMINISTER)
public class Notices {
    private static final int SHORTEST_SECRET = 16;
    private static final int LONGEST_SECRET = 200;

    private final NoticeRows rows;
    private final ChangeLog log;
    private final CurrentPerson person;

    Notices(NoticeRows rows, ChangeLog log, CurrentPerson person) {
        this.rows = rows;
        this.log = log;
        this.person = person;
    }

    @Transactional(readOnly = true)
    public NoticeSettings settings() {
        return rows.settings();
    }

    /**
     * Saves the settings.
     *
     * @param secret a new secret; empty keeps the one that is there
     * @throws GapRefused when they have problems
     */
    @Transactional
    public NoticeSettings save(NoticeSettings settings, String secret) {
        var kept = secret.isEmpty() ? rows.secret() : secret;
        if (!kept.isEmpty() && (kept.length() < SHORTEST_SECRET || kept.length() > LONGEST_SECRET)) {
            throw new GapRefused("secret", "Give a secret of 16 to 200 characters.");
        }
        var saved = new NoticeSettings(
                settings.mailTo(),
                settings.webhook(),
                !kept.isEmpty(),
                settings.digest(),
                settings.digestHour(),
                settings.least());
        if (!saved.problems().isEmpty()) {
            var first = saved.problems().getFirst();
            throw new GapRefused(first.field(), first.sentence());
        }
        rows.save(saved, kept);
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

    /** The last messages, newest first, at most 100. */
    @Transactional(readOnly = true)
    public List<Delivery> deliveries() {
        return rows.deliveries();
    }
}
