package io.outflow.imports.internal;

import io.outflow.access.Action;
import io.outflow.access.CurrentPerson;
import io.outflow.access.Requires;
import io.outflow.aws.AwsConfig;
import io.outflow.history.ChangeLog;
import io.outflow.imports.LogSource;
import io.outflow.imports.SourceLook;
import io.outflow.imports.SourcePolicy;
import io.outflow.imports.SourceRefused;
import io.outflow.imports.SourceSettings;
import io.outflow.imports.SourceTest;
import io.outflow.imports.Sources;
import io.outflow.imports.internal.aws.Policies;
import io.outflow.imports.internal.aws.Trial;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to sources. */
@Service
@Requires(Action.ADMINISTER)
class SourceService implements Sources {
    private static final int LONGEST_REASON = 500;
    private static final Duration FIRST_LOOK = Duration.ofMinutes(1);

    private final StoredSources stored;
    private final SourceRows rows;
    private final DueSources due;
    private final SourceLooks looks;
    private final AwsConfig config;
    private final ChangeLog log;
    private final CurrentPerson person;
    private final Clock clock;

    SourceService(
            StoredSources stored,
            JdbcTemplate jdbc,
            DueSources due,
            SourceLooks looks,
            AwsConfig config,
            ChangeLog log,
            CurrentPerson person,
            Clock clock) {
        this.stored = stored;
        this.rows = new SourceRows(jdbc);
        this.due = due;
        this.looks = looks;
        this.config = config;
        this.log = log;
        this.person = person;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<LogSource> list() {
        var states = rows.states();
        return stored.findAllByRemovedAtIsNullOrderByName().stream()
                .map(source -> shown(source, states.getOrDefault(source.id(), SourceRows.State.NONE)))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<LogSource> find(long id) {
        return stored.findById(id)
                .filter(source -> !source.removed())
                .map(source -> shown(source, rows.states().getOrDefault(id, SourceRows.State.NONE)));
    }

    private LogSource shown(StoredSource source, SourceRows.State state) {
        return new LogSource(
                source.id(),
                source.version(),
                source.settings(),
                source.paused(),
                state.dueAt(),
                state.lookedAt(),
                state.newestAt(),
                state.problem());
    }

    @Override
    @Transactional
    public LogSource add(SourceSettings settings) {
        check(settings, -1);
        var source = stored.saveAndFlush(new StoredSource(settings));
        rows.begin(source.id(), now().plus(FIRST_LOOK));
        due.lookAt(source.id(), now().plus(FIRST_LOOK));
        note("source added", settings, settings.kind().label());
        return find(source.id()).orElseThrow();
    }

    @Override
    @Transactional
    public LogSource change(LogSource seen, SourceSettings settings) {
        check(settings, seen.id());
        var source = one(seen.id());
        if (source.version() != seen.version()) {
            throw new SourceRefused(
                    List.of(
                            new SourceSettings.Problem(
                                    "",
                                    "Somebody else changed this source since you opened it. Nothing of yours was saved; open it again.")));
        }
        var before = source.settings();
        source.take(settings);
        stored.saveAndFlush(source);
        if (!places(before).equals(places(settings))) {
            // Elsewhere, or more of it: look through all. What was taken before is known by its key and its events.
            rows.forgetCheckpoints(source.id());
        }
        if (!source.paused()) {
            due.lookAt(source.id(), now().plus(FIRST_LOOK));
        }
        note("source changed", settings, "its settings");
        return find(source.id()).orElseThrow();
    }

    private static List<Object> places(SourceSettings settings) {
        return List.of(
                settings.kind(),
                settings.bucket(),
                settings.keyPrefix(),
                settings.organization(),
                settings.accounts(),
                settings.regions(),
                Optional.ofNullable(settings.firstDay()),
                settings.access());
    }

    private void check(SourceSettings settings, long id) {
        var problems = settings.problems();
        if (problems.isEmpty()
                && stored.findAllByRemovedAtIsNullOrderByName().stream()
                        .anyMatch(other ->
                                other.id() != id && other.settings().name().equals(settings.name()))) {
            problems.add(new SourceSettings.Problem("name", "Another source has this name. Choose another."));
        }
        if (!problems.isEmpty()) {
            throw new SourceRefused(problems);
        }
    }

    private StoredSource one(long id) {
        return stored.findById(id)
                .filter(source -> !source.removed())
                .orElseThrow(() -> new SourceRefused(
                        List.of(new SourceSettings.Problem("", "This source is not there any more."))));
    }

    @Override
    @Transactional
    public void pause(long id) {
        pause(id, true);
        due.forget(id);
    }

    @Override
    @Transactional
    public void resume(long id) {
        pause(id, false);
        due.lookAt(id, now());
    }

    private void pause(long id, boolean pause) {
        var source = one(id);
        if (source.paused() != pause) {
            source.pause(pause);
            note(pause ? "source paused" : "source resumed", source.settings(), "");
        }
    }

    @Override
    @Transactional
    public void remove(long id, String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new SourceRefused(
                    List.of(new SourceSettings.Problem("reason", "Give a reason of at most 500 characters.")));
        }
        var source = one(id);
        note("source removed", source.settings(), reason.strip());
        source.remove(now(), reason.strip());
        due.forget(id);
    }

    @Override
    public void lookNow(long id) {
        due.lookNow(id, person.name());
    }

    @Override
    public CompletableFuture<SourceTest> test(SourceSettings settings) {
        var problems = settings.problems();
        if (!problems.isEmpty()) {
            throw new SourceRefused(problems);
        }
        return CompletableFuture.supplyAsync(
                () -> {
                    try (var door = settings.door(config.impatient())) {
                        return new Trial(settings, door, looks.pace()).run(now());
                    }
                },
                Thread::startVirtualThread);
    }

    @Override
    public SourcePolicy policy(SourceSettings settings) {
        return Policies.of(settings);
    }

    @Override
    public List<SourceLook> looks(long id, int offset, int limit) {
        return rows.looks(id, offset, limit);
    }

    @Override
    @Requires(Action.READ_USAGE)
    @Transactional(readOnly = true)
    public List<LogSource> silent() {
        return list().stream().filter(LogSource::silent).toList();
    }

    private void note(String action, SourceSettings settings, String text) {
        log.append(action, "source " + settings.name(), text);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
