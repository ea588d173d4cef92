package io.outflow.api.internal;

import io.outflow.access.Action;
import io.outflow.access.Requires;
import io.outflow.gaps.Delivery;
import io.outflow.gaps.NoticeSettings;
import io.outflow.gaps.Notices;
import io.outflow.gaps.Severity;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who is told of gaps. The secret is written here and never read. */
@RestController
@RequestMapping("/api/v1/gap-notices")
@Requires(Action.ADMINISTER)
@Tag(name = "Gaps")
class NoticesApi {

    private final Notices notices;

    NoticesApi(Notices notices) {
        this.notices = notices;
    }

    /** The settings; what is left out stays as it is. */
    record Body(
            @Nullable String mailTo,
            @Nullable String webhook,
            @Nullable String secret,
            @Nullable Boolean digest,
            @Nullable Integer digestHour,
            @Nullable Severity least) {

        NoticeSettings on(NoticeSettings before) {
            return new NoticeSettings(
                    Objects.requireNonNullElse(mailTo, before.mailTo()),
                    Objects.requireNonNullElse(webhook, before.webhook()),
                    before.hasSecret(),
                    Objects.requireNonNullElse(digest, before.digest()),
                    Objects.requireNonNullElse(digestHour, before.digestHour()),
                    Objects.requireNonNullElse(least, before.least()));
        }
    }

    @GetMapping
    @Operation(summary = "Says who is told of gaps and how; of the secret only whether there is one")
    NoticeSettings settings() {
        return notices.settings();
    }

    @PutMapping
    @Operation(summary = "Sets up who is told of gaps by mail and signed webhook, at once or once a day")
    NoticeSettings save(@RequestBody Body body) {
        return notices.save(body.on(notices.settings()), Objects.requireNonNullElse(body.secret(), ""));
    }

    @PostMapping("/test")
    @Operation(summary = "Sends a test by each way that is set up and says what came of it")
    Listing<String> test() {
        return Listing.of(notices.test(notices.settings(), ""));
    }

    @GetMapping("/deliveries")
    @Operation(summary = "Lists the last messages and what became of them")
    Listing<Delivery> deliveries() {
        return Listing.of(notices.deliveries());
    }
}
