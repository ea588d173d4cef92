package io.outflow.sample.internal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The kinds of identity that CloudTrail writes for a caller. */
sealed interface Identity {

    /**
     * One session of this identity, as one call has it.
     *
     * @param arn the ARN that also stands in an invocation log
     * @param address where the call came from; null for calls out of AWS itself
     */
    record Session(String arn, @Nullable String address, Writer writer) {
        interface Writer {
            void write(Json json, Instant time);
        }

        void write(Json json, Instant time) {
            writer.write(json.open("userIdentity"), time);
            json.close();
        }
    }

    Session session(Account account, Draw draw);

    /** A person who signed in through IAM Identity Center. */
    record IdentityCenter(String permissionSet, List<String> people) implements Identity {
        @Override
        public Session session(Account account, Draw draw) {
            String person = draw.of(people);
            String role = "AWSReservedSSO_" + permissionSet + "_" + fixed(permissionSet + account, 16);
            return assumed(
                    account, draw, role, "aws-reserved/sso.amazonaws.com/", person, draw.privateAddress(), json -> {
                        json.open("onBehalfOf")
                                .put("userId", userId(person))
                                .put(
                                        "identityStoreArn",
                                        "arn:aws:identitystore::123456789012:identitystore/d-9067000001")
                                .close();
                    });
        }

        private static String userId(String person) {
            String h = fixed(person, 32);
            return h.substring(0, 8) + "-" + h.substring(8, 12) + "-" + h.substring(12, 16) + "-" + h.substring(16, 20)
                    + "-" + h.substring(20);
        }
    }

    /** A person who came from the company's own sign-in and whose session name is an e-mail address. */
    record Federated(String role, List<String> people) implements Identity {
        @Override
        public Session session(Account account, Draw draw) {
            return assumed(account, draw, role, "", draw.of(people), draw.privateAddress(), json -> {});
        }
    }

    /** A role without anything that names who took it. */
    record RoleOnly(String role) implements Identity {
        @Override
        public Session session(Account account, Draw draw) {
            String session = "botocore-session-17" + (10_000_000 + draw.below(89_999_999));
            return assumed(account, draw, role, "", session, draw.privateAddress(), json -> {});
        }
    }

    /** A Lambda function. */
    record Function(String name) implements Identity {
        @Override
        public Session session(Account account, Draw draw) {
            String arn = "arn:aws:lambda:eu-central-1:" + account.number + ":function:" + name;
            return assumed(
                    account, draw, name + "-role", "service-role/", name, draw.privateAddress(), json -> json.open(
                                    "inScopeOf")
                            .put("sourceArn", arn)
                            .put("sourceAccount", account.number)
                            .put("issuerType", "AWS::Lambda::Function")
                            .put("credentialsIssuedTo", arn)
                            .close());
        }
    }

    /** A workload on EC2 instances, which come and go. */
    record Instance(String role) implements Identity {
        @Override
        public Session session(Account account, Draw draw) {
            return assumed(account, draw, role, "", "i-0" + draw.hex(16), draw.privateAddress(), json -> {});
        }
    }

    /** An IAM user with an access key. */
    record User(String name) implements Identity {
        @Override
        public Session session(Account account, Draw draw) {
            String arn = "arn:aws:iam::" + account.number + ":user/" + name;
            String key = draw.code("AKIA", 16);
            return new Session(arn, draw.privateAddress(), (json, time) -> json.put("type", "IAMUser")
                    .put("principalId", "AIDA" + fixed(name, 16).toUpperCase(Locale.ROOT))
                    .put("arn", arn)
                    .put("accountId", account.number)
                    .put("accessKeyId", key)
                    .put("userName", name));
        }
    }

    /** The account's root. */
    record Root() implements Identity {
        @Override
        public Session session(Account account, Draw draw) {
            String arn = "arn:aws:iam::" + account.number + ":root";
            return new Session(arn, draw.privateAddress(), (json, time) -> json.put("type", "Root")
                    .put("principalId", account.number)
                    .put("arn", arn)
                    .put("accountId", account.number)
                    .put("accessKeyId", ""));
        }
    }

    /** Bedrock itself, at work for an agent or a knowledge base under its service role. */
    record ServiceRole(String role, String session) implements Identity {
        @Override
        public Session session(Account account, Draw draw) {
            return assumed(
                    account,
                    draw,
                    role,
                    "service-role/",
                    session,
                    null,
                    json -> json.put("invokedBy", "bedrock.amazonaws.com"));
        }
    }

    private static Session assumed(
            Account account,
            Draw draw,
            String role,
            String path,
            String session,
            @Nullable String address,
            Consumer<Json> rest) {
        String id = "AROA" + fixed(role, 17).toUpperCase(Locale.ROOT);
        String arn = "arn:aws:sts::" + account.number + ":assumed-role/" + role + "/" + session;
        String key = draw.code("ASIA", 16);
        long age = draw.below(3600);
        boolean onInstance = session.startsWith("i-0");
        return new Session(arn, address, (json, time) -> {
            json.put("type", "AssumedRole")
                    .put("principalId", id + ":" + session)
                    .put("arn", arn)
                    .put("accountId", account.number)
                    .put("accessKeyId", key)
                    .open("sessionContext")
                    .open("sessionIssuer")
                    .put("type", "Role")
                    .put("principalId", id)
                    .put("arn", "arn:aws:iam::" + account.number + ":role/" + path + role)
                    .put("accountId", account.number)
                    .put("userName", role)
                    .close()
                    .open("attributes")
                    .put(
                            "creationDate",
                            time.minusSeconds(age)
                                    .truncatedTo(ChronoUnit.SECONDS)
                                    .toString())
                    .put("mfaAuthenticated", "false")
                    .close();
            if (onInstance) {
                json.put("ec2RoleDelivery", "2.0");
            }
            json.close();
            rest.accept(json);
        });
    }

    private static String fixed(String name, int digits) {
        return Draw.of(17, name).hex(digits);
    }
}
