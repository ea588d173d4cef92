package io.outflow.history.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.outflow.history.Protection;
import io.outflow.testing.Database;
import io.outflow.testing.OnBothDatabases;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two roles in a real database: who migrates, and the application that can only add to the log. */
class DatabaseRolesTest {

    private static final String PASSWORD = "it's a password";

    @OnBothDatabases
    void applicationOfItsOwnRoleCanAddAndReadButNotChangeOrRemove(Database database) {
        var place = new Place(database);
        place.started(place.role, PASSWORD).run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(context.getBean(Protection.class)).isEqualTo(Protection.TRIGGER_AND_RIGHTS);

            place.withoutTriggers();
            var application = new JdbcTemplate(context.getBean(DataSource.class));
            application.update("INSERT INTO change_log (seq, at, actor, action, object, text, prev_hash, hash)"
                    + " VALUES (1, CURRENT_TIMESTAMP, 'a', 'b', 'c', 'd', 'e', 'f')");
            assertThat(application.queryForObject("SELECT actor FROM change_log WHERE seq = 1", String.class))
                    .isEqualTo("a");
            application.update("UPDATE change_log_head SET seq = 1");
            application.update("DELETE FROM scheduled_tasks");
            for (var sql : List.of(
                    "UPDATE change_log SET text = 'other'",
                    "DELETE FROM change_log",
                    "TRUNCATE TABLE revision",
                    "UPDATE revision SET reason = 'other'",
                    "DELETE FROM revision",
                    "DROP TABLE revision",
                    "ALTER TABLE change_log ADD COLUMN more INTEGER")) {
                assertThatThrownBy(() -> application.execute(sql))
                        .describedAs(sql)
                        .rootCause()
                        .isInstanceOf(SQLException.class)
                        .message()
                        .containsAnyOf("permission denied", "must be owner", "Not enough rights", "Cannot truncate");
            }
        });
    }

    @OnBothDatabases
    void aSecondStartFindsTheRightsAsTheyWere(Database database) {
        var place = new Place(database);
        for (var start = 0; start < 2; start++) {
            place.started(place.role, PASSWORD).run(context -> assertThat(context.getBean(Protection.class))
                    .isEqualTo(Protection.TRIGGER_AND_RIGHTS));
        }
    }

    @OnBothDatabases
    void applicationThatMigratesForItselfIsRefused(Database database) {
        var place = new Place(database);
        place.started(database.userName(), "").run(context -> assertThat(context)
                .getFailure()
                .rootCause()
                .isInstanceOf(RightsRefused.class)
                .hasMessageContaining("could change or remove rows of change_log and revision"));
    }

    /** As docs/settings.md says. */
    @OnBothDatabases
    void aDatabaseThatTheApplicationMadeIsHandedOver(Database database) {
        var place = new Place(database);
        try (var superuser = Database.open(place.url, database.userName())) {
            var jdbc = new JdbcTemplate(superuser);
            if (database == Database.H2) {
                jdbc.execute("CREATE USER " + place.quotedRole() + " PASSWORD 'it''s a password' ADMIN");
            } else {
                jdbc.execute("GRANT ALL ON SCHEMA public TO " + place.role);
            }
            runner(place.url, place.role, PASSWORD).run(context -> assertThat(context.getBean(Protection.class))
                    .isEqualTo(Protection.TRIGGER));
            place.started(place.role, PASSWORD)
                    .run(context -> assertThat(context).hasFailed());

            jdbc.execute(
                    database == Database.H2
                            ? "ALTER USER " + place.quotedRole() + " ADMIN FALSE"
                            : "REASSIGN OWNED BY " + place.role + " TO " + database.userName());
        }

        place.started(place.role, PASSWORD)
                .run(context -> assertThat(context.getBean(Protection.class)).isEqualTo(Protection.TRIGGER_AND_RIGHTS));
    }

    @OnBothDatabases
    void aRightThatWasGivenBesidesIsFoundAndNamed(Database database) throws SQLException {
        var place = new Place(database);
        place.started(place.role, PASSWORD).run(context -> assertThat(context).hasNotFailed());
        try (var owner = Database.open(place.url, database.userName());
                var application = place.application()) {
            new JdbcTemplate(owner).execute("GRANT DELETE ON revision TO " + place.quotedRole());

            assertThatThrownBy(() -> DatabaseRoles.check(application))
                    .isInstanceOf(RightsRefused.class)
                    .hasMessageContaining("could change or remove rows of revision.")
                    .hasMessageContaining("OUTFLOW_DB_MIGRATION_USER is set");
        }
    }

    @Test
    void aRightThroughAnotherRoleIsFoundOnPostgreSql() {
        var place = new Place(Database.POSTGRESQL);
        place.started(place.role, PASSWORD).run(context -> assertThat(context).hasNotFailed());
        try (var owner = Database.open(place.url, Database.POSTGRESQL.userName());
                var application = place.application()) {
            var jdbc = new JdbcTemplate(owner);
            jdbc.execute("CREATE ROLE " + place.role + "_editor");
            jdbc.execute("GRANT UPDATE (text) ON change_log TO " + place.role + "_editor");
            DatabaseRoles.check(application);
            jdbc.execute("GRANT " + place.role + "_editor TO " + place.role);

            assertThatThrownBy(() -> DatabaseRoles.check(application))
                    .hasMessageContaining("could change or remove rows of change_log.");
        }
    }

    @Test
    void aRoleThatIsNotThereIsSaidInWords() {
        var place = new Place(Database.POSTGRESQL);
        place.started("nobody_here", PASSWORD).run(context -> assertThat(context)
                .getFailure()
                .rootCause()
                .hasMessageContaining("role \"nobody_here\" does not exist"));
    }

    @OnBothDatabases
    void withoutTheSettingTheApplicationMigratesAndTheTriggerAloneProtects(Database database) {
        var place = new Place(database);
        runner(place.url, database.userName(), "").run(context -> {
            assertThat(context.getBean(Protection.class)).isEqualTo(Protection.TRIGGER);
            assertThat(context.getBean(FlywayConnectionDetails.class).getUsername())
                    .isNull();
        });
    }

    @Test
    void refusalSaysWhatToDo() {
        var analysis = new RightsRefusedAnalyzer()
                .analyze(new IllegalStateException(new RightsRefused("It could change rows.", null)));

        assertThat(analysis).isNotNull();
        assertThat(analysis.getDescription()).isEqualTo("It could change rows.");
        assertThat(analysis.getAction()).contains("docs/settings.md", "protected by trigger only");
    }

    private static ApplicationContextRunner runner(String url, String user, String password) {
        return new ApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class))
                .withUserConfiguration(RolesConfiguration.class)
                .withPropertyValues(
                        "spring.datasource.url=" + url,
                        "spring.datasource.username=" + user,
                        "spring.datasource.password=" + password,
                        "spring.flyway.locations=classpath:db/migration,classpath:db/vendor/{vendor}");
    }

    /** A new database with the application's role, which on H2 the first start makes. */
    private static final class Place {

        final Database database;
        final String url;
        final String role;

        Place(Database database) {
            this.database = database;
            // Only an administrator of H2 may set when the database closes, so this test keeps it open.
            var fresh = database.freshUrl();
            // The address of the test server names a user, who would come before the one that is set.
            this.url = fresh.replace(";DB_CLOSE_DELAY=-1", "").replaceAll("[?&]user=[^&]*", "");
            this.role = "app_" + Integer.toUnsignedString(url.hashCode(), 36);
            if (database == Database.POSTGRESQL) {
                try (var owner = Database.open(url, database.userName())) {
                    new JdbcTemplate(owner).execute("CREATE ROLE " + role + " LOGIN PASSWORD 'it''s a password'");
                }
            } else {
                try (var owner = Database.open(fresh, database.userName())) {
                    new JdbcTemplate(owner).execute("SET DB_CLOSE_DELAY -1");
                }
            }
        }

        ApplicationContextRunner started(String applicationRole, String password) {
            return runner(url, applicationRole, password)
                    .withPropertyValues(
                            "outflow.database.migration-user=" + database.userName(),
                            "outflow.database.migration-password=");
        }

        HikariDataSource application() {
            var source = Database.open(url, role);
            source.setPassword(PASSWORD);
            return source;
        }

        String quotedRole() {
            return database == Database.H2 ? role.toUpperCase(Locale.ROOT) : role;
        }

        void withoutTriggers() {
            try (var owner = Database.open(url, database.userName())) {
                var jdbc = new JdbcTemplate(owner);
                for (var table : DatabaseRoles.APPEND_ONLY) {
                    jdbc.execute(
                            "DROP TRIGGER " + table + "_append_only" + (database == Database.H2 ? "" : " ON " + table));
                }
            }
        }
    }
}
