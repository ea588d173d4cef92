package io.outflow.evidence;

import io.outflow.access.AccessRefused;
import io.outflow.access.Action;
import io.outflow.access.CurrentPerson;
import io.outflow.access.Names;
import io.outflow.access.Permission;
import io.outflow.access.Requires;
import io.outflow.evidence.PackageTemplate.Period;
import io.outflow.evidence.internal.TemplateRows;
import io.outflow.evidence.internal.TemplateRows.Stored;
import io.outflow.history.ChangeLog;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Templates of packages, which all share who may export everything; whoever may export within a scope sees their own. Each change
 * is an entry of the change log.
 */
@Service
@Requires(Action.EVIDENCE)
public class EvidenceTemplates {

    private static final int LONGEST_OWNER = 300;
    private static final String NOT_FIXED =
            "These days would be the same each month. Choose last month or last quarter for a monthly package.";

    private final TemplateRows rows;
    private final ChangeLog log;
    private final Names names;
    private final CurrentPerson person;
    private final Clock clock;

    EvidenceTemplates(TemplateRows rows, ChangeLog log, Names names, CurrentPerson person, Clock clock) {
        this.rows = rows;
        this.log = log;
        this.names = names;
        this.person = person;
        this.clock = clock;
    }

    /** Those that the person may use, by name. */
    @Transactional(readOnly = true)
    public List<PackageTemplate> list() {
        return rows.list().stream().filter(this::visible).map(Stored::template).toList();
    }

    @Transactional(readOnly = true)
    public Optional<PackageTemplate> find(UUID id) {
        return rows.find(id).filter(this::visible).map(Stored::template);
    }

    /**
     * Keeps choices under a new name.
     *
     * @throws IllegalArgumentException with a sentence when the name or the choices have a problem
     */
    @Transactional
    public UUID add(String name, Period period, PackageRequest choices) {
        var shown = checked(name, choices);
        if (rows.taken(shown, null)) {
            throw new IllegalArgumentException("There is a template of this name already. Choose another.");
        }
        var id = UUID.randomUUID();
        rows.add(id, shown, period, choices, person.name(), person.id().orElse(null), now());
        log.append("evidence template added", object(shown), told(period, choices));
        return id;
    }

    /**
     * Keeps other choices, or another name, in a template.
     *
     * @param seen the template as the person saw it
     * @throws IllegalArgumentException with a sentence when that has a problem, or somebody else changed it meanwhile
     */
    @Transactional
    public void change(PackageTemplate seen, String name, Period period, PackageRequest choices) {
        needed(seen.id());
        var shown = checked(name, choices);
        if (rows.taken(shown, seen.id())) {
            throw new IllegalArgumentException("There is a template of this name already. Choose another.");
        }
        if (seen.plan() != null && period == Period.FIXED) {
            throw new IllegalArgumentException(NOT_FIXED);
        }
        if (!rows.change(
                seen.id(),
                seen.version(),
                shown,
                period,
                choices,
                person.name(),
                person.id().orElse(null),
                now())) {
            throw new IllegalArgumentException(
                    "Somebody else changed this template meanwhile. Nothing of yours was saved over it. Open it again, or save yours under a new name.");
        }
        var plan = seen.plan();
        if (plan != null && choices.named()) {
            // Runs name callers with the rights of whoever said last that they are to be named.
            rows.plan(
                    seen.id(),
                    plan.monthly(),
                    plan.owner(),
                    person.name(),
                    person.id().orElse(null),
                    now(),
                    plan.monthly().after(now()));
        }
        log.append("evidence template changed", object(shown), told(period, choices));
    }

    @Transactional
    public void remove(UUID id) {
        var template = needed(id);
        rows.remove(id);
        log.append("evidence template removed", object(template.name()), "Packages made of it stay");
    }

    /**
     * Has a package made of a template each month, from the next such time on.
     *
     * @param owner who is told when it could not be made; an address in it is written to
     * @throws IllegalArgumentException with a sentence when that has a problem
     */
    @Transactional
    public void plan(UUID id, Monthly monthly, String owner) {
        var template = needed(id);
        if (template.period() == Period.FIXED) {
            throw new IllegalArgumentException(NOT_FIXED);
        }
        if (owner.strip().length() > LONGEST_OWNER) {
            throw new IllegalArgumentException("Name the owner in at most %d characters.".formatted(LONGEST_OWNER));
        }
        if (template.choices().named()) {
            // Its runs name callers with the rights of whoever sets it up.
            needNames();
        }
        var now = now();
        rows.plan(id, monthly, owner.strip(), person.name(), person.id().orElse(null), now, monthly.after(now));
        log.append(
                "evidence schedule set",
                object(template.name()),
                "Monthly %s. %s".formatted(monthly.words(), template.choices().callers()));
    }

    @Transactional
    public void unplan(UUID id) {
        var template = needed(id);
        rows.unplan(id);
        log.append("evidence schedule removed", object(template.name()), "");
    }

    private PackageTemplate needed(UUID id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("This template is not there any more."));
    }

    private String checked(String name, PackageRequest choices) {
        var shown = name.strip();
        if (shown.isEmpty() || shown.length() > PackageTemplate.LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "Name the template in 1 to %d characters.".formatted(PackageTemplate.LONGEST_NAME));
        }
        var problems = choices.problems(now());
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join(" ", problems));
        }
        if (choices.named()) {
            needNames();
        }
        return shown;
    }

    private void needNames() {
        if (!names.mayReveal()) {
            throw AccessRefused.of(Action.SEE_NAMES, Permission.WITH_REASON, person.roles());
        }
    }

    private boolean visible(Stored stored) {
        return person.permission(Action.EVIDENCE) == Permission.DO
                || person.id().filter(id -> id.equals(stored.savedById())).isPresent();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static String told(Period period, PackageRequest choices) {
        return "%s. %s. %s. For %s."
                .formatted(
                        choices.title(),
                        period == Period.FIXED ? choices.from() + " to " + choices.to() : period.label(),
                        choices.callers(),
                        choices.whom());
    }

    private static String object(String name) {
        return "evidence template " + name;
    }
}
