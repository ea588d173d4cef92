package io.outflow.trail;

import io.outflow.trail.TextFindings.Seen;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Hands the texts of a logged call to a scanner: prompts, system prompts, answers, and what tools were given and gave back. The
 * forms of all model families are walked alike: every text that is not known to be technical is looked at. Pieces of a
 * streamed answer are put together first.
 */
final class BodyTexts {
    /** Fields that hold nothing that a person wrote or a model answered. Definitions of tools are the program's own words. */
    private static final Set<String> TECHNICAL = Set.of(
            "type",
            "role",
            "model",
            "id",
            "tool_use_id",
            "toolUseId",
            "media_type",
            "mediaType",
            "format",
            "anthropic_version",
            "anthropic_beta",
            "stop_reason",
            "stopReason",
            "stop_sequence",
            "stop_sequences",
            "stopSequences",
            "signature",
            "cache_control",
            "cachePoint",
            "tools",
            "toolConfig",
            "tool_choice",
            "metadata",
            "usage",
            "metrics",
            "trace",
            "amazon-bedrock-trace",
            "amazon-bedrock-guardrailAction",
            "amazon-bedrock-invocationMetrics",
            "guardrailConfig",
            "inferenceConfig",
            "additionalModelRequestFields",
            "created");

    /** Under these a program's own names and values stand: arguments and results of tools. */
    private static final Set<String> DATA = Set.of("input", "json", "arguments", "promptVariables");

    private static final Set<String> BYTES = Set.of("data", "bytes");
    private static final String LOCATION = "s3Location";
    private static final Set<String> ELSEWHERE = Set.of(LOCATION, "inputBodyS3Path", "outputBodyS3Path");
    private static final byte[] DATA_URL = "data:".getBytes(StandardCharsets.US_ASCII);
    private static final int SHORTEST_BASE64 = 64;
    private static final int SHORTEST_NUMBER = 9;

    private final TextScanner scanner;
    private final StoredBody stored;
    private final TextBuffer buffer = new TextBuffer();
    private boolean partly;
    private boolean joining;

    BodyTexts(TextScanner scanner, StoredBody stored) {
        this.scanner = scanner;
        this.stored = stored;
    }

    /** Looks at the two bodies of a line, or at the objects of their own that it points to. */
    TextFindings look(Json.Obj input, Json.Obj output) {
        if (scanner == TextScanner.NONE) {
            return TextFindings.NONE;
        }
        partly = input.has(LOCATION) || output.has(LOCATION);
        try {
            boolean asked = side(input, "inputBodyJson", "inputBodyS3Path");
            boolean answered = side(output, "outputBodyJson", "outputBodyS3Path");
            return asked || answered
                    ? new TextFindings(partly ? Seen.PART : Seen.WHOLE, scanner.found())
                    : TextFindings.NONE;
        } finally {
            buffer.wipe();
        }
    }

    /** Whether any text of a side was there to be looked at. */
    private boolean side(Json.Obj side, String inline, String elsewhere) {
        Json body = side.get(inline);
        boolean seen = !isEmpty(body);
        if (seen) {
            body(body);
        }
        if (side.has(elsewhere)) {
            String address = side.text(elsewhere);
            Json own = address == null ? null : stored.read(address);
            try {
                body(own);
            } finally {
                stored.forget();
            }
            partly |= own == null;
            seen |= own != null;
        }
        return seen;
    }

    private static boolean isEmpty(@Nullable Json body) {
        return body == null || body == Json.Word.NULL;
    }

    private void body(@Nullable Json body) {
        if (body instanceof Json.Arr events) {
            stream(events.elements());
        } else if (body != null) {
            walk("", body, false);
        }
        end();
    }

    /** Pieces of one block of the answer follow each other and are one text. */
    private void stream(List<Json> events) {
        joining = true;
        String block = null;
        for (Json event : events) {
            String next = event instanceof Json.Obj object ? block(object) : null;
            if (!Objects.equals(block, next)) {
                end();
            }
            block = next;
            walk("", event, false);
        }
        joining = false;
    }

    private static @Nullable String block(Json.Obj event) {
        String index = event.text("index");
        return index != null ? index : event.object("contentBlockDelta").text("contentBlockIndex");
    }

    private void walk(String name, Json value, boolean data) {
        switch (value) {
            case Json.Text text -> text(name, text, data);
            case Json.Num number -> number(name, number, data);
            case Json.Arr array -> array.elements().forEach(element -> walk(name, element, data));
            case Json.Obj object -> object(object, data);
            case Json.Word word -> {}
        }
    }

    private void object(Json.Obj object, boolean data) {
        for (int i = 0; i < object.size(); i++) {
            String name = object.name(i);
            if (data) {
                walk(name, object.value(i), true);
            } else if (ELSEWHERE.contains(name)) {
                partly = true;
            } else if (DATA.contains(name) && object.value(i) instanceof Json.Obj arguments) {
                end();
                object(arguments, true);
                end();
            } else if (!TECHNICAL.contains(name)) {
                walk(name, object.value(i), false);
            }
        }
    }

    private void text(String name, Json.Text text, boolean data) {
        if (isMedia(name, text)) {
            partly = true;
        } else if (data) {
            buffer.line(name, text);
        } else if (joining) {
            buffer.add(text);
        } else if (text.escaped()) {
            buffer.add(text);
            end();
        } else {
            scanner.text(text.bytes(), text.from(), text.to());
        }
    }

    /** A number so long may be one of an account or a person. */
    private void number(String name, Json.Num number, boolean data) {
        if (number.to() - number.from() >= SHORTEST_NUMBER) {
            if (data) {
                buffer.line(name, new Json.Text(number.bytes(), number.from(), number.to(), false));
            } else if (!joining) {
                scanner.text(number.bytes(), number.from(), number.to());
            }
        }
    }

    private void end() {
        if (buffer.length() > 0) {
            scanner.text(buffer.bytes(), 0, buffer.length());
            buffer.clear();
        }
    }

    /** Images, documents and other bytes, written as text. */
    private static boolean isMedia(String name, Json.Text text) {
        byte[] bytes = text.bytes();
        return text.to() - text.from() >= SHORTEST_BASE64
                && (startsWith(bytes, text.from(), DATA_URL)
                        || (BYTES.contains(name) && isBase64(bytes, text.from(), text.from() + SHORTEST_BASE64)));
    }

    private static boolean startsWith(byte[] bytes, int from, byte[] start) {
        for (int i = 0; i < start.length; i++) {
            if (bytes[from + i] != start[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBase64(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            int c = bytes[i];
            boolean alphabet = (c >= 'A' && c <= 'Z')
                    || (c >= 'a' && c <= 'z')
                    || (c >= '0' && c <= '9')
                    || c == '+'
                    || c == '/'
                    || c == '='
                    || c == '-'
                    || c == '_'
                    || c == '\\';
            if (!alphabet) {
                return false;
            }
        }
        return true;
    }
}
