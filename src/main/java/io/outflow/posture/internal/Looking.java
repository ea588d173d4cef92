package io.outflow.posture.internal;

import io.outflow.aws.AwsConfig;
import io.outflow.aws.AwsDoor;
import io.outflow.aws.AwsTrouble;
import io.outflow.imports.LogSource;
import io.outflow.posture.Answer;
import io.outflow.posture.PostureLook;
import io.outflow.posture.Question;
import io.outflow.posture.internal.aws.Inquiry;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks with the credentials of one source: whose they are, then every question in each Region that matters. */
final class Looking {
    private final ObservationRows rows;
    private final TransactionTemplate transaction;
    private final Function<String, Set<String>> regionsOf;
    private final AwsConfig config;
    private final Clock clock;
    private final Set<Long> looking = ConcurrentHashMap.newKeySet();

    /** @param regionsOf the Regions in which something of an account was seen */
    Looking(
            ObservationRows rows,
            TransactionTemplate transaction,
            Function<String, Set<String>> regionsOf,
            AwsConfig config,
            Clock clock) {
        this.rows = rows;
        this.transaction = transaction;
        this.regionsOf = regionsOf;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Returns what came of it; nothing while the source is being looked at already.
     *
     * @param waited whether somebody waits for it, so that AWS is not asked again and again where it does not answer
     */
    Optional<PostureLook> look(LogSource source, String startedBy, boolean waited) {
        if (!looking.add(source.id())) {
            return Optional.empty();
        }
        try (var door = source.settings().door(waited ? config.impatient() : config)) {
            var look = new Look(source, startedBy, clock.instant());
            look.run(door);
            var result = look.result(clock.instant());
            rows.addLook(result);
            return Optional.of(result);
        } finally {
            looking.remove(source.id());
        }
    }

    private final class Look {
        private final LogSource source;
        private final String startedBy;
        private final Instant startedAt;
        private final Set<String> regions = new TreeSet<>();
        private final List<String> problems = new ArrayList<>();
        private String account = "";
        private int answered;
        private int refused;

        Look(LogSource source, String startedBy, Instant startedAt) {
            this.source = source;
            this.startedBy = startedBy;
            this.startedAt = startedAt;
        }

        void run(AwsDoor door) {
            try {
                account = Inquiry.account(door);
            } catch (AwsTrouble trouble) {
                problems.add(trouble.sentence());
                return;
            }
            regions.add(source.settings().homeRegion());
            regions.addAll(source.settings().regions());
            regions.addAll(regionsOf.apply(account));
            for (var region : regions) {
                ask(new Inquiry(door, region, startedAt), region, false);
            }
            ask(new Inquiry(door, source.settings().homeRegion(), startedAt), Question.GLOBAL, true);
        }

        private void ask(Inquiry inquiry, String region, boolean global) {
            inquiry.run(global, (question, answer) -> keep(region, question, answer));
            problems.addAll(inquiry.problems());
        }

        private void keep(String region, Question question, Answer answer) {
            transaction.executeWithoutResult(_ -> {
                rows.lock(source.id());
                rows.add(source.id(), account, region, question, answer, clock.instant());
            });
            if (Answers.unseen(answer).isEmpty()) {
                answered++;
            } else {
                refused++;
            }
        }

        PostureLook result(Instant endedAt) {
            @Nullable String problem = problems.isEmpty() ? null : String.join("\n", problems);
            return new PostureLook(
                    0,
                    source.id(),
                    startedBy,
                    startedAt,
                    endedAt,
                    account,
                    List.copyOf(regions),
                    answered,
                    refused,
                    problem);
        }
    }
}
