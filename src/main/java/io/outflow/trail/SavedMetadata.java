package io.outflow.trail;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The metadata of an object, saved beside its copy: what {@code aws s3api get-object} or {@code head-object} prints. */
public final class SavedMetadata {
    /** Ends the name of a file that holds the metadata of another. */
    public static final String SUFFIX = ".meta.json";

    /** No metadata of S3 is as long. */
    public static final int MOST_BYTES = 1 << 16;

    private SavedMetadata() {}

    /** Names in small letters, with their values; empty where the bytes hold no metadata. */
    public static Map<String, String> of(byte[] bytes) {
        try {
            return new JsonParser(10).parse(bytes, 0, bytes.length) instanceof Json.Obj all
                    ? texts(all.get("Metadata") instanceof Json.Obj inner ? inner : all)
                    : Map.of();
        } catch (JsonFault e) {
            return Map.of();
        }
    }

    private static Map<String, String> texts(Json.Obj object) {
        var texts = new HashMap<String, String>();
        for (int i = 0; i < object.size(); i++) {
            if (object.value(i) instanceof Json.Text text) {
                texts.put(object.name(i).toLowerCase(Locale.ROOT), text.string());
            }
        }
        return texts;
    }
}
