package io.outflow.posture.internal;

import static io.outflow.posture.internal.Told.ACCOUNT;
import static io.outflow.posture.internal.Told.ALL_READS;
import static io.outflow.posture.internal.Told.REGION;
import static io.outflow.posture.internal.Told.WRITES_ONLY;
import static io.outflow.posture.internal.Told.trail;
import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.posture.Answer;
import io.outflow.posture.Question;
import io.outflow.posture.Spell;
import io.outflow.posture.Spell.InvocationLogging;
import io.outflow.posture.Spell.NothingRecorded;
import io.outflow.posture.Spell.RetentionMode;
import io.outflow.posture.Spell.What;
import io.outflow.testing.Database;
import io.outflow.testing.OnBothDatabases;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** For how long something was so, read from answers as they are stored. */
class SpellingTest {
    private static final Instant FIRST = Instant.parse("2026-11-20T06:20:00Z");
    private static final Duration LOOKS = Duration.ofHours(6);

    @OnBothDatabases
    void anAnswerHoldsFromItsFirstLookToItsLastAndSaysNothingOfTheTimeBetweenTwo(Database database) {
        over(database, rows -> {
            retention(rows, 1, 0, "none");
            retention(rows, 1, 1, "none");
            retention(rows, 1, 2, "Provider_Data_Share");

            assertThat(spells(rows))
                    .containsExactly(
                            spell(look(0), look(1), new RetentionMode("none")),
                            lasting(look(2), look(2), new RetentionMode("provider_data_share")));
            assertThat(Spelling.of(rows.of(Question.DATA_RETENTION, look(2)))).hasSize(1);
        });
    }

    @OnBothDatabases
    void whatTwoSourcesSeeAlikeIsToldOnce(Database database) {
        over(database, rows -> {
            retention(rows, 1, 0, "none");
            retention(rows, 2, 1, "none");
            retention(rows, 1, 2, "none");
            retention(rows, 2, 3, "none");

            assertThat(spells(rows)).containsExactly(lasting(look(0), look(3), new RetentionMode("none")));
        });
    }

    @OnBothDatabases
    void whatMayNoLongerBeSeenIsNotWhatAwsAnsweredLast(Database database) {
        over(database, rows -> {
            retention(rows, 1, 0, "none");
            add(rows, 1, 1, Question.DATA_RETENTION, new Answer.Refused(List.of("bedrock:Any")));

            assertThat(spells(rows)).containsExactly(spell(look(0), look(0), new RetentionMode("none")));
        });
    }

    @OnBothDatabases
    void whatMayNotBeSeenOrIsNotNamedTellsNothing(Database database) {
        over(database, rows -> {
            retention(rows, 1, 0, "");
            for (var question : List.of(Question.DATA_RETENTION, Question.INVOCATION_LOGGING, Question.TRAILS)) {
                add(rows, 2, 1, question, new Answer.Refused(List.of("bedrock:Any")));
                add(rows, 2, 2, question, new Answer.NotOffered("Not here."));
            }
            add(rows, 1, 1, Question.INVOCATION_LOGGING, new Answer.Seen("{}"));
            add(rows, 1, 1, Question.TRAILS, new Answer.Seen("""
                            [{"arn":"a/main","name":"main","unseen":["cloudtrail:GetEventSelectors"],"logging":true}]"""));

            assertThat(spells(rows)).isEmpty();
        });
    }

    @OnBothDatabases
    void thatNothingIsRecordedIsSaidOfAllTrailsTogetherAndSinceWhenTheLastOneStopped(Database database) {
        var stopped = "\"stoppedAt\":\"2026-11-19T22:00:00Z\"," + ALL_READS;
        over(database, rows -> {
            add(rows, 1, 0, Question.TRAILS, trails(trail("main", true, ALL_READS), trail("two", false, ALL_READS)));
            add(rows, 1, 1, Question.TRAILS, trails(trail("two", true, WRITES_ONLY), trail("main", false, ALL_READS)));
            add(rows, 1, 2, Question.TRAILS, trails());
            add(rows, 2, 0, Question.TRAILS, trails(trail("main", false, stopped)));
            add(rows, 1, 0, Question.INVOCATION_LOGGING, new Answer.Seen("{\"on\":true}"));
            add(rows, 1, 1, Question.INVOCATION_LOGGING, new Answer.Seen("{\"on\":false}"));

            assertThat(spells(rows))
                    .containsExactlyInAnyOrder(
                            spell(look(1), look(1), new NothingRecorded(List.of("main", "two"))),
                            lasting(look(2), look(2), new NothingRecorded(List.of())),
                            spell(Instant.parse("2026-11-19T22:00:00Z"), look(0), new NothingRecorded(List.of("main"))),
                            spell(look(0), look(0), new InvocationLogging(true)),
                            lasting(look(1), look(1), new InvocationLogging(false)));
        });
    }

    private static Spell lasting(Instant from, Instant last, What what) {
        return new Spell(ACCOUNT, REGION, from, last.plusMillis(1), true, what);
    }

    private static void over(Database database, Consumer<ObservationRows> test) {
        try (var source = database.fresh()) {
            test.accept(new ObservationRows(JdbcClient.create(source)));
        }
    }

    private static List<Spell> spells(ObservationRows rows) {
        return Spelling.of(Stream.of(Question.values())
                .flatMap(question -> rows.of(question, look(9)).stream())
                .toList());
    }

    private static void retention(ObservationRows rows, long source, int look, String mode) {
        add(rows, source, look, Question.DATA_RETENTION, new Answer.Seen("{\"mode\":\"" + mode + "\"}"));
    }

    private static void add(ObservationRows rows, long source, int look, Question question, Answer answer) {
        rows.add(source, ACCOUNT, REGION, question, answer, look(look));
    }

    private static Answer trails(String... trails) {
        return new Answer.Seen("[" + String.join(",", trails) + "]");
    }

    private static Instant look(int number) {
        return FIRST.plus(LOOKS.multipliedBy(number));
    }

    /** A spell between two looks; an answer holds for the moment of the last one. */
    private static Spell spell(Instant from, Instant last, What what) {
        return new Spell(ACCOUNT, REGION, from, last.plusMillis(1), false, what);
    }
}
