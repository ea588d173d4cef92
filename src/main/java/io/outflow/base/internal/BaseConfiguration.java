package io.outflow.base.internal;

import io.outflow.base.DatabaseFile;
import io.outflow.base.OutflowHome;
import io.outflow.base.SecretBox;
import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AbstractDependsOnBeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
class BaseConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    OutflowHome outflowHome(@Value("${outflow.home}") Path path) {
        return OutflowHome.at(path);
    }

    @Bean
    SecretBox secretBox(OutflowHome home) {
        return new SecretBox(home);
    }

    @Bean
    DatabaseFile databaseFile(JdbcTemplate jdbc) {
        return new DatabaseFile(jdbc);
    }

    /** The data folder is made, closed to others, before the database puts its file there. */
    @Bean
    static BeanFactoryPostProcessor dataSourceNeedsHome() {
        return new AbstractDependsOnBeanFactoryPostProcessor(DataSource.class, OutflowHome.class) {};
    }
}
