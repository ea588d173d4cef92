package io.outflow.evidence.internal;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Instant;

/** A place in which evidence keys lie: makes keys there, and finds them again by what {@link KeyFolder} keeps of each. */
interface KeyMaker {

    /**
     * A key as it was made.
     *
     * @param kept what is written beside its certificate, to find it again; for keys that lie elsewhere no secret
     */
    record Made(SigningKey key, String kept) {}

    /** Whether a key that is kept so was made here. */
    boolean made(String kept);

    /** Where the key lies, in words. */
    String place(String kept);

    /**
     * A new key.
     *
     * @throws IOException with a sentence when none can be made
     */
    Made make(Instant now) throws IOException;

    /**
     * The signer of a key that was made here. It may look for the key only when it signs.
     *
     * @throws IOException with a sentence when it cannot be read
     */
    Signer open(String kept, X509Certificate certificate) throws IOException;
}
