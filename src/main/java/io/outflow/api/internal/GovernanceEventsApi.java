package io.outflow.api.internal;

import io.outflow.access.Action;
import io.outflow.access.Requires;
import io.outflow.trail.GovernanceKind;
import io.outflow.trail.Grade;
import io.outflow.trail.Outcome;
import io.outflow.trail.Proof;
import io.outflow.usage.Usage;
import io.outflow.usage.Usage.GovernanceItem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Changes of how models may be used, newest first. */
@RestController
@Requires(Action.READ_USAGE)
class GovernanceEventsApi {
    private final Usage usage;

    GovernanceEventsApi(Usage usage) {
        this.usage = usage;
    }

    @GetMapping("/api/v1/governance-events")
    Listing<Change> governanceEvents(@RequestParam MultiValueMap<String, String> parameters) {
        var asked = new Asked(parameters, Asked.PERIOD, Asked.PAGING);
        var page = usage.governance(asked.from(), asked.to(), asked.page(), asked.size());
        return new Listing<>(page.items().stream().map(Change::of).toList(), page.total());
    }

    /**
     * A change, or attempted change.
     *
     * @param source the AWS service, such as {@code bedrock.amazonaws.com}
     * @param target what was changed, where the record names it
     * @param proof how far its log file is proven to be as AWS wrote it
     * @param outcome USE for a change that was made, DENIED or FAILED for an attempt
     */
    record Change(
            String eventId,
            Instant time,
            String account,
            GovernanceKind kind,
            String source,
            String operation,
            String caller,
            Grade callerGrade,
            String sourceRegion,
            Outcome outcome,
            @Nullable String errorCode,
            @Nullable String target,
            Proof proof,
            String file,
            int recordNo) {

        static Change of(GovernanceItem item) {
            var event = item.event();
            return new Change(
                    event.key().id(),
                    event.key().time(),
                    event.key().account(),
                    event.kind(),
                    event.source(),
                    event.operation(),
                    item.caller(),
                    event.caller().grade(),
                    event.region(),
                    event.outcome(),
                    event.errorCode(),
                    event.target(),
                    item.proof(),
                    item.fileName(),
                    event.place().recordNo());
        }
    }
}
