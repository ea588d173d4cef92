package io.outflow.imports.internal.aws;

import io.outflow.aws.AwsAccess;
import io.outflow.imports.SourceKind;
import io.outflow.imports.SourcePolicy;
import io.outflow.imports.SourceSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes what AWS must be told so that Outflow may read a source: as little as is enough. */
public final class Policies {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final String VERSION = "2012-10-17";

    private Policies() {}

    public static SourcePolicy of(SourceSettings settings) {
        var statements = settings.kind().isBucket() ? bucket(settings) : history(settings);
        return new SourcePolicy(
                policy(statements),
                settings.access() instanceof AwsAccess.Role role ? policy(List.of(trust(settings, role))) : null);
    }

    private static List<Map<String, Object>> bucket(SourceSettings settings) {
        var arn = "arn:" + settings.partition() + ":s3:::" + settings.bucket();
        var below = Folders.root(settings) + "*";
        var list = statement("ListLogs", "s3:ListBucket", arn);
        list.put("Condition", Map.of("StringLike", Map.of("s3:prefix", below)));
        var decrypt = statement("DecryptLogs", "kms:Decrypt", "*");
        var service = "s3." + settings.homeRegion() + suffix(settings);
        decrypt.put("Condition", Map.of("StringEquals", Map.of("kms:ViaService", service)));
        var statements =
                new ArrayList<>(List.of(list, statement("ReadLogs", "s3:GetObject", arn + "/" + below), decrypt));
        if (settings.kind() == SourceKind.TRAIL_BUCKET) {
            // The keys are public, and the call knows no resources.
            statements.add(statement("ReadKeysThatSignDigests", "cloudtrail:ListPublicKeys", "*"));
        }
        return statements;
    }

    private static String suffix(SourceSettings settings) {
        return settings.partition().equals("aws-cn") ? ".amazonaws.com.cn" : ".amazonaws.com";
    }

    private static List<Map<String, Object>> history(SourceSettings settings) {
        // LookupEvents knows no resources; the Regions are what can be bound.
        var lookup = statement("ReadEventHistory", "cloudtrail:LookupEvents", "*");
        lookup.put("Condition", Map.of("StringEquals", Map.of("aws:RequestedRegion", settings.regions())));
        return List.of(lookup);
    }

    private static Map<String, Object> trust(SourceSettings settings, AwsAccess.Role role) {
        var statement = new LinkedHashMap<String, Object>();
        statement.put("Effect", "Allow");
        statement.put("Principal", Map.of("AWS", "arn:" + settings.partition() + ":iam::ACCOUNT-OF-OUTFLOW:root"));
        statement.put("Action", "sts:AssumeRole");
        if (!role.externalId().isEmpty()) {
            statement.put("Condition", Map.of("StringEquals", Map.of("sts:ExternalId", role.externalId())));
        }
        return statement;
    }

    private static Map<String, Object> statement(String sid, String action, String resource) {
        var statement = new LinkedHashMap<String, Object>();
        statement.put("Sid", sid);
        statement.put("Effect", "Allow");
        statement.put("Action", action);
        statement.put("Resource", resource);
        return statement;
    }

    private static String policy(List<Map<String, Object>> statements) {
        var policy = new LinkedHashMap<String, Object>();
        policy.put("Version", VERSION);
        policy.put("Statement", new ArrayList<>(statements));
        return JSON.writeValueAsString(policy);
    }
}
