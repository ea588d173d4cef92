package io.outflow.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.catalogue.internal.EntryDrafts;
import io.outflow.vendors.Draft;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Everything that the catalogue says of a product is said by the drafts of the register too, or by its own page. */
class NothingIsLostTest {

    /** Answers that become a choice of the register; how is asserted in {@link CatalogueTest}. */
    private static final Set<String> CHOICES = Set.of("yes", "no", "true", "false", "user_choice");

    /** Words of closed lists that become choices of the register. */
    private static final Set<String> CLOSED =
            Set.of("/category", "/dpa_status", "/sources/evidence_kind", "/confidence", "/common_claim_checks/topic");

    static Stream<JsonNode> entries() {
        return JsonMapper.shared().readTree(TestCatalogue.json()).get("entries").valueStream();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void everyLeafOfAnEntryIsSaidSomewhere(JsonNode entry) {
        var edition = TestCatalogue.shipped();
        var read = edition.find(entry.get("id").asString()).orElseThrow();
        var text = normal(text(read, edition));
        var lost = new ArrayList<String>();

        leaves(entry, "", (path, value) -> {
            if (!CHOICES.contains(value) && !CLOSED.contains(path) && !text.contains(normal(value))) {
                lost.add(path + ": " + value);
            }
        });

        assertThat(lost).isEmpty();
    }

    private static void leaves(JsonNode node, String path, BiConsumer<String, String> leaf) {
        if (node.isObject()) {
            node.properties().forEach(child -> leaves(child.getValue(), path + "/" + child.getKey(), leaf));
        } else if (node.isArray()) {
            node.valueStream().forEach(child -> leaves(child, path, leaf));
        } else if (!node.isNull()) {
            leaf.accept(path, node.asString());
        }
    }

    /** The drafts, and the parts that the page shows beside them: sources, checks of claims, what is without a source. */
    private static String text(CatalogueEntry entry, Edition edition) {
        var drafts = new EntryDrafts(entry, edition.edition());
        var parts = new ArrayList<String>();
        parts.add(entry.id());
        Stream.of(drafts.vendor(), Stream.of(drafts.itself(null)), drafts.facts(null).stream())
                .<Draft>flatMap(part -> part)
                .forEach(draft -> {
                    FactLine.of(draft.content()).forEach(line -> parts.add(line.text()));
                    parts.add(draft.basis().catalogueKey());
                    parts.add(draft.basis().source());
                });
        if (entry.isApplication()) {
            parts.add(entry.vendor());
        }
        entry.sources().forEach(source -> parts.add(source.field() + " " + source.inWords()));
        entry.commonClaimChecks()
                .forEach(check -> parts.addAll(List.of(check.claim(), check.verdictInWords(), check.note())));
        parts.addAll(entry.unsourcedFields());
        return parts.stream().collect(Collectors.joining("\n"));
    }

    private static String normal(String text) {
        return text.replace('_', ' ').replaceAll("\\s+", " ").strip();
    }
}
