package io.outflow.posture;

import io.outflow.trail.Channel;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a line of the coverage map is about: a channel of calls, or the log that tells more of calls. */
public enum Lane {
    BEDROCK_RUNTIME(Channel.BEDROCK_RUNTIME),
    BEDROCK_AGENTS(
            Channel.BEDROCK_AGENTS,
            "AWS::Bedrock::AgentAlias",
            "AWS::Bedrock::InlineAgent",
            "AWS::Bedrock::FlowAlias",
            "AWS::Bedrock::KnowledgeBase"),
    BEDROCK_MANTLE(
            Channel.BEDROCK_MANTLE,
            "AWS::BedrockMantle::Project",
            "AWS::BedrockMantle::CustomizedModel",
            "AWS::BedrockMantle::Reservation"),
    CLAUDE_PLATFORM(Channel.CLAUDE_PLATFORM, "AWS::AWSExternalAnthropic::Workspace"),
    /** Model invocation logging: tokens and request metadata of runtime calls. It says nothing of whether there were calls. */
    INVOCATION_LOG(null);

    private final @Nullable Channel channel;
    private final List<String> resourceTypes;

    Lane(@Nullable Channel channel, String... resourceTypes) {
        this.channel = channel;
        this.resourceTypes = List.of(resourceTypes);
    }

    public static Lane of(Channel channel) {
        return valueOf(channel.name());
    }

    /** Empty for the invocation log. */
    public Optional<Channel> channel() {
        return Optional.ofNullable(channel);
    }

    /**
     * The resource types of the data events that tell of it, as event selectors name them; empty where none is needed. Source:
     * Amazon Bedrock user guide, "Monitor Amazon Bedrock API calls using CloudTrail" and its page on bedrock-mantle; Claude
     * Platform on AWS user guide, "Monitoring".
     */
    public List<String> resourceTypes() {
        return resourceTypes;
    }

    /** The name on screens. */
    public String label() {
        return channel == null ? "Invocation log" : channel.label();
    }
}
