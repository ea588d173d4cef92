package io.outflow.imports.internal.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.aws.AwsAccess;
import io.outflow.imports.SourceKind;
import io.outflow.imports.SourceSettings;
import java.util.List;
import org.junit.jupiter.api.Test;

class PoliciesTest {

    private static SourceSettings settings(SourceKind kind, String region, AwsAccess access) {
        return new SourceSettings(
                "Example",
                kind,
                region,
                kind.isBucket() ? "example-logs" : "",
                kind.isBucket() ? "team" : "",
                kind == SourceKind.TRAIL_BUCKET ? "o-abcde12345" : "",
                List.of(),
                List.of(region),
                access,
                null,
                15,
                24);
    }

    @Test
    void aTrailsBucketNeedsListingReadingAndDecryptingBelowItsPrefix() {
        assertThat(Policies.of(settings(SourceKind.TRAIL_BUCKET, "eu-central-1", new AwsAccess.DefaultChain()))
                        .permissions())
                .isEqualToIgnoringNewLines("""
                        {
                          "Version" : "2012-10-17",
                          "Statement" : [ {
                            "Sid" : "ListLogs",
                            "Effect" : "Allow",
                            "Action" : "s3:ListBucket",
                            "Resource" : "arn:aws:s3:::example-logs",
                            "Condition" : {
                              "StringLike" : {
                                "s3:prefix" : "team/AWSLogs/o-abcde12345/*"
                              }
                            }
                          }, {
                            "Sid" : "ReadLogs",
                            "Effect" : "Allow",
                            "Action" : "s3:GetObject",
                            "Resource" : "arn:aws:s3:::example-logs/team/AWSLogs/o-abcde12345/*"
                          }, {
                            "Sid" : "DecryptLogs",
                            "Effect" : "Allow",
                            "Action" : "kms:Decrypt",
                            "Resource" : "*",
                            "Condition" : {
                              "StringEquals" : {
                                "kms:ViaService" : "s3.eu-central-1.amazonaws.com"
                              }
                            }
                          }, {
                            "Sid" : "ReadKeysThatSignDigests",
                            "Effect" : "Allow",
                            "Action" : "cloudtrail:ListPublicKeys",
                            "Resource" : "*"
                          } ]
                        }""");
    }

    @Test
    void otherPartitionsHaveTheirOwnNames() {
        assertThat(Policies.of(settings(SourceKind.TRAIL_BUCKET, "us-gov-west-1", new AwsAccess.DefaultChain()))
                        .permissions())
                .contains("arn:aws-us-gov:s3:::example-logs", "s3.us-gov-west-1.amazonaws.com\"");
        assertThat(Policies.of(settings(SourceKind.TRAIL_BUCKET, "cn-north-1", new AwsAccess.DefaultChain()))
                        .permissions())
                .contains("arn:aws-cn:s3:::example-logs", "s3.cn-north-1.amazonaws.com.cn");
    }

    @Test
    void eventHistoryNeedsOneActionInItsRegions() {
        assertThat(Policies.of(settings(SourceKind.LOOKUP_EVENTS, "eu-west-1", new AwsAccess.DefaultChain()))
                        .permissions())
                .contains("cloudtrail:LookupEvents", "aws:RequestedRegion", "eu-west-1")
                .doesNotContain("s3:");
    }

    @Test
    void aRoleHasATrustPolicyWithItsExternalId() {
        var policy = Policies.of(settings(
                SourceKind.TRAIL_BUCKET,
                "eu-west-1",
                new AwsAccess.Role("arn:aws:iam::111122223333:role/Outflow", "outflow-1")));
        assertThat(policy.trust()).contains("sts:AssumeRole", "\"sts:ExternalId\" : \"outflow-1\"");
        assertThat(Policies.of(settings(SourceKind.TRAIL_BUCKET, "eu-west-1", new AwsAccess.DefaultChain()))
                        .trust())
                .isNull();
    }
}
