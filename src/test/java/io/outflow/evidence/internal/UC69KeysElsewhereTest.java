package io.outflow.evidence.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.outflow.base.OutflowHome;
import io.outflow.testing.LocalAccount;
import io.outflow.testing.LocalAws;
import io.outflow.testing.LocalAws.Reply;
import io.outflow.testing.LocalAws.Request;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** UC-69: the key that signs packages lies on a token or in AWS KMS, and both verifiers take what it signs. */
class UC69KeysElsewhereTest {

    private static final String ARN = "arn:aws:kms:eu-central-1:111122223333:key/";
    private static final String ALIAS = "alias/outflow-evidence";

    @TempDir
    Path temp;

    private OutflowHome home() throws IOException {
        return OutflowHome.at(Files.createDirectories(temp.resolve("home")));
    }

    @Test
    void aKeyInKmsSignsPackagesThatBothVerifiersTake() throws Exception {
        try (var kms = new Kms()) {
            kms.key("one");
            var keys = keys(kms.makers(ARN + "one"));

            signsAPackage(keys, "kms");

            assertThat(keys.all()).singleElement().satisfies(key -> assertThat(key.place())
                    .isEqualTo("in AWS KMS, " + ARN + "one"));
            assertThat(kms.asked).contains("GetPublicKey", "Sign");
        }
    }

    @Test
    void onlyDigestsAreSentToKms() throws Exception {
        try (var kms = new Kms()) {
            kms.key("one");
            var secret = "a line of the tag manifest ".repeat(10);

            var signature = keys(kms.makers(ARN + "one")).current().sign(secret.getBytes(StandardCharsets.UTF_8));

            assertThat(signature).isNotEmpty();
            assertThat(kms.messages).allMatch(message -> message.length == 32);
        }
    }

    @Test
    void aRotationTakesTheKeyToWhichTheAliasPointsAndRefusesTheSameOne() throws Exception {
        try (var kms = new Kms()) {
            kms.key("one");
            kms.key("two");
            kms.aliased = "one";
            var keys = keys(kms.makers(ALIAS));
            var first = keys.current();

            assertThatThrownBy(keys::rotate)
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("The settings still name the key");
            kms.aliased = "two";
            assertThat(keys.current().certificate())
                    .as("an alias that moved changes nothing by itself")
                    .isEqualTo(first.certificate());
            var bytes = "x".getBytes(StandardCharsets.US_ASCII);
            assertThat(holds(first, keys.current().sign(bytes), bytes)).isTrue();
            var second = keys.rotate();

            assertThat(keys.current().certificate()).isEqualTo(second.certificate());
            assertThat(keys.all())
                    .extracting(KeyFolder.Known::place)
                    .containsExactly("in AWS KMS, " + ARN + "one", "in AWS KMS, " + ARN + "two");
            signsAPackage(keys, "rotated");
        }
    }

    @Test
    void whatKmsRefusesIsSaidInWordsAndNoKeyIsKept() throws Exception {
        try (var kms = new Kms()) {
            kms.refusing = true;
            var keys = keys(kms.makers(ARN + "one"));

            assertThatThrownBy(keys::current).isInstanceOf(IOException.class).hasMessageContaining("kms:GetPublicKey");
            assertThat(keys.all()).isEmpty();
        }
        assertThatThrownBy(keys(makers("kms", "", 0, "", "", "", ""))::current)
                .hasMessage("OUTFLOW_KMS_KEY names no key.");
        assertThatThrownBy(keys(makers("kms", "", 0, "", ALIAS, "", ""))::current)
                .hasMessageContaining("OUTFLOW_KMS_REGION");
    }

    @Test
    void aKeyForAnotherUseIsRefused() throws Exception {
        try (var kms = new Kms()) {
            kms.key("one");
            kms.spec = "RSA_2048";

            assertThatThrownBy(keys(kms.makers(ARN + "one"))::current)
                    .hasMessageContaining("is a key RSA_2048 for SIGN_VERIFY");
        }
    }

    @Test
    void aKeyOnATokenSignsPackagesThatBothVerifiersTake() throws Exception {
        var token = token();

        assertThat(token.make("1234")).endsWith("done\n");

        var keys = keys(makers("file", "", 0, "", "", "", ""));
        assertThat(keys.all()).hasSize(2).allSatisfy(key -> assertThat(key.place())
                .startsWith("on a PKCS#11 token, named outflow-evidence-"));
        verifies("first", keys.all().getFirst());
        verifies("again", keys.all().getFirst());
        verifies("rotated", keys.all().getLast());
        try (Stream<Path> files = Files.list(temp.resolve("home/evidence/keys"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".key")))
                    .hasSize(2)
                    .allSatisfy(file -> assertThat(file).content().startsWith("pkcs11:outflow-evidence-"));
        }
    }

    @Test
    void aWrongPinIsSaidInWordsWithoutThePin() throws Exception {
        assertThat(token().make("98765")).contains("PIN").doesNotContain("98765", "done");
        assertThat(keys(KeyMakers.inFolder()).all()).isEmpty();
    }

    @Test
    void aLibraryThatIsNotThereIsNamed() throws Exception {
        assertThatThrownBy(keys(makers("pkcs11", "/no/such/library.so", 0, "1", "", "", ""))::current)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("/no/such/library.so");
        assertThatThrownBy(() -> makers("cloud", "", 0, "", "", "", ""))
                .hasMessage("OUTFLOW_EVIDENCE_SIGNER is \"cloud\". Use file, pkcs11 or kms.");
    }

    @Test
    void anotherPlaceForKeysGivesANewKeyAndTheOldCertificatesStay() throws Exception {
        var before = new KeyFolder(home(), Clock.systemUTC(), KeyMakers.inFolder()).current();
        try (var kms = new Kms()) {
            kms.key("one");
            var keys = keys(kms.makers(ARN + "one"));

            var now = keys.current();

            assertThat(now.certificate()).isNotEqualTo(before.certificate());
            assertThat(keys.all())
                    .extracting(KeyFolder.Known::certificate)
                    .containsExactly(before.certificate(), now.certificate());
            assertThat(keys.all().getFirst().place()).isEqualTo("in the data folder");
        }
    }

    private KeyFolder keys(KeyMakers makers) throws IOException {
        return new KeyFolder(home(), Clock.systemUTC(), makers);
    }

    private void signsAPackage(KeyFolder keys, String name) throws Exception {
        var key = keys.current();
        SamplePackage.make(temp.resolve(name), temp.resolve(name + ".zip"), 5, 4, 5, key, TimeStamps.none());
        verifies(name, keys.all().getLast());
    }

    private void verifies(String name, KeyFolder.Known key) throws Exception {
        var zip = temp.resolve(name + ".zip");
        var unpacked = SamplePackage.unpack(zip, temp.resolve(name + "-unpacked"));
        var signer = SamplePackage.pem(temp.resolve(name + ".pem"), key.certificate());

        assertThat(SamplePackage.verify(zip, key.certificate()).findings()).isEmpty();
        var said = SamplePackage.script(unpacked, signer);
        assertThat(said.verified()).as(said.text()).isTrue();
    }

    private static boolean holds(SigningKey key, byte[] signature, byte[] bytes) throws GeneralSecurityException {
        var check = Signature.getInstance("SHA256withECDSA");
        check.initVerify(key.certificate().getPublicKey());
        check.update(bytes);
        return check.verify(signature);
    }

    private static KeyMakers makers(
            String signer, String library, int slot, String pin, String key, String region, String endpoint) {
        return new KeyMakers(signer, library, slot, pin, "", key, region, endpoint);
    }

    private static String library() {
        return Stream.of(
                        System.getenv().getOrDefault("OUTFLOW_TEST_PKCS11_LIBRARY", ""),
                        "/usr/lib/softhsm/libsofthsm2.so",
                        "/usr/lib64/pkcs11/libsofthsm2.so",
                        "/opt/homebrew/lib/softhsm/libsofthsm2.so")
                .filter(path -> !path.isEmpty() && Files.isRegularFile(Path.of(path)))
                .findFirst()
                .orElse("");
    }

    private TokenProcess.Token token() throws Exception {
        assumeTrue(
                !library().isEmpty(),
                "Not run: no library of SoftHSM is installed here, so no PKCS#11 token was tried.");
        var token = new TokenProcess.Token(temp, library());
        String said;
        try {
            said = token.init();
        } catch (IOException e) {
            said = "softhsm2-util is not installed here.";
        }
        assumeTrue(said.contains("initialized"), "Not run: no PKCS#11 token could be made. " + said);
        return token;
    }

    /** AWS KMS on the loopback, in its real protocol, with real keys. */
    private static final class Kms implements AutoCloseable {

        private final LocalAws aws = new LocalAws();
        private final Map<String, KeyPair> keys = new ConcurrentHashMap<>();
        private final List<String> asked = new java.util.concurrent.CopyOnWriteArrayList<>();
        private final List<byte[]> messages = new java.util.concurrent.CopyOnWriteArrayList<>();
        private volatile String aliased = "";
        private volatile String spec = "ECC_NIST_P256";
        private volatile boolean refusing;

        Kms() {
            // Sets credentials that no server ever compares.
            new LocalAccount().close();
            aws.fault(this::reply);
        }

        void key(String id) throws GeneralSecurityException {
            var pairs = KeyPairGenerator.getInstance("EC");
            pairs.initialize(new ECGenParameterSpec("secp256r1"));
            keys.put(id, pairs.generateKeyPair());
        }

        KeyMakers makers(String named) {
            return UC69KeysElsewhereTest.makers(
                    "kms", "", 0, "", named, "eu-central-1", aws.address().toString());
        }

        private Reply reply(Request request) {
            var target = request.headers().getOrDefault("x-amz-target", "");
            if (refusing || request.signedBy().isEmpty() || !target.startsWith("TrentService.")) {
                return LocalAccount.jsonReply(400, "{\"__type\":\"AccessDeniedException\",\"message\":\"for a test\"}");
            }
            var body = JsonMapper.shared().readTree(request.body());
            var named = body.path("KeyId").asString();
            var id = named.equals(ALIAS) ? aliased : named.replace(ARN, "");
            var pair = keys.get(id);
            var action = target.substring("TrentService.".length());
            asked.add(action);
            if (pair == null) {
                return LocalAccount.jsonReply(400, "{\"__type\":\"NotFoundException\",\"message\":\"for a test\"}");
            }
            var answer = JsonMapper.shared().createObjectNode().put("KeyId", ARN + id);
            if (action.equals("GetPublicKey")) {
                answer.put("PublicKey", base64(pair.getPublic().getEncoded()))
                        .put("KeySpec", spec)
                        .put("KeyUsage", "SIGN_VERIFY");
            } else {
                assertThat(body.path("MessageType").asString()).isEqualTo("DIGEST");
                assertThat(body.path("SigningAlgorithm").asString()).isEqualTo("ECDSA_SHA_256");
                var message = Base64.getDecoder().decode(body.path("Message").asString());
                messages.add(message);
                answer.put("Signature", base64(signed(pair, message))).put("SigningAlgorithm", "ECDSA_SHA_256");
            }
            return LocalAccount.jsonReply(200, answer.toString());
        }

        private static byte[] signed(KeyPair pair, byte[] digest) {
            try {
                var signature = Signature.getInstance("NONEwithECDSA");
                signature.initSign(pair.getPrivate());
                signature.update(digest);
                return signature.sign();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        private static String base64(byte[] bytes) {
            return Base64.getEncoder().encodeToString(bytes);
        }

        @Override
        public void close() {
            aws.close();
        }
    }
}
