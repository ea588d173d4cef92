package io.outflow.aws;

/** Where the credentials for a source come from. A key or password is never stored. */
public sealed interface AwsAccess {

    /** What the AWS SDK finds by itself: environment, instance profile, container or web identity. */
    record DefaultChain() implements AwsAccess {}

    /** A named profile of the AWS configuration files on the server. */
    record Profile(String name) implements AwsAccess {}

    /**
     * A role that is assumed with what {@link DefaultChain} finds.
     *
     * @param externalId what the role's trust policy asks for; empty where it asks for none
     */
    record Role(String arn, String externalId) implements AwsAccess {}
}
