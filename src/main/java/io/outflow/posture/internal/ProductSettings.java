package io.outflow.posture.internal;

import io.outflow.access.Action;
import io.outflow.access.Permission;
import io.outflow.access.Requires;
import io.outflow.posture.Question;
import io.outflow.posture.Setting;
import io.outflow.vendors.Entry;
import io.outflow.vendors.Kind;
import io.outflow.vendors.SeenSettings;
import io.outflow.vendors.content.ControlType;
import io.outflow.vendors.content.Product;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Service;

/**
 * What AWS is set to, by the matters of the register. It is told of products that models are called through in our accounts, which
 * their names or their entries in the catalogue say: Bedrock, Claude Platform on AWS, and the services that guard them.
 */
@Service
@ConditionalOnWebApplication
@Requires(value = Action.REGISTER, level = Permission.READ)
class ProductSettings implements SeenSettings {
    private static final List<Setting.State> WORST_FIRST = List.of(
            Setting.State.OFF,
            Setting.State.WATCH,
            Setting.State.CANNOT_BE_SEEN,
            Setting.State.ON,
            Setting.State.NOT_OFFERED);

    private static final List<String> OF_ACCOUNTS =
            List.of(" bedrock ", " claude platform on aws ", " aws supporting services ");

    private final ObservationRows rows;

    ProductSettings(ObservationRows rows) {
        this.rows = rows;
    }

    @Override
    public List<Seen> of(Entry<Product> product) {
        if (!isOfAws(product)) {
            return List.of();
        }
        var settings = StoredPosture.best(rows.latest()).stream()
                .flatMap(one -> SettingWords.of(one).stream())
                .sorted(Comparator.comparing(one -> WORST_FIRST.indexOf(one.state())))
                .toList();
        return List.of(
                seen(Kind.CONTROL, ControlType.AUDIT_LOGGING, settings, Question.TRAILS, Question.INVOCATION_LOGGING),
                seen(Kind.CONTROL, ControlType.PRIVATE_NETWORKING, settings, Question.VPC_ENDPOINTS),
                seen(
                        Kind.CONTROL,
                        ControlType.ENCRYPTION,
                        settings,
                        Question.GUARDRAILS,
                        Question.CUSTOM_MODELS,
                        Question.LOG_BUCKETS),
                seen(Kind.CONTROL, ControlType.ACCESS_CONTROL, settings, Question.MODEL_ACCESS, Question.API_KEYS),
                seen(Kind.RETENTION, null, settings, Question.DATA_RETENTION),
                seen(Kind.RESIDENCY, null, settings, Question.APPLICATION_PROFILES, Question.PROVISIONED_THROUGHPUT));
    }

    @Override
    public String address() {
        return "coverage";
    }

    private static boolean isOfAws(Entry<Product> product) {
        return Stream.of(
                        product.content().name(), String.valueOf(product.basis().catalogueKey()))
                .map(text -> " " + text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", " ") + " ")
                .anyMatch(text -> OF_ACCOUNTS.stream().anyMatch(text::contains));
    }

    private static Seen seen(Kind kind, @Nullable ControlType control, List<Setting> settings, Question... questions) {
        var wanted = Set.of(questions);
        return new Seen(
                kind,
                control,
                settings.stream()
                        .filter(one -> wanted.contains(one.question()))
                        .map(ProductSettings::line)
                        .toList());
    }

    private static Line line(Setting setting) {
        var region = setting.region().equals(Question.GLOBAL) ? "all Regions" : setting.region();
        var what = setting.question().label() + (setting.subject().isEmpty() ? "" : " " + setting.subject());
        return new Line(
                "%s, %s".formatted(setting.account(), region),
                setting.state().label(),
                setting.state() == Setting.State.CANNOT_BE_SEEN,
                what + ": " + setting.words(),
                setting.seenAt());
    }
}
