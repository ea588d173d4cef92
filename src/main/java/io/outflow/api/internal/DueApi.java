package io.outflow.api.internal;

import io.outflow.access.Action;
import io.outflow.access.Permission;
import io.outflow.access.Requires;
import io.outflow.vendors.Due;
import io.outflow.vendors.DueDates;
import io.outflow.vendors.DueFilter;
import io.outflow.vendors.content.DeadlineKind;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What ends, expires or has to be looked at. */
@RestController
@RequestMapping("/api/v1/due")
@Tag(name = "Register")
class DueApi {

    private final DueDates dates;
    private final Clock clock;

    DueApi(DueDates dates, Clock clock) {
        this.dates = dates;
        this.clock = clock;
    }

    /** The vendor, product or application that a day belongs to. */
    record ObjectOfDay(UUID id, String kind, String title) {}

    /** One day. */
    record DueItem(
            String key,
            LocalDate day,
            long daysLeft,
            String window,
            String kind,
            String what,
            ObjectOfDay object,
            UUID entry,
            String owner) {
        static DueItem of(Due due) {
            return new DueItem(
                    due.key(),
                    due.day(),
                    due.daysLeft(),
                    due.window().name(),
                    due.kind().name(),
                    due.deadline().what(),
                    new ObjectOfDay(
                            due.object().id(),
                            due.object().kind().name(),
                            due.object().title()),
                    due.entry().id(),
                    due.owner());
        }
    }

    @GetMapping
    @Requires(value = Action.REGISTER, level = Permission.READ)
    @Operation(
            summary =
                    "Lists what ends, expires or has to be looked at, soonest first, with what has passed; with asOf as it was then")
    Listing<DueItem> list(@RequestParam MultiValueMap<String, String> parameters) {
        var asked = new Asked(parameters, Set.of("kind", "window", "owner"), Asked.POINT);
        var filter = new DueFilter(
                Set.copyOf(asked.chosen("kind", List.of(DeadlineKind.values()), Enum::name)),
                Optional.ofNullable(parameters.getFirst("owner")),
                Set.copyOf(asked.chosen("window", List.of(Due.Window.values()), Enum::name)));
        var due = asked.point(clock.instant()).map(dates::list).orElseGet(dates::list);
        return Listing.of(filter.of(due).stream().map(DueItem::of).toList());
    }
}
