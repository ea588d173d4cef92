package io.outflow.trail;

import java.util.Set;

/** Takes prompts and answers out of a record before anything of it is kept. */
final class Bodies {
    private static final Set<String> LOGGED = Set.of("inputBodyJson", "outputBodyJson");

    /** Fields of a request or an answer that hold what people wrote or a model answered. */
    private static final Set<String> CONTENT = Set.of(
            "body",
            "messages",
            "system",
            "prompt",
            "prompts",
            "input",
            "inputs",
            "inputText",
            "instructions",
            "instruction",
            "retrievalQuery",
            "queries",
            "query",
            "content",
            "text",
            "output",
            "outputs",
            "outputText",
            "completion",
            "citations",
            "retrievalResults",
            "generatedQueries",
            "optimizedPrompt",
            "sessionState",
            "inlineSessionState",
            "promptVariables",
            "tools",
            "toolConfig",
            "sources");

    /** Fields that belong to a content log and have no place in a CloudTrail record. */
    private static final Set<String> STRANGE = Set.of("input", "output", "messages", "content", "body", "prompt");

    private Bodies() {}

    /** An invocation-log line without its two bodies; counts and paths stay. */
    static Json.Obj withoutLogged(Json.Obj record) {
        return inside(inside(record, "input", LOGGED), "output", LOGGED);
    }

    /** A CloudTrail record of a call without content, should a service ever have put it there. */
    static Json.Obj withoutContent(Json.Obj record) {
        Json.Obj bare = record.without(STRANGE);
        return inside(inside(bare, "requestParameters", CONTENT), "responseElements", CONTENT);
    }

    /** The object under a name without some fields; where the value is no object, without the value: its shape is unknown. */
    private static Json.Obj inside(Json.Obj record, String name, Set<String> unwanted) {
        Json value = record.get(name);
        return switch (value) {
            case Json.Obj object -> {
                Json.Obj bare = object.without(unwanted);
                yield bare == object ? record : record.with(name, bare);
            }
            case Json.Text text -> record.with(name, Json.Word.NULL);
            case Json.Arr array -> record.with(name, Json.Word.NULL);
            case null, default -> record;
        };
    }
}
