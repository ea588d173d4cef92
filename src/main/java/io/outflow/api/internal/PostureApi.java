package io.outflow.api.internal;

import io.outflow.access.Action;
import io.outflow.access.Requires;
import io.outflow.posture.Posture;
import io.outflow.posture.Question;
import io.outflow.posture.Setting;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.Set;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What AWS is set to, as it last answered. */
@RestController
@Requires(Action.READ_USAGE)
class PostureApi {
    private final Posture posture;

    PostureApi(Posture posture) {
        this.posture = posture;
    }

    @GetMapping("/api/v1/posture")
    @Operation(
            summary = "Lists what AWS is set to, by account and Region; what may not be seen says so and is not absent")
    Listing<SettingItem> posture(@RequestParam MultiValueMap<String, String> parameters) {
        var asked = new Asked(parameters, Set.of("account", "region"));
        var account = asked.text("account");
        var region = asked.text("region");
        return Listing.of(posture.settings().stream()
                .filter(one -> account.isEmpty() || one.account().equals(account))
                .filter(one -> region.isEmpty() || one.region().equals(region))
                .map(SettingItem::of)
                .toList());
    }

    /**
     * @param region {@code global} for what belongs to no Region
     * @param state ON, OFF, WATCH, CANNOT_BE_SEEN or NOT_OFFERED
     * @param seenFrom when AWS first answered so
     * @param seenAt when AWS was last asked
     * @param observation the answer that it is read from
     */
    record SettingItem(
            String account,
            String region,
            Question question,
            String subject,
            Setting.State state,
            String words,
            Instant seenFrom,
            Instant seenAt,
            long observation) {
        static SettingItem of(Setting setting) {
            return new SettingItem(
                    setting.account(),
                    setting.region(),
                    setting.question(),
                    setting.subject(),
                    setting.state(),
                    setting.words(),
                    setting.seenFrom(),
                    setting.seenAt(),
                    setting.observation());
        }
    }
}
