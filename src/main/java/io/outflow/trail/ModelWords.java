package io.outflow.trail;

/** The words for a model's id, for those who have an id from elsewhere than a record. */
public final class ModelWords {

    private ModelWords() {}

    /** {@code Claude Sonnet 4.5} for {@code eu.anthropic.claude-sonnet-4-5-20250929-v1:0}; what cannot be told stays as it is. */
    public static String of(String id, Channel channel) {
        return ModelIds.read(id, channel).name();
    }
}
