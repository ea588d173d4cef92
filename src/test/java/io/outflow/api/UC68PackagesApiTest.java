package io.outflow.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.outflow.As;
import io.outflow.OutflowTest;
import io.outflow.access.Acting;
import io.outflow.access.People;
import io.outflow.access.Role;
import io.outflow.evidence.Bag;
import io.outflow.evidence.EvidenceKeys;
import io.outflow.evidence.PackageVerifier;
import io.outflow.history.ChangeLog;
import io.outflow.history.Entry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** UC-68: a program makes a package, takes it away and checks it. */
@OutflowTest
class UC68PackagesApiTest {

    private static final String PASSWORD = "copper lantern drifts";

    @Autowired
    MockMvc web;

    @Autowired
    People people;

    @Autowired
    ChangeLog log;

    @Autowired
    EvidenceKeys keys;

    @TempDir
    Path temp;

    private final String mark = UUID.randomUUID().toString();

    @BeforeEach
    void somePeople() {
        As.role(Role.ADMIN);
        for (var role : Role.OF_THE_HOUSE) {
            people.add(role.label() + " " + mark, PASSWORD, Set.of(role));
        }
        As.nobody();
    }

    @AfterEach
    void signOut() {
        As.nobody();
    }

    @Test
    void aPackageIsAskedForWaitedForTakenAwayAndVerifies() throws Exception {
        var place = asked(Role.LEGAL, body(""));

        var details = made(Role.LEGAL, place);
        assertThat((String) JsonPath.read(details.getContentAsString(), "$.item.request.title"))
                .isEqualTo("By program");
        assertThat((List<String>) JsonPath.read(details.getContentAsString(), "$.files[*].name"))
                .contains("data/ipe.json", "data/records/vendors.jsonl");
        String sha256 = JsonPath.read(details.getContentAsString(), "$.item.sha256");
        ask(Role.LEGAL, get(place).header("If-None-Match", details.getHeader("ETag")))
                .andExpect(status().isNotModified());
        ask(Role.LEGAL, get("/api/v1/packages"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[*].sha256", hasItem(sha256)));

        var archive = bytes(ask(Role.LEGAL, get(place + "/archive")).andExpect(status().isOk()));
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(archive)))
                .isEqualTo(sha256);
        assertThat(downloads(sha256)).hasSize(1);
        var zip = Files.write(temp.resolve("package.zip"), archive);
        try (var bag = Bag.open(zip)) {
            assertThat(new PackageVerifier(trusted(), List.of()).verify(bag).findings())
                    .isEmpty();
        }
        ask(Role.LEGAL, get(place + "/verification"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.verified").value(true))
                .andExpect(jsonPath("$.sentence", containsString("Complete and unchanged")))
                .andExpect(jsonPath("$.stamp").value("NONE"));
        ask(Role.LEGAL, get(place + "/stamp"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.detail", containsString("no time stamp yet")));
    }

    @Test
    void anArchiveIsHandedOutInPiecesToo() throws Exception {
        var place = asked(Role.LEGAL, body(""));
        String sha256 = JsonPath.read(made(Role.LEGAL, place).getContentAsString(), "$.item.sha256");
        var archive = bytes(ask(Role.LEGAL, get(place + "/archive")));
        var tag = "\"" + sha256 + "\"";

        var piece = ask(Role.LEGAL, get(place + "/archive").header("Range", "bytes=100-"))
                .andExpect(status().isPartialContent())
                .andExpect(header().string(
                                "Content-Range", "bytes 100-%d/%d".formatted(archive.length - 1, archive.length)))
                .andExpect(header().string("ETag", tag));
        assertThat(bytes(piece)).isEqualTo(Arrays.copyOfRange(archive, 100, archive.length));
        var same = ask(
                        Role.LEGAL,
                        get(place + "/archive").header("Range", "bytes=0-9").header("If-Range", tag))
                .andExpect(status().isPartialContent());
        assertThat(bytes(same)).isEqualTo(Arrays.copyOf(archive, 10));
        var another = ask(
                        Role.LEGAL,
                        get(place + "/archive").header("Range", "bytes=0-9").header("If-Range", "\"other\""))
                .andExpect(status().isOk());
        assertThat(bytes(another)).isEqualTo(archive);
        ask(Role.LEGAL, get(place + "/archive").header("Range", "bytes=99999999999-"))
                .andExpect(status().isRequestedRangeNotSatisfiable());
        assertThat(downloads(sha256).stream().map(Entry::text)).anyMatch(text -> text.endsWith("a piece: bytes=100-"));

        var before = downloads(sha256).size();
        ask(Role.LEGAL, get(place + "/archive").header("If-None-Match", tag)).andExpect(status().isNotModified());
        ask(Role.LEGAL, head(place + "/archive"))
                .andExpect(status().isOk())
                .andExpect(header().longValue("Content-Length", archive.length))
                .andExpect(header().string("Accept-Ranges", "bytes"));
        assertThat(downloads(sha256)).as("nothing was handed out").hasSize(before);
    }

    @Test
    void theRightsAreThoseOfTheScreens() throws Exception {
        var place = asked(Role.LEGAL, body(""));
        String sha256 = JsonPath.read(made(Role.LEGAL, place).getContentAsString(), "$.item.sha256");

        for (var path : List.of("/api/v1/packages", place, place + "/archive", place + "/verification")) {
            ask(Role.ADMIN, get(path)).andExpect(status().isForbidden());
            web.perform(get(path)).andExpect(status().isUnauthorized());
        }
        send(Role.ADMIN, body("")).andExpect(status().isForbidden());
        for (var path : List.of(place, place + "/archive", place + "/stamp", place + "/verification")) {
            ask(Role.AUDITOR, get(path))
                    .andExpect(status().isNotFound())
                    .andExpect(jsonPath("$.detail", containsString("that you may open")));
        }
        ask(Role.AUDITOR, get("/api/v1/packages"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[*].sha256", not(hasItem(sha256))));
        var theirs = asked(Role.LEGAL, body("\"recipient\": \"Auditor %s\",".formatted(mark)));
        made(Role.AUDITOR, theirs);
        ask(Role.AUDITOR, get(theirs + "/archive")).andExpect(status().isOk());

        var invited = authentication(As.authentication(Role.INVITED));
        web.perform(get("/api/v1/packages").with(invited))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items").isEmpty());
        web.perform(get(theirs + "/archive").with(invited)).andExpect(status().isNotFound());
        web.perform(post("/api/v1/packages")
                        .with(invited)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body("")))
                .andExpect(status().isForbidden());
    }

    @Test
    void namesNeedTheRightAndAReason() throws Exception {
        send(Role.LEGAL, body("\"named\": true, \"reason\": \"inquiry 4711\",")).andExpect(status().isForbidden());
        send(Role.CISO, body("\"named\": true,"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail", containsString("Say why callers are to be named")));
        made(Role.CISO, asked(Role.CISO, body("\"named\": true, \"reason\": \"inquiry 4711\",")));
    }

    @Test
    void whatCannotBeMadeIsSaidInSentences() throws Exception {
        send(Role.LEGAL, "{}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("from"));
        send(Role.LEGAL, "{\"from\": \"2026-10-31\", \"to\": \"2026-10-01\"}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail", containsString("Say in 1 to 200 characters")))
                .andExpect(jsonPath("$.detail", containsString("lies before its first day")));
        send(Role.LEGAL, body("\"parts\": [\"WEATHER\"],")).andExpect(status().isBadRequest());
        send(Role.LEGAL, body("\"parts\": [\"OSCAL\"],"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail", containsString("Pick a framework")));
        ask(Role.LEGAL, get("/api/v1/packages/987654321")).andExpect(status().isNotFound());
    }

    private String body(String more) {
        return "{%s \"title\": \"By program\", \"from\": \"2026-10-01\", \"to\": \"2026-10-31\"}".formatted(more);
    }

    private String asked(Role role, String body) throws Exception {
        var answer = send(role, body)
                .andExpect(status().isAccepted())
                .andExpect(header().exists("Retry-After"))
                .andReturn()
                .getResponse();
        return java.util.Objects.requireNonNull(answer.getHeader("Location"));
    }

    private MockHttpServletResponse made(Role role, String place) {
        return Awaitility.await()
                .pollInSameThread()
                .atMost(Duration.ofSeconds(60))
                .until(() -> ask(role, get(place)).andReturn().getResponse(), answer -> JsonPath.read(
                                new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8), "$.item.state")
                        .equals("MADE"));
    }

    private List<Entry> downloads(String sha256) {
        return Acting.asOutflow(() -> log.list(0, 50)).stream()
                .filter(entry -> entry.action().equals("evidence downloaded")
                        && entry.text().contains(sha256))
                .toList();
    }

    private List<X509Certificate> trusted() throws Exception {
        var pem = Acting.asOutflow(() -> keys.list().getFirst().pem());
        return io.outflow.evidence.Certificates.read(pem.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] bytes(ResultActions answer) {
        return answer.andReturn().getResponse().getContentAsByteArray();
    }

    private ResultActions ask(Role role, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(httpBasic(role.label() + " " + mark, PASSWORD)));
    }

    private ResultActions send(Role role, String body) throws Exception {
        return ask(
                role,
                post("/api/v1/packages").contentType(MediaType.APPLICATION_JSON).content(body));
    }
}
