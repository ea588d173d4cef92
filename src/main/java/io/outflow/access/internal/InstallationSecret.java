package io.outflow.access.internal;

import io.outflow.base.OutflowHome;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** A key made at first start and kept in the data folder, so that marks are stable here and meaningless elsewhere. */
@Component
public class InstallationSecret {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int MARK_BYTES = 3;

    private final SecretKeySpec key;

    InstallationSecret(OutflowHome home) {
        this.key = new SecretKeySpec(home.secret("names.key", InstallationSecret::random), ALGORITHM);
    }

    private static byte[] random() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    public String shortMark(String text) {
        return HexFormat.of().formatHex(digest(text), 0, MARK_BYTES);
    }

    private byte[] digest(String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no " + ALGORITHM, e);
        }
    }
}
