package io.outflow.catalogue.internal;

import io.outflow.catalogue.Edition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Reads the catalogue that ships with the application; one that cannot be read keeps the application from starting. */
@Configuration(proxyBeanMethods = false)
public class ShippedEdition {

    private static final String FILE = "/catalogue/catalogue.json";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @Bean
    Edition catalogueEdition() {
        try (var file = ShippedEdition.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("The catalogue " + FILE + " is missing.");
            }
            return read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A catalogue out of its text. */
    public static Edition read(String json) {
        return MAPPER.readValue(json, Edition.class);
    }
}
