package io.outflow.evidence;

import io.outflow.access.Action;
import io.outflow.access.Requires;
import io.outflow.evidence.internal.KeyFolder;
import io.outflow.evidence.internal.SigningKey;
import io.outflow.evidence.internal.TimeStamps;
import io.outflow.history.ChangeLog;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The keys that sign packages, for readers who must know them from somewhere else than a package. */
@Service
@Requires(Action.VERIFY_EVIDENCE)
public class EvidenceKeys {

    private static final Logger LOG = LoggerFactory.getLogger(EvidenceKeys.class);

    private final KeyFolder keys;
    private final TimeStamps stamps;
    private final ChangeLog log;

    EvidenceKeys(KeyFolder keys, TimeStamps stamps, ChangeLog log) {
        this.keys = keys;
        this.stamps = stamps;
        this.log = log;
    }

    /**
     * A key.
     *
     * @param fingerprint SHA-256 over its certificate
     * @param pem the certificate, to be handed to readers
     * @param signing whether it is the one that signs now
     * @param place where the key itself lies, in words
     */
    public record Key(String fingerprint, String pem, Instant since, boolean signing, String place) {}

    /** Why nothing can be signed now, in a sentence; empty when there is a key. The first is made at first need, which may be now. */
    public Optional<String> trouble() {
        try {
            keys.current();
            return Optional.empty();
        } catch (IOException e) {
            LOG.warn("There is no evidence key. {}", e.getMessage());
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** All keys, newest first. */
    public List<Key> list() {
        var trouble = trouble();
        var all = keys.all();
        return all.stream()
                .map(key -> new Key(
                        Certificates.fingerprint(key.certificate()),
                        key.pem(),
                        key.certificate().getNotBefore().toInstant(),
                        trouble.isEmpty() && key == all.getLast(),
                        key.place()))
                .toList()
                .reversed();
    }

    /**
     * Makes a new key, which signs from now on. Older packages stay provable with the older certificate.
     *
     * @throws IllegalStateException with a sentence when none can be made
     */
    @Transactional
    @Requires(Action.ADMINISTER)
    public void rotate(String reason) {
        SigningKey key;
        try {
            key = keys.rotate();
        } catch (IOException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
        log.append("evidence key rotated", "key " + Certificates.fingerprint(key.certificate()), reason);
    }

    /** The host of the time-stamp authority; empty for none. */
    public String authority() {
        return stamps.host();
    }
}
