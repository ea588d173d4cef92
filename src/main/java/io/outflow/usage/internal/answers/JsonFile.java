package io.outflow.usage.internal.answers;

import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** One JSON object: what the file tells about itself, and {@code items}. */
final class JsonFile implements ExportFile {
    private static final JsonMapper JSON =
            JsonMapper.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final JsonGenerator out;
    private List<String> names = List.of();

    JsonFile(OutputStream stream) {
        out = JSON.createGenerator(stream);
        out.writeStartObject();
    }

    @Override
    public void about(String name, String text) {
        out.writeStringProperty(name, text);
    }

    @Override
    public void names(List<String> columns) {
        names = columns;
        out.writeArrayPropertyStart("items");
    }

    @Override
    public void line(List<? extends @Nullable Object> values) {
        out.writeStartObject();
        for (var index = 0; index < names.size(); index++) {
            out.writeName(names.get(index));
            switch (values.get(index)) {
                case null -> out.writeNull();
                case Long number -> out.writeNumber(number);
                case Integer number -> out.writeNumber(number);
                case Boolean flag -> out.writeBoolean(flag);
                case Object other -> out.writeString(other.toString());
            }
        }
        out.writeEndObject();
    }

    @Override
    public void end() {
        out.writeEndArray();
        out.writeEndObject();
        out.close();
    }
}
