package io.outflow.posture.internal;

import io.outflow.posture.AwsAction;
import io.outflow.posture.Question;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes the IAM policy that lets Outflow ask all questions: the actions of {@link Question} and no other. */
final class Policies {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Policies() {}

    /** One statement a service. Most of these actions know no resource, so that none is named. */
    static String policy() {
        var services = new TreeMap<String, ArrayList<String>>();
        Arrays.stream(Question.values())
                .flatMap(question -> question.actions().stream())
                .map(AwsAction::name)
                .sorted()
                .forEach(name -> services.computeIfAbsent(name.substring(0, name.indexOf(':')), _ -> new ArrayList<>())
                        .add(name));
        var statements = new ArrayList<Map<String, Object>>();
        services.forEach((service, actions) -> {
            var statement = new LinkedHashMap<String, Object>();
            statement.put("Sid", "Look" + service.substring(0, 1).toUpperCase(Locale.ROOT) + service.substring(1));
            statement.put("Effect", "Allow");
            statement.put("Action", actions);
            statement.put("Resource", "*");
            statements.add(statement);
        });
        var policy = new LinkedHashMap<String, Object>();
        policy.put("Version", "2012-10-17");
        policy.put("Statement", statements);
        return JSON.writeValueAsString(policy);
    }
}
