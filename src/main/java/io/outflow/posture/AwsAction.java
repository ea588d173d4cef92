package io.outflow.posture;

/**
 * An IAM action that Outflow asks for.
 *
 * @param name as a policy writes it: {@code bedrock:ListGuardrails}
 * @param reason what it is needed for, as the end of "to ..."
 */
public record AwsAction(String name, String reason) {}
