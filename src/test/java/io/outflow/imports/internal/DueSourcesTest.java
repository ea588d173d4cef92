package io.outflow.imports.internal;

import static io.outflow.testing.TrailFiles.invoke;
import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.imports.SourceKind;
import io.outflow.testing.Database;
import io.outflow.testing.LocalAws;
import io.outflow.testing.OnBothDatabases;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class DueSourcesTest {
    private static final String KEY = "AWSLogs/111122223333/CloudTrail/eu-central-1/2026/03/02/a.json";

    @TempDir
    Path folder;

    private final LocalAws aws = new LocalAws();

    @AfterEach
    void close() {
        aws.close();
    }

    @OnBothDatabases
    void aDueSourceIsLookedAtOnceHoweverManyServersLook(Database database) {
        aws.put(KEY, invoke(1, "ana").getBytes(StandardCharsets.UTF_8));
        try (var fetching = new Fetching(database, aws.address(), folder)) {
            long source = fetching.source(Fetching.bucket(SourceKind.TRAIL_BUCKET));
            try (var one = fetching.server().start();
                    var other = fetching.server().start()) {
                // Each server takes up what an older version left, at its start.
                one.due.begin();
                other.due.begin();
                Awaitility.await().until(() -> fetching.imports.count("invocation") == 1);
                Awaitility.await().until(() -> fetching.state(source)
                        .dueAt()
                        .isAfter(Instant.now().plus(Duration.ofMinutes(14))));
            }
            assertThat(fetching.imports.count("import_run")).isEqualTo(1);
            assertThat(fetching.lastLook(source).startedBy()).isEqualTo("the schedule");
            assertThat(fetching.imports.count("scheduled_tasks")).isEqualTo(1);
        }
    }

    @OnBothDatabases
    void aPausedSourceIsLookedAtOnlyWhenSomebodyAsks(Database database) {
        aws.put(KEY, invoke(1, "ana").getBytes(StandardCharsets.UTF_8));
        try (var fetching = new Fetching(database, aws.address(), folder)) {
            long source = fetching.source(Fetching.bucket(SourceKind.TRAIL_BUCKET));
            fetching.imports.jdbc.update("UPDATE log_source SET paused = TRUE");
            try (var server = fetching.server().start()) {
                server.due.begin();
                assertThat(fetching.imports.count("scheduled_tasks")).isZero();

                server.due.lookNow(source, "an administrator");

                Awaitility.await().until(() -> fetching.imports.count("invocation") == 1);
                Awaitility.await().until(() -> fetching.imports.count("scheduled_tasks") == 0);
            }
            assertThat(fetching.lastLook(source).startedBy()).isEqualTo("an administrator");
        }
    }

    @OnBothDatabases
    void aSourceThatWasAskedForIsLookedAtByItsScheduleFromThenOn(Database database) {
        try (var fetching = new Fetching(database, aws.address(), folder)) {
            long source = fetching.source(Fetching.bucket(SourceKind.TRAIL_BUCKET));
            try (var server = fetching.server().start()) {
                server.due.lookAt(source, Instant.now().plus(Duration.ofDays(1)));
                aws.put(KEY, invoke(1, "ana").getBytes(StandardCharsets.UTF_8));

                server.due.lookNow(source, "an administrator");

                Awaitility.await().until(() -> fetching.imports.count("invocation") == 1);
                Awaitility.await().until(() -> fetching.state(source)
                        .dueAt()
                        .isBefore(Instant.now().plus(Duration.ofHours(1))));
                server.due.forget(source);
                Awaitility.await().until(() -> fetching.imports.count("scheduled_tasks") == 0);
            }
        }
    }
}
