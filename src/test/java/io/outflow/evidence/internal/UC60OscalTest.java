package io.outflow.evidence.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.outflow.OutflowTest;
import io.outflow.access.Acting;
import io.outflow.evidence.EvidencePackage;
import io.outflow.evidence.EvidencePackage.State;
import io.outflow.evidence.EvidencePackages;
import io.outflow.evidence.Framework;
import io.outflow.evidence.PackageRequest;
import io.outflow.evidence.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A package holds OSCAL assessment results where they are asked for, valid by NIST's schema and the same each time. */
@OutflowTest
class UC60OscalTest {

    @Autowired
    EvidencePackages packages;

    @Test
    void theFileIsValidByTheSchemaOfNist() throws IOException {
        var made = made(EnumSet.allOf(Part.class), EnumSet.allOf(Framework.class), Instant.now());
        var oscal = packages(made);

        assertThat(schema().validate(oscal.toString(), InputFormat.JSON)).isEmpty();
        var results = oscal.path("assessment-results");
        assertThat(results.path("metadata").path("oscal-version").asString()).isEqualTo("1.1.2");
        assertThat(results.path("results")).hasSize(Framework.values().length);
        assertThat(results.path("results").findValues("findings"))
                .as("evidence for a control is no control that is met")
                .isEmpty();
    }

    @Test
    void whatTheSchemaRefusesIsSeenByThisTest() throws IOException {
        assertThat(schema().validate("{\"assessment-results\": {\"uuid\": \"x\"}}", InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void everyReferenceLeadsToAFileOfThePackageWithItsHash() {
        var made = made(EnumSet.of(Part.REGISTER, Part.OSCAL), EnumSet.of(Framework.SOC_2), Instant.now());
        var results = packages(made).path("assessment-results");

        var resources = results.path("back-matter").path("resources");
        var ids = new HashSet<String>();
        for (var resource : resources) {
            ids.add("#" + resource.path("uuid").asString());
            for (var link : resource.path("rlinks")) {
                var name = "data/" + link.path("href").asString().substring("../".length());
                assertThat(Acting.asOutflow(() -> packages.files(made.number())))
                        .filteredOn(file -> file.name().equals(name))
                        .singleElement()
                        .satisfies(file -> assertThat(link.path("hashes")
                                        .path(0)
                                        .path("value")
                                        .asString())
                                .isEqualTo(file.sha256()));
            }
        }
        assertThat(ids).contains(results.path("import-ap").path("href").asString());
        var evidence = results.findValues("relevant-evidence");
        assertThat(evidence).isNotEmpty();
        for (var list : evidence) {
            for (var one : list) {
                assertThat(ids).contains(one.path("href").asString());
            }
        }
        assertThat(results.findValuesAsString("description"))
                .anyMatch(words -> words.startsWith("No evidence in this package. It would be in: "));
    }

    @Test
    void theSameMomentGivesTheSameBytes() {
        var asOf = Instant.now();
        var first = hash(made(EnumSet.of(Part.REGISTER, Part.OSCAL), EnumSet.of(Framework.GDPR), asOf));

        assertThat(hash(made(EnumSet.of(Part.REGISTER, Part.OSCAL), EnumSet.of(Framework.GDPR), asOf)))
                .isEqualTo(first);
        assertThat(hash(made(EnumSet.of(Part.REGISTER, Part.OSCAL), EnumSet.of(Framework.SOC_2), asOf)))
                .isNotEqualTo(first);
    }

    @Test
    void everyControlHasAnIdOfItsOwnThatOscalTakes() {
        var tokens = Arrays.stream(Framework.values())
                .flatMap(framework -> framework.controls().stream())
                .map(OscalArtefact::token)
                .toList();

        assertThat(tokens).doesNotHaveDuplicates().allMatch(token -> token.matches("[a-z][a-z0-9-]*_[A-Za-z0-9.-]+"));
    }

    @Test
    void idsFollowFromNamesAsTheStandardHasThem() {
        // The example of RFC 9562, appendix A.4.
        assertThat(UuidV5.of(UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8"), "www.example.com"))
                .isEqualTo(UUID.fromString("2ed6657d-e927-568b-95e1-2665a8aea6a2"));
    }

    private static Schema schema() throws IOException {
        try (var file = UC60OscalTest.class.getResourceAsStream("/schema/json/oscal-ar_schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(new String(file.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
        }
    }

    private String hash(EvidencePackage made) {
        return Acting.asOutflow(() -> packages.files(made.number())).stream()
                .filter(file -> file.name().equals(OscalArtefact.FILE))
                .findFirst()
                .orElseThrow()
                .sha256();
    }

    private JsonNode packages(EvidencePackage made) {
        return Acting.asOutflow(() -> packages.read(made.number(), OscalArtefact.FILE));
    }

    private EvidencePackage made(Set<Part> parts, Set<Framework> frameworks, Instant asOf) {
        var day = LocalDate.now(ZoneOffset.UTC);
        var request = new PackageRequest(
                "OSCAL \"quoted\"\nöäü",
                "",
                Set.of(),
                Set.of(),
                day.minusDays(3),
                day,
                asOf,
                frameworks,
                parts,
                false,
                "");
        return Acting.asOutflow(() -> {
            var number = packages.make(request);
            var ended = Awaitility.await()
                    .pollInSameThread()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> packages.find(number).orElseThrow(), one -> one.state() != State.MAKING);
            assertThat(ended.state()).as(ended.message()).isEqualTo(State.MADE);
            return ended;
        });
    }
}
