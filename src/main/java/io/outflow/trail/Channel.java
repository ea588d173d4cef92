package io.outflow.trail;

/** The way by which a call reached a model. */
public enum Channel {
    /** {@code bedrock-runtime} endpoints; management events of {@code bedrock.amazonaws.com}. */
    BEDROCK_RUNTIME("Bedrock runtime"),
    /** Agents, inline agents, flows and knowledge bases; data events of {@code bedrock.amazonaws.com}. */
    BEDROCK_AGENTS("Agents and knowledge bases"),
    /** {@code bedrock-mantle} endpoints; data events only. */
    BEDROCK_MANTLE("Bedrock mantle"),
    /** Claude Platform on AWS, {@code aws-external-anthropic.amazonaws.com}; data events only. */
    CLAUDE_PLATFORM("Claude Platform on AWS");

    private final String label;

    Channel(String label) {
        this.label = label;
    }

    /** The name on screens. */
    public String label() {
        return label;
    }
}
