package io.outflow.evidence.internal;

import java.io.IOException;

/** Signs with one key, ECDSA on P-256 with SHA-256, wherever that key lies. */
public interface Signer {

    /**
     * The signature over bytes, in DER.
     *
     * @throws IOException with a sentence when the key cannot be reached or does not sign
     */
    byte[] sign(byte[] bytes) throws IOException;
}
