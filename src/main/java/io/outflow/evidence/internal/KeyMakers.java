package io.outflow.evidence.internal;

import io.outflow.aws.AwsConfig;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where evidence keys can lie, and where new ones are made; named in the environment only, never on a screen. */
@Component
public class KeyMakers {

    private final List<KeyMaker> all;
    private final KeyMaker chosen;

    KeyMakers(
            @Value("${outflow.evidence.signer:file}") String signer,
            @Value("${outflow.evidence.pkcs11-library:}") String library,
            @Value("${outflow.evidence.pkcs11-slot:0}") int slot,
            @Value("${outflow.evidence.pkcs11-pin:}") String pin,
            @Value("${outflow.evidence.pkcs11-pin-file:}") String pinFile,
            @Value("${outflow.evidence.kms-key:}") String kmsKey,
            @Value("${outflow.evidence.kms-region:}") String kmsRegion,
            @Value("${outflow.aws.endpoint-override:}") String endpoint) {
        var file = new FileKeys();
        var token = new Pkcs11Keys(new Pkcs11Keys.Settings(library.strip(), slot, pin, pinFile));
        var kms = new KmsKeys(kmsKey, kmsRegion, () -> AwsConfig.of(endpoint));
        all = List.of(file, token, kms);
        chosen = switch (signer.strip()) {
            case "", "file" -> file;
            case "pkcs11" -> token;
            case "kms" -> kms;
            default ->
                throw new IllegalStateException(
                        "OUTFLOW_EVIDENCE_SIGNER is \"%s\". Use file, pkcs11 or kms.".formatted(signer));
        };
    }

    /** Keys lie in the data folder. */
    public static KeyMakers inFolder() {
        return new KeyMakers("file", "", 0, "", "", "", "", "");
    }

    /** Where new keys are made. */
    KeyMaker chosen() {
        return chosen;
    }

    /** Who made a key that is kept so. */
    KeyMaker of(String kept) {
        return all.stream()
                .filter(maker -> maker.made(kept))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("An evidence key is kept in a form that is not known."));
    }
}
