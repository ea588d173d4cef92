package io.outflow.history.internal;

import io.outflow.history.Protection;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** With a migration user: it migrates and gives rights, and the application's role is asked at start what it may do. */
@Configuration(proxyBeanMethods = false)
class RolesConfiguration {

    private static final String WITH_MIGRATION_USER =
            "!environment.getProperty('outflow.database.migration-user', '').isEmpty()";

    @Bean
    @ConditionalOnExpression(WITH_MIGRATION_USER)
    static FlywayConnectionDetails migrationUser(
            @Value("${outflow.database.migration-user}") String user,
            @Value("${outflow.database.migration-password:}") String password) {
        return new FlywayConnectionDetails() {
            @Override
            public String getUsername() {
                return user;
            }

            @Override
            public String getPassword() {
                return password;
            }

            /** The address of the application's own database. */
            @Override
            public @Nullable String getJdbcUrl() {
                return null;
            }
        };
    }

    @Bean
    @ConditionalOnExpression(WITH_MIGRATION_USER)
    static FlywayMigrationStrategy migrateAndGrant(
            @Value("${spring.datasource.username}") String role,
            @Value("${spring.datasource.password:}") String password) {
        return flyway -> {
            flyway.migrate();
            DatabaseRoles.grant(flyway.getConfiguration().getDataSource(), role, password);
        };
    }

    @Bean
    @DependsOnDatabaseInitialization
    static Protection changeLogProtection(
            DataSource source, @Value("${outflow.database.migration-user:}") String migrationUser) {
        if (migrationUser.isEmpty()) {
            return Protection.TRIGGER;
        }
        DatabaseRoles.check(source);
        return Protection.TRIGGER_AND_RIGHTS;
    }
}
