package io.outflow.trail;

/** The words for a model's id, for those who have an id from elsewhere than a record. */
public final class ModelWords {

    private ModelWords() {}

    /** The model of an id or ARN, as a call on a channel would name it. */
    public static Model read(String id, Channel channel) {
        return ModelIds.read(id, channel);
    }

    /** An id without the escapes of an URL, in which a request may have carried it. */
    public static String plain(String id) {
        return ModelIds.decoded(id);
    }

    /** {@code Claude Sonnet 4.5} for {@code eu.anthropic.claude-sonnet-4-5-20250929-v1:0}; what cannot be told stays as it is. */
    public static String of(String id, Channel channel) {
        return read(id, channel).name();
    }
}
