package io.outflow.catalogue.internal;

import static io.outflow.catalogue.internal.Claims.labelled;
import static io.outflow.catalogue.internal.Claims.lines;
import static io.outflow.catalogue.internal.Claims.words;

import io.outflow.catalogue.CatalogueEntry;
import io.outflow.catalogue.CatalogueEntry.OtherValue;
import io.outflow.catalogue.CatalogueEntry.Window;
import io.outflow.vendors.Draft;
import io.outflow.vendors.content.DataKind;
import io.outflow.vendors.content.RetentionWindow;
import io.outflow.vendors.content.YesNo;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The retention windows of an entry; zero retention hangs on the window of prompts and outputs. */
final class RetentionClaims {

    private static final String PATH = "retention/";
    private static final String PROMPTS = "prompts_outputs";

    /** Words of the catalogue that say no more than the kind does. */
    private static final Set<String> PLAIN =
            Set.of(PROMPTS, "feedback", "metadata_logs", "after_contract_end", "flagged_content");

    /** What a word begins with or holds, and its kind; the first that fits decides. */
    private static final Map<String, DataKind> BEGINNINGS = Map.ofEntries(
            Map.entry("flagged", DataKind.FLAGGED_CONTENT),
            Map.entry("csam", DataKind.FLAGGED_CONTENT),
            Map.entry("trust_and_safety", DataKind.FLAGGED_CONTENT),
            Map.entry("safety", DataKind.FLAGGED_CONTENT),
            Map.entry("abuse", DataKind.FLAGGED_CONTENT),
            Map.entry("feedback", DataKind.FEEDBACK),
            Map.entry("survey", DataKind.FEEDBACK),
            Map.entry("deleted", DataKind.DELETED_CONTENT),
            Map.entry("after_instruction", DataKind.DELETED_CONTENT),
            Map.entry("after_contract", DataKind.AFTER_CONTRACT),
            Map.entry("local_session_cache", DataKind.CACHES),
            Map.entry("metadata", DataKind.METADATA_AND_LOGS),
            Map.entry("marketplace_metadata", DataKind.METADATA_AND_LOGS),
            Map.entry("audit", DataKind.METADATA_AND_LOGS),
            Map.entry("cloudtrail", DataKind.METADATA_AND_LOGS),
            Map.entry("model_invocation_logs", DataKind.METADATA_AND_LOGS),
            Map.entry("coding_agent_session_logs", DataKind.METADATA_AND_LOGS),
            Map.entry("user_engagement", DataKind.METADATA_AND_LOGS));

    private static final List<String> CONTENT = List.of(
            "prompts",
            "covered_models",
            "conversations",
            "content",
            "messages",
            "gemini_app_conversations",
            "side_panel_prompts",
            "cli_prompts",
            "copilot_interaction_history",
            "threads",
            "temporary_chat",
            "advanced_ai_models_all_traffic",
            "at_third_party_llm",
            "api");

    private static final Map<String, String> MODELS = Map.of(
            "fable_5_and_5_1", "Claude Fable 5 and 5.1",
            "openai_models", "OpenAI models",
            "covered_models", "Covered Models");

    private final CatalogueEntry entry;
    private final Claims claims;

    RetentionClaims(CatalogueEntry entry, Claims claims) {
        this.entry = entry;
        this.claims = claims;
    }

    Stream<Draft> drafts() {
        var main = main();
        var windows = entry.retention().stream()
                .map(window -> window.equals(main)
                        ? claims.claim(content(window, true), PATH + window.dataKind(), "retention", "zero_retention")
                        : claims.claim(content(window, false), PATH + window.dataKind(), "retention"));
        return main != null || !saysZero()
                ? windows
                : Stream.concat(windows, Stream.of(claims.claim(zeroAlone(), "zero_retention", "zero_retention")));
    }

    static DataKind kind(String word) {
        if (word.contains("training_on") || word.contains("training_opted")) {
            return DataKind.TRAINING_OPTED_IN;
        }
        if (CONTENT.stream().anyMatch(word::startsWith)) {
            return DataKind.PROMPTS_AND_OUTPUTS;
        }
        return BEGINNINGS.entrySet().stream()
                .filter(beginning -> word.startsWith(beginning.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(DataKind.OTHER);
    }

    private @Nullable Window main() {
        return entry.retention().stream()
                .filter(window -> window.dataKind().equals(PROMPTS))
                .findFirst()
                .or(() -> entry.retention().stream()
                        .filter(window -> kind(window.dataKind()) == DataKind.PROMPTS_AND_OUTPUTS)
                        .findFirst())
                .orElse(null);
    }

    private boolean saysZero() {
        var zero = entry.zeroRetention();
        return zero.available() != null || zero.how() != null || zero.exclusions() != null;
    }

    private RetentionWindow content(Window window, boolean withZero) {
        return new RetentionWindow(
                kind(window.dataKind()),
                PLAIN.contains(window.dataKind()) ? "" : words(window.dataKind()),
                window.days(),
                Objects.requireNonNullElse(window.qualifier(), ""),
                model(window.dataKind()),
                "",
                "",
                window.alternativeValues().stream().map(OtherValue::value).toList(),
                withZero ? available() : YesNo.UNKNOWN,
                withZero ? how() : "",
                lines(
                        window.note(),
                        lines(window.alternativeValues().stream()
                                .map(other -> "%d days: %s".formatted(other.value(), other.basis()))
                                .toArray(String[]::new))));
    }

    private RetentionWindow zeroAlone() {
        return new RetentionWindow(
                DataKind.PROMPTS_AND_OUTPUTS, "", null, "", "", "", "", List.of(), available(), how(), "");
    }

    private YesNo available() {
        return Answers.yesNo(entry.zeroRetention().available());
    }

    private String how() {
        var zero = entry.zeroRetention();
        return lines(
                labelled("For whom", Answers.inWords(zero.available())),
                zero.how(),
                labelled("Excluded", zero.exclusions()));
    }

    private static String model(String word) {
        return MODELS.entrySet().stream()
                .filter(model -> word.contains(model.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }
}
