package io.outflow.trail;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names of role sessions: who they name, and which of them last. */
final class Sessions {
    private static final String AGENT = "BedrockSession-";
    private static final String KNOWLEDGE_BASE = "BedrockQueryKnowledgeBaseSession-";

    /** AWS allows no longer session names. */
    private static final int LONGEST = 64;
    /** The shortest run of hexadecimal digits in any name that does not last. */
    private static final int SHORTEST_RUN = 5;

    private static final Pattern E_MAIL = Pattern.compile("[^@\\s/:]+@[^@\\s/:]+\\.[^@\\s/:.]{2,}");
    private static final Pattern INSTANCE = Pattern.compile("m?i-[0-9a-f]{8,17}");
    private static final Pattern SDK = Pattern.compile(
            "(?i)(botocore|boto3|aws-sdk|aws-go-sdk|aws-cli|aws-java-sdk|awssdk|sdk|aws-dotnet-sdk)[-_](session-?|.*-)?[0-9]{6,}.*");
    private static final Pattern PASSING = Pattern.compile(
            "(?i)[0-9]{5,}|[0-9a-f]{8}-[0-9a-f]{4}-|(?=[a-z]*[0-9])(?=[0-9]*[a-z])[0-9a-f]{8,}|[0-9a-f]{16,}");

    private Sessions() {}

    static boolean looksLikeEMail(@Nullable String session) {
        return session != null
                && session.length() <= 254
                && session.indexOf('@') > 0
                && E_MAIL.matcher(session).matches();
    }

    static boolean isInstance(@Nullable String session) {
        return session != null
                && (session.startsWith("i-") || session.startsWith("mi-"))
                && INSTANCE.matcher(session).matches();
    }

    /** Whether Bedrock itself took the session, to answer for an agent or a knowledge base. */
    static boolean isBedrockStep(@Nullable String session) {
        return session != null && (session.startsWith(AGENT) || session.startsWith(KNOWLEDGE_BASE));
    }

    /** The agent or knowledge base that such a session is named after. */
    static @Nullable String agent(@Nullable String session) {
        if (session == null || !isBedrockStep(session)) {
            return null;
        }
        String id = session.substring(session.indexOf('-') + 1);
        return id.isBlank() ? null : Texts.clean(id);
    }

    /**
     * The name where it lasts, else what kind of name it is: a caller must not become a thousand callers because each of its
     * sessions has a number.
     */
    static @Nullable String lasting(@Nullable String session) {
        if (session == null) {
            return null;
        }
        if (looksLikeEMail(session)) {
            return Texts.clean(session);
        }
        if (session.length() > LONGEST) {
            return "(id)";
        }
        if (isInstance(session)) {
            return "(instance)";
        }
        if (isBedrockStep(session)) {
            return "(agent session)";
        }
        // What either pattern needs, told without them: most names of people and functions have no such run.
        if (!hasHexRun(session)) {
            return Texts.clean(session);
        }
        if (SDK.matcher(session).matches()) {
            return "(sdk session)";
        }
        return PASSING.matcher(session).find() ? "(id)" : Texts.clean(session);
    }

    private static boolean hasHexRun(String session) {
        int run = 0;
        for (int i = 0; i < session.length(); i++) {
            int c = session.charAt(i) | 0x20;
            run = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') ? run + 1 : 0;
            if (run == SHORTEST_RUN) {
                return true;
            }
        }
        return false;
    }
}
