package io.outflow.sample.internal;

/** The way a made-up call takes: which source writes it, and as what. */
enum Route {
    CONVERSE("Converse", "bedrock.amazonaws.com", "bedrock-runtime.%s.amazonaws.com"),
    CONVERSE_STREAM("ConverseStream", "bedrock.amazonaws.com", "bedrock-runtime.%s.amazonaws.com"),
    INVOKE("InvokeModel", "bedrock.amazonaws.com", "bedrock-runtime.%s.amazonaws.com"),
    INVOKE_STREAM("InvokeModelWithResponseStream", "bedrock.amazonaws.com", "bedrock-runtime.%s.amazonaws.com"),
    /** An agent's answer: one data event, and the model calls that the agent makes for it. */
    AGENT("InvokeAgent", "bedrock.amazonaws.com", "bedrock-agent-runtime.%s.amazonaws.com"),
    /** A knowledge base's answer: one data event, and one model call for it. */
    KNOWLEDGE_BASE("RetrieveAndGenerate", "bedrock.amazonaws.com", "bedrock-agent-runtime.%s.amazonaws.com"),
    MANTLE("CreateInference", "bedrock-mantle.amazonaws.com", "bedrock-mantle.%s.api.aws"),
    PLATFORM("CreateInference", "aws-external-anthropic.amazonaws.com", "aws-external-anthropic.%s.api.aws");

    final String operation;
    final String source;
    final String host;

    Route(String operation, String source, String host) {
        this.operation = operation;
        this.source = source;
        this.host = host;
    }

    /** Data events are off until a trail's selectors ask for them. */
    boolean isDataEvent() {
        return !isRuntime();
    }

    /** Only these are written to invocation logs. */
    boolean isRuntime() {
        return this == CONVERSE || this == CONVERSE_STREAM || this == INVOKE || this == INVOKE_STREAM;
    }
}
