package io.outflow.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.outflow.access.internal.InstallationSecret;
import io.outflow.access.internal.SignedIn;
import io.outflow.trail.CallerKind;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one door for names of people. A person's name, session or id is replaced by a mark that is stable in this
 * installation, unless the person signed in may see names and gave a reason.
 */
@Service
public class Names {

    private static final int SHORTEST = 3;
    private static final int LONGEST = 300;

    private final CurrentPerson person;
    private final Journal journal;
    private final InstallationSecret secret;
    private final Cache<String, String> marks =
            Caffeine.newBuilder().maximumSize(50_000).build();

    Names(CurrentPerson person, Journal journal, InstallationSecret secret) {
        this.person = person;
        this.journal = journal;
        this.secret = secret;
    }

    /**
     * The text to show for a caller.
     *
     * @param kind only a {@link CallerKind#PERSON} is masked
     * @param id the caller's id, which the mark is made of
     * @param text the name, session or any other text that would tell who it is
     */
    public String shown(CallerKind kind, String id, String text) {
        return kind == CallerKind.PERSON && !revealed() ? mark(id) : text;
    }

    /** Whether names are shown in this session. */
    public boolean revealed() {
        return person.actor() instanceof SignedIn signedIn && signedIn.reason() != null && mayReveal();
    }

    /** Whether names may be shown once a reason is given. */
    public boolean mayReveal() {
        return person.may(Action.SEE_NAMES, Permission.WITH_REASON);
    }

    /** Shows names from now to the end of the session; the change log keeps who, when and why. */
    @Transactional
    public void reveal(String reason) {
        person.require(Action.SEE_NAMES, Permission.WITH_REASON);
        var given = reason.strip();
        if (given.length() < SHORTEST || given.length() > LONGEST) {
            throw AccessRefused.byRule(
                    "Names are shown after a reason of %d to %d characters.".formatted(SHORTEST, LONGEST));
        }
        if (person.actor() instanceof SignedIn signedIn) {
            journal.append(signedIn.name(), "names shown", "session", given);
            signedIn.reason(given);
        }
    }

    private String mark(String id) {
        return marks.get(id, key -> "Person " + secret.shortMark(key));
    }
}
