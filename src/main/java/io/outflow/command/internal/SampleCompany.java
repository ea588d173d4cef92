package io.outflow.command.internal;

import io.outflow.access.People;
import io.outflow.access.Role;
import io.outflow.classification.Matcher;
import io.outflow.classification.Matcher.Condition;
import io.outflow.classification.Matcher.Field;
import io.outflow.classification.Rules;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The people and rules of the demo. They fit the cast of the sample logs; some callers are left undecided on purpose. */
final class SampleCompany {
    /** Made by the application itself when the demo's database is empty. */
    static final String ADMINISTRATOR = "admin";

    private static final String REASON = "Sample rule of the demo.";

    private SampleCompany() {}

    /** One person for each role, besides the administrator. */
    static Map<String, Set<Role>> people() {
        var people = new LinkedHashMap<String, Set<Role>>();
        people.put("ciso", EnumSet.of(Role.CISO));
        people.put("legal", EnumSet.of(Role.LEGAL));
        people.put("auditor", EnumSet.of(Role.AUDITOR));
        return people;
    }

    static void add(People people, String password) {
        people().forEach((name, roles) -> people.add(name, password, roles));
    }

    static void add(Rules rules) {
        for (Rules.Draft draft : drafts()) {
            rules.save(draft);
        }
    }

    static List<Rules.Draft> drafts() {
        return List.of(
                rule("First notice of loss", "SPECIAL_CATEGORY", role("*fnol-intake*")),
                rule("Claims summaries", "PERSONAL", role("*claims-summariser*")),
                rule("Claims handlers", "PERSONAL", role("*AWSReservedSSO_ClaimsHandler_*")),
                rule("Contact centre", "PERSONAL", role("*contact-centre-web*")),
                rule("Contact centre, agent's steps", "PERSONAL", role("*AmazonBedrockExecutionRoleForAgents_*")),
                rule("Underwriting, as tagged", "FINANCIAL", new Condition(Field.METADATA, "data-class", "financial")),
                rule("Underwriting", "FINANCIAL", role("*underwriting-assistant*")),
                rule("Developers", "SOURCE_CODE", role("*AWSReservedSSO_Developer_*")),
                rule(
                        "Code review, as tagged",
                        "SOURCE_CODE",
                        new Condition(Field.METADATA, "data-class", "source-code")),
                rule("Code review", "SOURCE_CODE", role("*code-review-bot*")),
                rule("Legal research", "CONFIDENTIAL", role("*AWSReservedSSO_LegalResearch_*")),
                rule("Board reports", "CONFIDENTIAL", role("*reporting-batch*")),
                rule("Analysts", "INTERNAL", role("*role/analyst")),
                rule("Search index", "INTERNAL", role("*search-indexer*")),
                rule("Marketing drafts", "INTERNAL", role("*marketing-drafts*")),
                rule("Translations of published policies", "PUBLIC", role("*policy-translation*")));
    }

    private static Rules.Draft rule(String name, String dataClass, Condition condition) {
        return new Rules.Draft(null, name, new Matcher(List.of(condition)), dataClass, REASON, 0);
    }

    private static Condition role(String pattern) {
        return new Condition(Field.ROLE, "", pattern);
    }
}
