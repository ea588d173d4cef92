package io.outflow.usage.internal.answers;

import io.outflow.trail.Caller;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Replaces what tells who a person is by the person's mark, in texts and in original records. */
final class HiddenWords {
    private static final JsonMapper JSON = JsonMapper.shared();
    /** Parts of a record that are about the caller as a whole; only their plain kinds and accounts are left. */
    private static final Set<String> IDENTITIES = Set.of("userIdentity", "identity", "claims", "onBehalfOf");

    private static final Set<String> PLAIN = Set.of("type", "accountId", "invokedBy", "credentialProvider");
    private static final int SHORTEST = 3;

    private final String mark;
    private final Pattern words;

    HiddenWords(Caller caller, String mark) {
        this.mark = mark;
        var ends = Stream.of(caller.id(), caller.name(), caller.session())
                .filter(Objects::nonNull)
                .flatMap(text -> Stream.of(text, text.substring(text.lastIndexOf('/') + 1)))
                .filter(text -> text.length() >= SHORTEST)
                .distinct()
                .sorted((one, other) -> other.length() - one.length())
                .map(Pattern::quote)
                .toList();
        this.words = Pattern.compile(
                ends.isEmpty() ? "(?!)" : String.join("|", ends), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    String in(String text) {
        return words.matcher(text).replaceAll(Matcher.quoteReplacement(mark));
    }

    /** A record's JSON; one that is no JSON is hidden whole. */
    byte[] inRecord(byte[] original) {
        try {
            return JSON.writeValueAsBytes(hide(JSON.readTree(original), false));
        } catch (JacksonException e) {
            return JSON.writeValueAsBytes("Not shown while names are hidden.");
        }
    }

    private JsonNode hide(JsonNode node, boolean identity) {
        return switch (node) {
            case ObjectNode object -> {
                var copy = JSON.createObjectNode();
                object.properties().forEach(field -> {
                    var plain = identity && PLAIN.contains(field.getKey());
                    copy.set(
                            in(field.getKey()),
                            plain
                                    ? hide(field.getValue(), false)
                                    : hide(field.getValue(), identity || IDENTITIES.contains(field.getKey())));
                });
                yield copy;
            }
            case ArrayNode array -> {
                var copy = JSON.createArrayNode();
                array.forEach(element -> copy.add(hide(element, identity)));
                yield copy;
            }
            case StringNode text -> StringNode.valueOf(identity ? mark : in(text.stringValue()));
            default -> node;
        };
    }
}
