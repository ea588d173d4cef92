package io.outflow.access.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.outflow.access.AccessEnded;
import io.outflow.access.EndMoved;
import io.outflow.access.PersonChanged;
import io.outflow.access.TokenPurpose;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Turns a name and password, or a token, into a person; a refusal never tells which part was wrong. */
@Component
public class SignIn {

    private static final String REFUSAL = "Name or password is wrong.";

    private final Persons persons;
    private final ApiTokens tokens;
    private final PasswordHashing hashing;
    private final Throttle throttle;
    private final SignInRecord record;
    private final Clock clock;
    private final byte[] salt = new byte[32];

    /** Passwords sent with each API call would cost a slow hash each; a right one is remembered for a minute. */
    private final Cache<String, Known> verified = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofMinutes(1))
            .maximumSize(1_000)
            .build();

    /** API calls by the same person from the same address are one entry an hour. */
    private final Cache<String, Boolean> recorded = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofHours(1))
            .maximumSize(10_000)
            .build();

    SignIn(
            Persons persons,
            ApiTokens tokens,
            PasswordHashing hashing,
            Throttle throttle,
            SignInRecord record,
            Clock clock) {
        this.persons = persons;
        this.tokens = tokens;
        this.hashing = hashing;
        this.throttle = throttle;
        this.record = record;
        this.clock = clock;
        new SecureRandom().nextBytes(salt);
    }

    /** Signs in at the screen. */
    public SignedIn atScreen(String name, String password, String address) {
        var known = verify(name, password, address, "by password");
        enter(known, address, "by password");
        record.succeeded(known, address, "by password");
        return known.signedIn(clock.instant());
    }

    SignedIn withPassword(String name, String password, String address) {
        var key = key(name, password);
        var known = verified.getIfPresent(key);
        if (known == null) {
            known = verify(name, password, address, "API password");
            verified.put(key, known);
            if (known.mayEnter(clock.instant())) {
                recordOnce(known, address, "API password");
            }
        }
        return enter(known, address, "API password");
    }

    SignedIn withToken(String token, TokenPurpose purpose, String address) {
        var attempt = throttle.begin("token", address);
        var now = clock.instant();
        var found = tokens.findByTokenHash(Secrets.sha256(token)).filter(stored -> stored.opens(purpose, now));
        var known = found.flatMap(stored -> persons.findById(stored.personId()))
                .map(Person::known)
                .filter(Known::enabled)
                .orElse(null);
        if (known == null) {
            record.failed(null, address, purpose == TokenPurpose.API ? "API token" : "calendar token");
            throw new BadCredentialsException("The token is not valid, has expired or was revoked.");
        }
        attempt.succeeded();
        enter(known, address, "token");
        recordOnce(known, address, "token " + found.map(ApiToken::label).orElse(""));
        return known.signedIn(now);
    }

    private Known verify(String name, String password, String address, String way) {
        var account = Person.nameKey(name);
        var attempt = throttle.begin(account, address);
        var person = persons.findByNameKey(account).orElse(null);
        var right = hashing.matches(password, person == null ? null : person.passwordHash());
        if (!right || person == null || !person.enabled()) {
            record.failed(person, address, way);
            throw new BadCredentialsException(REFUSAL);
        }
        attempt.succeeded();
        return person.known();
    }

    /** Refuses somebody whose time is over, after the password was right, so that nobody else is told. */
    private SignedIn enter(Known known, String address, String way) {
        var now = clock.instant();
        var endsAt = known.endsAt();
        if (endsAt != null && known.ended(now)) {
            record.ended(known, address, way);
            throw new AccessEnded(endsAt);
        }
        return known.signedIn(now);
    }

    private void recordOnce(Known known, String address, String way) {
        if (recorded.asMap().putIfAbsent(known.id() + " " + address + " " + way, true) == null) {
            record.succeeded(known, address, way);
        }
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void forget(PersonChanged changed) {
        forget(changed.personId());
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void forget(EndMoved moved) {
        forget(moved.personId());
    }

    private void forget(UUID person) {
        verified.asMap().values().removeIf(known -> known.id().equals(person));
    }

    private String key(String name, String password) {
        return Secrets.sha256(HexFormat.of().formatHex(salt) + ":" + name.length() + ":" + name + password);
    }
}
