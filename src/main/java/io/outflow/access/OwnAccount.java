package io.outflow.access;

import io.outflow.access.ChangeRefused.Field;
import io.outflow.access.internal.ApiToken;
import io.outflow.access.internal.ApiTokens;
import io.outflow.access.internal.OwnPassword;
import io.outflow.access.internal.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a person may do to their own account: change the password, make and revoke tokens for the API. */
@Service
@Requires(Action.OWN_ACCOUNT)
public class OwnAccount {

    private static final int MOST_DAYS = 365;
    private static final int LONGEST_LABEL = 60;
    private static final String PREFIX = "outflow_";

    private final ApiTokens tokens;
    private final OwnPassword passwords;
    private final Journal journal;
    private final CurrentPerson current;
    private final Clock clock;

    OwnAccount(ApiTokens tokens, OwnPassword passwords, Journal journal, CurrentPerson current, Clock clock) {
        this.tokens = tokens;
        this.passwords = passwords;
        this.journal = journal;
        this.current = current;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<TokenSummary> tokens() {
        return tokens.findByPersonIdOrderByCreatedAtDesc(me()).stream()
                .map(ApiToken::summary)
                .toList();
    }

    /** Makes a token for the API and returns it; it cannot be shown again. It may do what its person may do. */
    @Transactional
    public String makeToken(String label, int days) {
        return make(TokenPurpose.API, label, days);
    }

    /**
     * Makes a token that opens one calendar by its address, for a year, and returns it; it cannot be shown again. It reads
     * what its person may read, and opens nothing else.
     */
    @Transactional
    public String makeCalendarToken(String label) {
        return make(TokenPurpose.CALENDAR, label, MOST_DAYS);
    }

    private String make(TokenPurpose purpose, String label, int days) {
        var shown = label.strip();
        if (shown.isEmpty() || shown.length() > LONGEST_LABEL) {
            throw new ChangeRefused(
                    Field.NAME, "Say in 1 to %d characters what the token is for.".formatted(LONGEST_LABEL));
        }
        if (days < 1 || days > MOST_DAYS) {
            throw new ChangeRefused(Field.DAYS, "A token lasts 1 to %d days.".formatted(MOST_DAYS));
        }
        var token = Secrets.token(PREFIX);
        var now = clock.instant();
        tokens.save(new ApiToken(me(), purpose, shown, Secrets.sha256(token), now, now.plus(Duration.ofDays(days))));
        journal.append(current.name(), "token made", "token " + shown, "lasts " + days + " days");
        return token;
    }

    @Transactional
    public void revokeToken(UUID id) {
        tokens.findByIdAndPersonId(id, me()).ifPresent(token -> {
            token.revoke(clock.instant());
            journal.append(current.name(), "token revoked", "token " + token.label(), "");
        });
    }

    /** Changes the password and ends all other sessions, and this one. */
    @Transactional
    public void changePassword(String present, String next) {
        passwords.change(me(), present, next);
        journal.append(current.name(), "password changed", "person " + current.name(), "by the person");
    }

    private UUID me() {
        return current.id().orElseThrow(() -> AccessRefused.byRule("Only a person who signed in has an account."));
    }
}
