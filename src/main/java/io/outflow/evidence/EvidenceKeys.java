package io.outflow.evidence;

import io.outflow.access.Action;
import io.outflow.access.Requires;
import io.outflow.evidence.internal.KeyFolder;
import io.outflow.evidence.internal.SigningKey;
import io.outflow.evidence.internal.TimeStamps;
import io.outflow.history.ChangeLog;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The keys that sign packages, for readers who must know them from somewhere else than a package. */
@Service
@Requires(Action.VERIFY_EVIDENCE)
public class EvidenceKeys {

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
     */
    public record Key(String fingerprint, String pem, Instant since, boolean signing) {}

    /** All keys, newest first; the first is made at first need, which may be now. */
    public List<Key> list() {
        keys.current();
        var all = keys.all();
        return all.stream()
                .map(key -> new Key(
                        Certificates.fingerprint(key.certificate()),
                        key.pem(),
                        key.certificate().getNotBefore().toInstant(),
                        key == all.getLast()))
                .toList()
                .reversed();
    }

    /** Makes a new key, which signs from now on. Older packages stay provable with the older certificate. */
    @Transactional
    @Requires(Action.ADMINISTER)
    public void rotate(String reason) {
        SigningKey key = keys.rotate();
        log.append("evidence key rotated", "key " + Certificates.fingerprint(key.certificate()), reason);
    }

    /** The host of the time-stamp authority; empty for none. */
    public String authority() {
        return stamps.host();
    }
}
