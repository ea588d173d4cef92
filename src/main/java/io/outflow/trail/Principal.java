package io.outflow.trail;

import org.jspecify.annotations.Nullable;

/**
 * The ARN of an identity, taken apart.
 *
 * @param arn the ARN as written; empty where there is none
 * @param kind {@code user}, {@code role}, {@code assumed-role}, {@code federated-user}, {@code root}, or empty
 * @param name the last segment of the user's or role's name
 * @param session session name, where there is one
 */
record Principal(
        String arn,
        String kind,
        String partition,
        String account,
        String name,
        @Nullable String session) {

    private static final Principal NONE = new Principal("", "", "aws", "", "", null);

    static Principal of(@Nullable String arn) {
        if (arn == null) {
            return NONE;
        }
        int service = colon(arn, 4);
        int region = colon(arn, service + 1);
        int account = colon(arn, region + 1);
        int resourceAt = colon(arn, account + 1);
        if (resourceAt < 0 || !arn.startsWith("arn:")) {
            return new Principal(arn, "", "aws", "", "", null);
        }
        String resource = arn.substring(resourceAt + 1);
        int slash = resource.indexOf('/');
        String kind = slash < 0 ? resource : resource.substring(0, slash);
        String rest = slash < 0 ? "" : resource.substring(slash + 1);
        String session = null;
        if (kind.equals("assumed-role")) {
            int end = rest.indexOf('/');
            session = end < 0 || end + 1 == rest.length() ? null : rest.substring(end + 1);
            rest = end < 0 ? rest : rest.substring(0, end);
        }
        return new Principal(
                arn,
                kind,
                arn.substring(4, service),
                arn.substring(account + 1, resourceAt),
                rest.substring(rest.lastIndexOf('/') + 1),
                session);
    }

    /** The first colon from an index on; -1 where there is none, or where the index is that of none. */
    private static int colon(String arn, int from) {
        return from <= 0 ? -1 : arn.indexOf(':', from);
    }

    boolean isUser() {
        return kind.equals("user");
    }

    /** The role's own ARN, as far as an assumed role's ARN tells: it leaves out the role's path. */
    String roleArn() {
        return kind.equals("assumed-role") ? "arn:" + partition + ":iam::" + account + ":role/" + name : arn;
    }
}
