package io.outflow.trail;

import org.jspecify.annotations.Nullable;

/**
 * Tells who made a call, by the strongest evidence first. The order matters: a person's session that a service borrowed is
 * the service's call, and a name that the caller chose never outweighs one that AWS vouches for.
 */
final class CallerReader {
    private static final String SSO_ROLE = "AWSReservedSSO_";
    private static final String SSO_PATH = ":role/aws-reserved/sso.amazonaws.com/";

    private final Json.Obj identity;
    private final Json.Obj session;
    private final Json.Obj issuer;
    private final Principal principal;
    /** Whose session it is. */
    private final Principal lender;

    private final boolean longTermKey;
    private final String type;
    private final @Nullable String sessionName;
    private final @Nullable String role;
    private final String roleName;

    /** The identity of a CloudTrail record. */
    CallerReader(Json.Obj record) {
        this(
                record.object("userIdentity"),
                Principal.of(record.object("userIdentity").text("arn")),
                Requests.withLongTermKey(record));
    }

    private CallerReader(Json.Obj identity, Principal principal, boolean longTermKey) {
        this.identity = identity;
        this.principal = principal;
        this.longTermKey = longTermKey;
        session = identity.object("sessionContext");
        issuer = session.object("sessionIssuer");
        lender = Principal.of(issuer.text("arn"));
        String written = identity.text("type");
        type = written == null ? "" : written;
        sessionName = findSessionName();
        role = findRole();
        roleName = findRoleName();
    }

    /** The identity of a CloudTrail record whose call was made without a key. */
    static CallerReader ofIdentity(Json.Obj identity) {
        return new CallerReader(identity, Principal.of(identity.text("arn")), false);
    }

    /** The caller of an invocation-log line, which names nothing but an ARN. */
    static Caller ofArn(@Nullable String arn) {
        return clean(new CallerReader(Json.Obj.EMPTY, Principal.of(arn), false).loggedCaller());
    }

    /** The caller of the record. */
    Caller caller() {
        return clean(strongest());
    }

    /** Whether Bedrock made the call itself, to answer for an agent or a knowledge base. */
    boolean isBedrockStep() {
        return Operations.BEDROCK.equals(identity.text("invokedBy")) || Sessions.isBedrockStep(sessionName);
    }

    /** The session name as written. */
    @Nullable
    String sessionName() {
        return sessionName;
    }

    private Caller strongest() {
        String service = service();
        if (service != null) {
            return new Caller(CallerKind.SERVICE, service, service, role, lastingSession(), Grade.SERVICE);
        }
        String user = identity.object("onBehalfOf").text("userId");
        if (user != null) {
            String name = isSsoRole() && sessionName != null ? sessionName : user;
            return new Caller(CallerKind.PERSON, user, name, role, sessionName == null ? null : name, Grade.NAMED);
        }
        String source = session.text("sourceIdentity");
        if (source != null) {
            return new Caller(CallerKind.PERSON, source, source, role, lastingSession(), Grade.NAMED);
        }
        if (isSsoRole() && sessionName != null) {
            return new Caller(CallerKind.PERSON, sessionName, sessionName, role, sessionName, Grade.NAMED);
        }
        Caller workload = workload();
        if (workload != null) {
            return workload;
        }
        if (longTermKey || ApiKeyCredentials.isKeyUser(userName())) {
            return apiKey();
        }
        return userOrRole();
    }

    private Caller loggedCaller() {
        String service = service();
        if (service != null) {
            return new Caller(CallerKind.SERVICE, service, service, role, lastingSession(), Grade.SERVICE);
        }
        if (isSsoRole() && sessionName != null) {
            return new Caller(CallerKind.PERSON, sessionName, sessionName, role, sessionName, Grade.NAMED);
        }
        return ApiKeyCredentials.isKeyUser(userName()) ? apiKey() : userOrRole();
    }

    private @Nullable String service() {
        String invokedBy = identity.text("invokedBy");
        if (invokedBy != null) {
            return invokedBy;
        }
        if (Sessions.isBedrockStep(sessionName)) {
            return Operations.BEDROCK;
        }
        return type.equals("AWSService") ? "AWS service" : null;
    }

    /** Something that runs under a role of its own: a Lambda function, an instance. */
    private @Nullable Caller workload() {
        Json.Obj scope = identity.object("inScopeOf");
        String source = scope.text("sourceArn");
        source = source == null ? scope.text("credentialsIssuedTo") : source;
        boolean runs = source != null || scope.text("issuerType") != null;
        if (!runs && session.text("ec2RoleDelivery") == null && !Sessions.isInstance(sessionName)) {
            return null;
        }
        int function = source == null ? -1 : source.indexOf(":function:");
        if (source != null && function >= 0) {
            String named = source.substring(function + ":function:".length());
            int version = named.indexOf(':');
            String name = version < 0 ? named : named.substring(0, version);
            String id = source.substring(0, function) + ":function:" + name;
            return new Caller(CallerKind.WORKLOAD, id, name, role, name, Grade.SERVICE);
        }
        String id = role != null ? role : source != null ? source : principal.arn();
        String name = roleName.isEmpty() ? id : roleName;
        return new Caller(CallerKind.WORKLOAD, id, name, role, lastingSession(), Grade.SERVICE);
    }

    /** Whoever holds the key; it says nothing of who that is. */
    private Caller apiKey() {
        String user = userName();
        String credential = identity.text("credentialId");
        credential = credential == null ? identity.text("accessKeyId") : credential;
        String end = credential == null ? "" : credential.substring(Math.max(0, credential.length() - 3));
        String name = user != null ? user : "Key ABSK…" + end;
        String id = !principal.arn().isEmpty() ? principal.arn() : credential != null ? credential : name;
        return new Caller(CallerKind.API_KEY, id, name, role, lastingSession(), Grade.SHARED_KEY);
    }

    private Caller userOrRole() {
        String user = userName();
        if (principal.kind().equals("user") || (type.equals("IAMUser") && user != null)) {
            String id = principal.arn().isEmpty() ? "user/" + user : principal.arn();
            return new Caller(CallerKind.PERSON, id, user == null ? id : user, null, null, Grade.NAMED);
        }
        if (sessionName != null && Sessions.looksLikeEMail(sessionName)) {
            return new Caller(CallerKind.PERSON, sessionName, sessionName, role, sessionName, Grade.CLAIMED);
        }
        if (lender.isUser()) {
            // A federated session: the user who lent the credentials is certain, who works with them is not.
            String shown = lender.name().isEmpty() ? lender.arn() : lender.name();
            return new Caller(CallerKind.ROLE, lender.arn(), shown, null, lastingSession(), Grade.ROLE_ONLY);
        }
        if (role != null) {
            return new Caller(CallerKind.ROLE, role, roleName, role, lastingSession(), Grade.ROLE_ONLY);
        }
        if (type.equals("Root") || principal.kind().equals("root")) {
            String id = principal.arn().isEmpty() ? "root" : principal.arn();
            return new Caller(CallerKind.ROOT, id, "root", null, null, Grade.NAMED);
        }
        return unknown();
    }

    private Caller unknown() {
        String id = principal.arn().isEmpty() ? identity.text("principalId") : principal.arn();
        String account = identity.text("accountId");
        if (account != null && account.equalsIgnoreCase("anonymous")) {
            return new Caller(CallerKind.UNKNOWN, "anonymous", "anonymous", null, null, Grade.UNKNOWN);
        }
        id = id == null && account != null ? "account " + account : id;
        String name = id == null ? "unknown" : id;
        return new Caller(CallerKind.UNKNOWN, name, name, null, null, Grade.UNKNOWN);
    }

    private @Nullable String userName() {
        String name = identity.text("userName");
        if (name != null) {
            return name;
        }
        return principal.kind().equals("user") && !principal.name().isEmpty() ? principal.name() : null;
    }

    private boolean isSsoRole() {
        return roleName.startsWith(SSO_ROLE) || (role != null && role.contains(SSO_PATH));
    }

    private @Nullable String lastingSession() {
        return Sessions.lasting(sessionName);
    }

    /** From the ARN, else from the principal id, which is {@code AROA…:session} for a role. */
    private @Nullable String findSessionName() {
        String fromArn = principal.session();
        if (fromArn != null) {
            return fromArn;
        }
        if (principal.kind().equals("federated-user")) {
            return principal.name();
        }
        String id = identity.text("principalId");
        int colon = id == null ? -1 : id.indexOf(':');
        boolean assumed = type.equals("AssumedRole") || principal.kind().equals("assumed-role");
        return assumed && id != null && colon >= 0 && colon + 1 < id.length() ? id.substring(colon + 1) : null;
    }

    /** The issuer's ARN keeps the role's path, which the session's ARN leaves out. */
    private @Nullable String findRole() {
        if (!lender.arn().isEmpty() && !lender.isUser() && !lender.kind().equals("root")) {
            return lender.arn();
        }
        return switch (principal.kind()) {
            case "assumed-role", "role" -> principal.roleArn();
            default -> null;
        };
    }

    private String findRoleName() {
        if (role == null) {
            return "";
        }
        String name = issuer.text("userName");
        String fromArn =
                role.equals(lender.arn()) ? lender.name() : Principal.of(role).name();
        return name != null ? name : fromArn.isEmpty() ? role : fromArn;
    }

    private static Caller clean(Caller caller) {
        return new Caller(
                caller.kind(),
                Texts.clean(caller.id()),
                Texts.clean(caller.name()),
                Texts.cleanOrNull(caller.role()),
                Texts.cleanOrNull(caller.session()),
                caller.grade());
    }
}
