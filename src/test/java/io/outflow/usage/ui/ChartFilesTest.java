package io.outflow.usage.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.dependency.JsModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What charts load at run time is really there: no bundler would tell. */
class ChartFilesTest {
    private static final Pattern IMPORT = Pattern.compile("['\"]\\./([^'\"]+)['\"]");

    @Test
    void everyModuleAndWhatItImportsIsServed() throws IOException {
        for (var chart : List.of(FlowChart.class, DaysChart.class, HeatChart.class)) {
            var module = chart.getAnnotation(JsModule.class).value().replace("context://", "");
            assertServed(module);
        }
    }

    private static void assertServed(String path) throws IOException {
        try (var file = ChartFilesTest.class.getResourceAsStream("/META-INF/resources/" + path)) {
            assertThat(file).as(path).isNotNull();
            if (!path.startsWith("webjars/")) {
                var imports = IMPORT.matcher(new String(file.readAllBytes(), StandardCharsets.UTF_8));
                while (imports.find()) {
                    assertServed(imports.group(1));
                }
            }
        }
    }
}
