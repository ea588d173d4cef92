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
    void aDueSourceIsLookedAtOnceHoweverManyProcessesLook(Database database) {
        aws.put(KEY, invoke(1, "ana").getBytes(StandardCharsets.UTF_8));
        try (var fetching = new Fetching(database, aws.address(), folder)) {
            long source = fetching.source(Fetching.bucket(SourceKind.TRAIL_BUCKET));
            var one = fetching.due();
            var other = fetching.due();
            one.start();
            other.start();
            try {
                Awaitility.await().until(() -> fetching.imports.count("invocation") == 1);
                Awaitility.await().until(() -> fetching.state(source)
                        .dueAt()
                        .isAfter(Instant.now().plus(Duration.ofMinutes(14))));
            } finally {
                one.stop();
                other.stop();
            }
            if (database == Database.POSTGRESQL) {
                // An H2 database has one process.
                assertThat(fetching.imports.count("import_run")).isEqualTo(1);
            }
            assertThat(fetching.imports.count("invocation")).isEqualTo(1);
            assertThat(fetching.lastLook(source).startedBy()).isEqualTo("the schedule");
        }
    }

    @OnBothDatabases
    void aPausedSourceIsLookedAtOnlyWhenSomebodyAsks(Database database) {
        aws.put(KEY, invoke(1, "ana").getBytes(StandardCharsets.UTF_8));
        try (var fetching = new Fetching(database, aws.address(), folder)) {
            long source = fetching.source(Fetching.bucket(SourceKind.TRAIL_BUCKET));
            fetching.imports.jdbc.update("UPDATE log_source SET paused = TRUE");
            assertThat(fetching.rows.due(Instant.now().plusSeconds(60))).isEmpty();
            var due = fetching.due();
            due.start();
            try {
                due.lookNow(source, "an administrator");
                Awaitility.await().until(() -> fetching.imports.count("invocation") == 1);
            } finally {
                due.stop();
            }
            assertThat(fetching.lastLook(source).startedBy()).isEqualTo("an administrator");
        }
    }
}
