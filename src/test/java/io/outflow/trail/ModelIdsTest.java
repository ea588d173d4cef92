package io.outflow.trail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelIdsTest {
    private static final String ARN = "arn:aws:bedrock:us-east-1:111122223333:";

    @ParameterizedTest
    @CsvSource({
        "anthropic.claude-v1, Claude 1",
        "anthropic.claude-v2, Claude 2",
        "anthropic.claude-v2:1, Claude 2.1",
        "anthropic.claude-v2:1:200k, Claude 2.1",
        "anthropic.claude-v2:0:18k, Claude 2",
        "anthropic.claude-instant-v1, Claude Instant 1",
        "anthropic.claude-3-haiku-20240307-v1:0, Claude 3 Haiku",
        "anthropic.claude-3-sonnet-20240229-v1:0:28k, Claude 3 Sonnet",
        "anthropic.claude-3-5-sonnet-20240620-v1:0, Claude 3.5 Sonnet",
        "anthropic.claude-3-5-sonnet-20241022-v2:0, Claude 3.5 Sonnet v2",
        "anthropic.claude-3-5-haiku-20241022-v1:0, Claude 3.5 Haiku",
        "anthropic.claude-3-7-sonnet-20250219-v1:0, Claude 3.7 Sonnet",
        "anthropic.claude-sonnet-4-20250514-v1:0, Claude Sonnet 4",
        "anthropic.claude-sonnet-4-5-20250929-v1:0, Claude Sonnet 4.5",
        "anthropic.claude-sonnet-4-5-20250929-v1:0[1m], Claude Sonnet 4.5",
        "anthropic.claude-sonnet-4-5-20250929-v1:0:1m, Claude Sonnet 4.5",
        "anthropic.claude-sonnet-4-5-20250929-v1%3A0, Claude Sonnet 4.5",
        "anthropic.claude-opus-4-6-v1, Claude Opus 4.6",
        "anthropic.claude-opus-4-7, Claude Opus 4.7",
        "anthropic.claude-opus-4-7[1m], Claude Opus 4.7",
        "anthropic.claude-sonnet-5, Claude Sonnet 5",
        "anthropic.claude-fable-5-1, Claude Fable 5.1",
        "anthropic.claude-opus-5-5-20270101-v1:0, Claude Opus 5.5",
        "Anthropic.Claude-Sonnet-5, Claude Sonnet 5"
    })
    void putsClaudeIntoWordsByThePatternOfItsId(String id, String words) {
        Model model = ModelIds.read(id, Channel.BEDROCK_RUNTIME);

        assertThat(model.name()).isEqualTo(words);
        assertThat(model.claude()).isEqualTo(Claude.YES);
        assertThat(model.scope()).isEqualTo(ProfileScope.IN_REGION);
        assertThat(model.id()).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource({
        "us, GEOGRAPHY, us",
        "eu, GEOGRAPHY, eu",
        "apac, GEOGRAPHY, apac",
        "jp, GEOGRAPHY, jp",
        "au, GEOGRAPHY, au",
        "us-gov, GEOGRAPHY, us-gov",
        "ca, GEOGRAPHY, ca",
        "global, GLOBAL,"
    })
    void tellsFromAProfileWhereItMayRun(String prefix, ProfileScope scope, String geography) {
        String id = prefix + ".anthropic.claude-sonnet-4-5-20250929-v1:0";
        for (String written :
                new String[] {id, ARN + "inference-profile/" + id, "arn:aws:bedrock:us-east-1::inference-profile/" + id
                }) {
            Model model = ModelIds.read(written, Channel.BEDROCK_RUNTIME);

            assertThat(model.claude()).isEqualTo(Claude.YES);
            assertThat(model.scope()).isEqualTo(scope);
            assertThat(model.geography()).isEqualTo(geography);
            assertThat(model.name()).isEqualTo("Claude Sonnet 4.5");
        }
    }

    @Test
    void readsFoundationModelArnsOfEveryPartition() {
        for (String head : new String[] {
            "arn:aws:bedrock:eu-west-1::", "arn:aws-us-gov:bedrock:us-gov-west-1::", "arn:aws:bedrock:::"
        }) {
            Model model = ModelIds.read(
                    head + "foundation-model/anthropic.claude-3-haiku-20240307-v1:0", Channel.BEDROCK_RUNTIME);

            assertThat(model.name()).isEqualTo("Claude 3 Haiku");
            assertThat(model.scope()).isEqualTo(ProfileScope.IN_REGION);
        }
    }

    @Test
    void trimsIdsThatArePaddedWithBlanks() {
        Model model = ModelIds.read("  anthropic.claude-opus-4-7  ", Channel.BEDROCK_RUNTIME);

        assertThat(model.id()).isEqualTo("anthropic.claude-opus-4-7");
        assertThat(model.claude()).isEqualTo(Claude.YES);
    }

    @ParameterizedTest
    @CsvSource({
        "application-inference-profile/ap12abcdef34, Application profile ap12…",
        "provisioned-model/pm12abcdef34, Provisioned model pm12…",
        "custom-model-deployment/cd12abcdef34, Custom model deployment cd12…",
        "imported-model/im12abcdef34, Imported model im12…",
        "prompt/PROMPT1234:3, Prompt PROM…",
        "prompt-router/abcdef123456, Prompt router abcd…",
        "default-prompt-router/anthropic.claude:1, Prompt router anth…",
        "inference-profile/ab12abcdef34, Inference profile ab12…"
    })
    void leavesOpaqueIdsUndecided(String resource, String words) {
        Model model = ModelIds.read(ARN + resource, Channel.BEDROCK_RUNTIME);

        assertThat(model.claude()).isEqualTo(Claude.UNDECIDED);
        assertThat(model.scope()).isEqualTo(ProfileScope.OPAQUE);
        assertThat(model.name()).isEqualTo(words);
        assertThat(model.provider()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "my-claude-endpoint",
                "arn:aws:sagemaker:us-east-1:111122223333:endpoint/claude",
                "xx.anthropic.claude-opus-4-7",
                "evil.anthropic.claude-3",
                "arn:aws:bedrock",
                "arn:::::",
                "abc",
                "anthropic.",
                "...",
                "us.",
                "claude-opus-4-7"
            })
    void guessesNothingFromOtherNames(String id) {
        assertThat(ModelIds.read(id, Channel.BEDROCK_RUNTIME).claude()).isEqualTo(Claude.UNDECIDED);
    }

    @Test
    void tellsACustomModelByItsBase() {
        Model claude = ModelIds.read(
                ARN + "custom-model/anthropic.claude-3-haiku-20240307-v1:0:200k.claims-tuned/abcdefabcdef",
                Channel.BEDROCK_RUNTIME);
        Model other = ModelIds.read(ARN + "custom-model/our-own-name/abcdefabcdef", Channel.BEDROCK_RUNTIME);

        assertThat(claude.claude()).isEqualTo(Claude.YES);
        assertThat(claude.name()).isEqualTo("Claude 3 Haiku (custom)");
        assertThat(claude.scope()).isEqualTo(ProfileScope.OPAQUE);
        assertThat(other.claude()).isEqualTo(Claude.UNDECIDED);
        assertThat(other.name()).isEqualTo("Custom model abcd…");
    }

    @ParameterizedTest
    @CsvSource({
        "amazon.nova-pro-v1:0, Amazon Nova Pro, amazon",
        "us.amazon.nova-lite-v1:0, Amazon Nova Lite, amazon",
        "amazon.titan-embed-text-v2:0, Titan Text Embeddings v2, amazon",
        "amazon.titan-embed-text-v1, Titan Text Embeddings, amazon",
        "amazon.titan-text-express-v1, Titan Text Express, amazon",
        "meta.llama3-70b-instruct-v1:0, Llama 3 70B Instruct, meta",
        "meta.llama3-1-8b-instruct-v1:0, Llama 3.1 8B Instruct, meta",
        "mistral.mistral-large-2402-v1:0, Mistral Large 2402, mistral",
        "cohere.embed-english-v3, Cohere Embed English v3, cohere",
        "deepseek.r1-v1:0, DeepSeek R1, deepseek",
        "openai.gpt-oss-120b-1:0, OpenAI GPT OSS 120B, openai"
    })
    void namesOtherModelsInWords(String id, String words, String provider) {
        Model model = ModelIds.read(id, Channel.BEDROCK_RUNTIME);

        assertThat(model.name()).isEqualTo(words);
        assertThat(model.provider()).isEqualTo(provider);
        assertThat(model.claude()).isEqualTo(Claude.NO);
    }

    @Test
    void saysWhenNoModelIsNamed() {
        Model model = ModelIds.read(null, Channel.BEDROCK_AGENTS);

        assertThat(model)
                .isEqualTo(new Model("", "Model not named", null, Claude.UNDECIDED, ProfileScope.OPAQUE, null));
        assertThat(ModelIds.read("  ", Channel.BEDROCK_RUNTIME)).isEqualTo(model);
    }

    @Test
    void knowsThatTheClaudePlatformServesOnlyClaude() {
        Model named = ModelIds.read("claude-haiku-4-5-20251001", Channel.CLAUDE_PLATFORM);

        assertThat(named.name()).isEqualTo("Claude Haiku 4.5");
        assertThat(named.claude()).isEqualTo(Claude.YES);
        assertThat(ModelIds.read(null, Channel.CLAUDE_PLATFORM).claude()).isEqualTo(Claude.YES);
    }

    @Test
    void resolvesAnOpaqueIdByWhatTheAnswerNames() {
        Model opaque = ModelIds.read(ARN + "application-inference-profile/ap12abcdef34", Channel.BEDROCK_RUNTIME);

        Model named = ModelIds.resolved(opaque, true, "claude-haiku-4-5-20251001");
        Model versionOnly = ModelIds.resolved(opaque, true, null);
        Model other = ModelIds.resolved(opaque, false, "amazon.nova-pro-v1:0");

        assertThat(named.name()).isEqualTo("Claude Haiku 4.5");
        assertThat(named.claude()).isEqualTo(Claude.YES);
        assertThat(named.id()).isEqualTo(opaque.id());
        assertThat(named.scope()).isEqualTo(ProfileScope.OPAQUE);
        assertThat(versionOnly.name()).isEqualTo("Claude (Application profile ap12…)");
        assertThat(versionOnly.claude()).isEqualTo(Claude.YES);
        assertThat(other.claude()).isEqualTo(Claude.NO);
        assertThat(ModelIds.resolved(opaque, false, null)).isEqualTo(opaque);
        assertThat(ModelIds.resolved(opaque, false, "something else")).isEqualTo(opaque);
    }

    @Test
    void neverChangesADecidedModelByWhatABodySays() {
        Model nova = ModelIds.read("amazon.nova-pro-v1:0", Channel.BEDROCK_RUNTIME);

        assertThat(ModelIds.resolved(nova, true, "claude-opus-5")).isEqualTo(nova);
    }
}
