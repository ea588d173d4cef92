package io.outflow.posture.internal;

import io.outflow.access.Acting;
import io.outflow.access.Action;
import io.outflow.access.CurrentPerson;
import io.outflow.access.Requires;
import io.outflow.history.ChangeLog;
import io.outflow.imports.Sources;
import io.outflow.posture.Observation;
import io.outflow.posture.Posture;
import io.outflow.posture.PostureLook;
import io.outflow.posture.Question;
import io.outflow.posture.Setting;
import io.outflow.posture.Spell;
import io.outflow.usage.InferenceProfiles;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** The door to what AWS answered. */
@Service
@ConditionalOnWebApplication
@Requires(Action.READ_USAGE)
class StoredPosture implements Posture {
    private static final Logger LOG = LoggerFactory.getLogger(StoredPosture.class);
    private final ObservationRows rows;
    private final Looking looking;
    private final Sources sources;
    private final ChangeLog log;
    private final CurrentPerson person;
    private final ApplicationEventPublisher events;

    StoredPosture(
            ObservationRows rows,
            Looking looking,
            Sources sources,
            ChangeLog log,
            CurrentPerson person,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.looking = looking;
        this.sources = sources;
        this.log = log;
        this.person = person;
        this.events = events;
    }

    @Override
    public List<Setting> settings() {
        return best(rows.latest()).stream()
                .flatMap(observation -> SettingWords.of(observation).stream())
                .toList();
    }

    /** Of several sources that see the same account, the one that sees most, and then the one that looked last. */
    static List<Observation> best(List<Observation> latest) {
        record Key(String account, String region, Question question) {}
        var best = new LinkedHashMap<Key, Observation>();
        var order = Comparator.<Observation>comparingInt(
                        one -> -Answers.unseen(one.answer()).size())
                .thenComparing(Observation::seenUntil);
        latest.forEach(one -> best.merge(
                new Key(one.account(), one.region(), one.question()), one, (a, b) -> order.compare(a, b) >= 0 ? a : b));
        return best.values().stream()
                .sorted(Comparator.comparing(Observation::account)
                        .thenComparing(Observation::region)
                        .thenComparing(Observation::question))
                .toList();
    }

    @Override
    public Optional<Observation> observation(long id) {
        return rows.find(id);
    }

    @Override
    public List<Observation> observations(Question question, Instant until) {
        return rows.of(question, until);
    }

    @Override
    public List<Spell> spells(Instant until) {
        return Spelling.of(Stream.of(Question.DATA_RETENTION, Question.INVOCATION_LOGGING, Question.TRAILS)
                .flatMap(question -> rows.of(question, until).stream())
                .toList());
    }

    @Override
    public List<PostureLook> lastLooks() {
        return rows.lastLooks();
    }

    @Override
    public String policy() {
        return Policies.policy();
    }

    @Override
    public List<Place> places() {
        return Acting.asOutflow(sources::list).stream()
                .map(source -> new Place(source.id(), source.settings().name(), source.paused()))
                .toList();
    }

    @Override
    @Requires(Action.ADMINISTER)
    public CompletableFuture<Optional<PostureLook>> lookNow(long sourceId) {
        var source = sources.find(sourceId).orElseThrow(() -> new IllegalArgumentException("There is no such source."));
        var who = person.name();
        log.append("look at AWS", source.settings().name(), "What AWS is set to");
        return CompletableFuture.supplyAsync(
                () -> {
                    var look = Acting.asOutflow(() -> looking.look(source, who, true));
                    events.publishEvent(new InferenceProfiles.Asked());
                    return look;
                },
                work -> Thread.ofPlatform().name("posture-look").daemon().start(work));
    }

    /** Looks with the credentials of every source that is not paused. One that fails leaves the others. */
    @Requires(Action.ADMINISTER)
    public void lookAtAll() {
        for (var source : sources.list()) {
            if (!source.paused()) {
                try {
                    looking.look(source, "the schedule", false);
                } catch (RuntimeException e) {
                    LOG.warn("What AWS is set to could not be looked at with source {}.", source.id(), e);
                }
            }
        }
        events.publishEvent(new InferenceProfiles.Asked());
    }
}
