package io.outflow.vendors;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.outflow.vendors.content.Content;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** How entries are written as JSON: in the database, in revisions and over REST alike. Fields in the order of the record, empty ones left out. */
@Component
public class EntryJson {

    private final JsonMapper mapper = JsonMapper.builder()
            .changeDefaultPropertyInclusion(
                    value -> JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.NON_EMPTY))
            .enable(DateTimeFeature.WRITE_DATES_WITH_ZONE_ID)
            .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            // 12.50 stays 12.50.
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** What a stored entry says: a content and its basis. */
    public record Body(Content content, Basis basis) {}

    public String write(Content content, Basis basis) {
        var node = mapper.createObjectNode();
        node.set("content", mapper.valueToTree(content));
        node.set("basis", mapper.valueToTree(basis));
        return mapper.writeValueAsString(node);
    }

    public Body read(Kind kind, String json) {
        var node = mapper.readTree(json);
        return new Body(
                mapper.treeToValue(node.required("content"), kind.content()),
                mapper.treeToValue(node.required("basis"), Basis.class));
    }

    /** A content as a tree, for the API. */
    public JsonNode tree(Content content) {
        return mapper.valueToTree(content);
    }

    /** A basis as a tree, for the API. */
    public JsonNode tree(Basis basis) {
        return mapper.valueToTree(basis);
    }

    /**
     * A content out of what somebody sent.
     *
     * @throws EntryRefused naming the field that cannot be read
     */
    public Content content(Kind kind, JsonNode sent) {
        try {
            return mapper.treeToValue(sent, kind.content());
        } catch (DatabindException e) {
            var path = e.getPath();
            var field = path.isEmpty() || path.getFirst().getPropertyName() == null
                    ? ""
                    : path.getFirst().getPropertyName();
            throw new EntryRefused(
                    field,
                    field.isEmpty()
                            ? "This is not a %s.".formatted(kind.label().toLowerCase(java.util.Locale.ROOT))
                            : "The field \"%s\" is not known here, or its value cannot be read.".formatted(field));
        } catch (JacksonException e) {
            throw new EntryRefused("", "The JSON cannot be read.");
        }
    }
}
