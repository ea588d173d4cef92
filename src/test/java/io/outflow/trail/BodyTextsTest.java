package io.outflow.trail;

import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.trail.TextFindings.Seen;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Which texts of a logged call a scanner gets to see, in all the forms in which models are asked and answer. */
class BodyTextsTest {

    /** Keeps what it is shown, as no real scanner may. */
    private static final class Shown implements TextScanner {
        final List<String> texts = new ArrayList<>();

        @Override
        public void text(byte[] utf8, int from, int to) {
            texts.add(new String(utf8, from, to - from, StandardCharsets.UTF_8));
        }

        @Override
        public List<Detection> found() {
            return List.of();
        }
    }

    private final Shown shown = new Shown();
    private BodyObjects objects = BodyObjects.NONE;

    private Seen look(String input, String output) {
        try {
            return new BodyTexts(shown, new StoredBody(objects, 100))
                    .look(object(input), object(output))
                    .seen();
        } catch (JsonFault e) {
            throw new AssertionError(e);
        }
    }

    private static Json.Obj object(String json) throws JsonFault {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return (Json.Obj) new JsonParser(100).parse(bytes, 0, bytes.length);
    }

    @Test
    void ofTheMessagesFormItSeesSystemMessagesToolResultsAndAnswer() {
        Seen seen = look("""
                {"inputBodyJson": {"anthropic_version": "bedrock-2023-05-31", "max_tokens": 1000000000, "system": "Be kind.",
                 "tools": [{"name": "weather", "description": "not looked at"}],
                 "metadata": {"user_id": "not looked at"},
                 "messages": [{"role": "user", "content": "One"},
                  {"role": "user", "content": [{"type": "text", "text": "Two"},
                   {"type": "tool_result", "tool_use_id": "not looked at", "content": [{"type": "text", "text": "Three"}]}]}]}}""", """
                {"outputBodyJson": {"id": "not looked at", "role": "assistant", "model": "not looked at",
                 "content": [{"type": "text", "text": "Four"}], "stop_reason": "not looked at"}}""");

        assertThat(seen).isEqualTo(Seen.WHOLE);
        assertThat(shown.texts).containsExactly("1000000000", "Be kind.", "One", "Two", "Three", "Four");
    }

    @Test
    void ofTheConverseFormAndOfOtherFamiliesItSeesTheTextsToo() {
        look("""
                {"inputBodyJson": {"system": [{"text": "A"}], "messages": [{"role": "user", "content": [{"text": "B"}]}]}}""", """
                {"outputBodyJson": {"output": {"message": {"role": "assistant", "content": [{"text": "C"}]}}, "stopReason": "x"}}""");
        look(
                "{\"inputBodyJson\": {\"inputText\": \"D\"}}",
                "{\"outputBodyJson\": {\"results\": [{\"outputText\": \"E\"}]}}");
        look("{\"inputBodyJson\": {\"prompt\": \"F\"}}", "{\"outputBodyJson\": {\"generation\": \"G\"}}");
        look("{\"inputBodyJson\": \"H\"}", "{}");

        assertThat(shown.texts).containsExactly("A", "B", "C", "D", "E", "F", "G", "H");
    }

    @Test
    void argumentsOfAToolAreSeenWithTheirNamesBecauseTheseSayWhatANumberIs() {
        look("{}", """
                {"outputBodyJson": {"content": [{"type": "tool_use", "id": "x", "name": "find",
                 "input": {"bsn": 111222333, "who": {"type": "person", "name": "Erika\\nMustermann"}, "small": 7}}]}}""");

        assertThat(shown.texts).containsExactly("find", "bsn: 111222333\ntype: person\nname: Erika\nMustermann\n");
    }

    @Test
    void piecesOfAStreamedAnswerAreOneTextAndBlocksAreTwo() {
        look("{}", """
                {"outputBodyJson": [{"type": "message_start", "message": {"id": "x", "role": "assistant", "content": []}},
                 {"type": "content_block_start", "index": 0, "content_block": {"type": "text", "text": ""}},
                 {"type": "content_block_delta", "index": 0, "delta": {"type": "text_delta", "text": "anna@exam"}},
                 {"type": "content_block_delta", "index": 0, "delta": {"type": "text_delta", "text": "ple.com"}},
                 {"type": "content_block_stop", "index": 0},
                 {"type": "content_block_delta", "index": 1, "delta": {"type": "text_delta", "text": "Next"}},
                 {"type": "message_stop", "amazon-bedrock-invocationMetrics": {"inputTokenCount": 1234567890}}]}""");

        assertThat(shown.texts).containsExactly("anna@example.com", "Next");
    }

    @Test
    void piecesOfOtherFormsOfStreamsAreOneTextToo() {
        look("{}", """
                {"outputBodyJson": [{"contentBlockDelta": {"delta": {"text": "4111 11"}, "contentBlockIndex": 0}},
                 {"contentBlockDelta": {"delta": {"text": "11 1111 1111"}, "contentBlockIndex": 0}},
                 {"contentBlockStop": {"contentBlockIndex": 0}}]}""");
        look("{}", "{\"outputBodyJson\": [{\"generation\": \"one \"}, {\"generation\": \"text\"}]}");

        assertThat(shown.texts).containsExactly("4111 1111 1111 1111", "one text");
    }

    @Test
    void imagesDocumentsAndWhatIsKeptElsewhereMakeItAPartOfTheText() {
        var base64 = "iVBORw0KGgo".repeat(20);

        assertThat(look("""
                        {"inputBodyJson": {"messages": [{"content": [{"type": "image", "source": {"type": "base64",
                         "media_type": "image/png", "data": "%s"}}, {"type": "text", "text": "What is it?"}]}]}}""".formatted(base64), "{}")).isEqualTo(Seen.PART);
        assertThat(look("{\"inputBodyJson\": {\"image_url\": \"data:image/png;base64,%s\"}}".formatted(base64), "{}"))
                .isEqualTo(Seen.PART);
        assertThat(look("{\"inputBodyJson\": {\"prompt\": \"x\"}}", "{\"outputBodyS3Path\": \"s3://b/k\"}"))
                .isEqualTo(Seen.PART);
        assertThat(look("{\"inputBodyS3Path\": \"s3://b/k\"}", "{\"outputBodyS3Path\": \"s3://b/k\"}"))
                .isEqualTo(Seen.NOTHING);
        assertThat(look("{}", "{\"outputBodyJson\": null}")).isEqualTo(Seen.NOTHING);
        assertThat(shown.texts).containsExactly("What is it?", "x");
    }

    @Test
    void aBodyInAnObjectOfItsOwnIsLookedAtLikeOneInTheLine() {
        objects = address -> address.equals("s3://b/in.json.gz")
                ? gzip("{\"messages\": [{\"role\": \"user\", \"content\": \"anna@example.com\"}]}")
                : null;

        assertThat(look(
                        "{\"inputBodyS3Path\": \"s3://b/in.json.gz\"}",
                        "{\"outputBodyJson\": {\"completion\": \"Hello\"}}"))
                .isEqualTo(Seen.WHOLE);
        assertThat(look(
                        "{\"inputBodyS3Path\": \"s3://b/in.json.gz\"}",
                        "{\"outputBodyS3Path\": \"s3://b/not-there.json.gz\"}"))
                .isEqualTo(Seen.PART);
        assertThat(shown.texts).containsExactly("anna@example.com", "Hello", "anna@example.com");
    }

    @Test
    void anObjectThatBreaksOffIsTooLargeOrIsNoJsonIsNotSeen() {
        for (BodyObjects broken : List.<BodyObjects>of(
                address -> {
                    throw new IOException("reset");
                },
                address -> {
                    throw new IllegalStateException("another checksum");
                },
                address -> new ByteArrayInputStream("{\"prompt\": \"anna@exam".getBytes(StandardCharsets.UTF_8)),
                address -> new ByteArrayInputStream("%PDF-1.7 anna@example.com".getBytes(StandardCharsets.UTF_8)),
                address -> gzip("{\"prompt\": \"" + "x".repeat(40 << 20) + "\"}"))) {
            objects = broken;

            assertThat(look("{\"inputBodyS3Path\": \"s3://b/k\"}", "{}")).isEqualTo(Seen.NOTHING);
        }
        assertThat(shown.texts).isEmpty();
    }

    private static InputStream gzip(String text) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    @Test
    void aPlainTextDocumentIsRead() {
        var text = "Dear Anna, this is a plain document of more than sixty-four characters, see?";

        assertThat(look(
                        "{\"inputBodyJson\": {\"source\": {\"type\": \"text\", \"data\": \"%s\"}}}".formatted(text),
                        "{}"))
                .isEqualTo(Seen.WHOLE);
        assertThat(shown.texts).containsExactly(text);
    }

    @Property(tries = 300)
    void escapesOfJsonAreUndone(@ForAll @Size(max = 40) List<@IntRange(max = 0x10FFFF) Integer> characters) {
        var text = new StringBuilder();
        var escaped = new StringBuilder();
        for (int c : characters) {
            if (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) {
                text.appendCodePoint(c);
                for (char unit : Character.toChars(c)) {
                    escaped.append("\\u%04x".formatted((int) unit));
                }
            }
        }
        shown.texts.clear();
        look("{\"inputBodyJson\": {\"prompt\": \"%sa\\t\\\"\\\\\\/\\n\"}}".formatted(escaped), "{}");

        assertThat(shown.texts).containsExactly(text + "a\t\"\\/\n");
    }

    @Property(tries = 200)
    void howAStreamIsCutChangesNothing(@ForAll @Size(max = 6) List<@IntRange(min = 1, max = 5) Integer> cuts) {
        var text = "anna@example.com é 4111";
        var events = new StringBuilder();
        int at = 0;
        for (int cut : cuts) {
            int to = Math.min(text.length(), at + cut);
            events.append("{\"index\": 0, \"delta\": {\"text\": \"%s\"}},".formatted(text.substring(at, to)));
            at = to;
        }
        events.append("{\"index\": 0, \"delta\": {\"text\": \"%s\"}}".formatted(text.substring(at)));
        shown.texts.clear();
        look("{}", "{\"outputBodyJson\": [%s]}".formatted(events));

        assertThat(shown.texts).containsExactly(text);
    }

    @Test
    void whenNobodyLooksNothingIsSeen() throws JsonFault {
        assertThat(new BodyTexts(TextScanner.NONE, new StoredBody(objects, 100))
                        .look(object("{\"inputBodyJson\": {\"prompt\": \"x\"}}"), Json.Obj.EMPTY))
                .isEqualTo(TextFindings.NONE);
    }
}
