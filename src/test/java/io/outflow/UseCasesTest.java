package io.outflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What people do with Outflow is written down in docs/use-cases, and each of it is tested under its id. */
class UseCasesTest {
    private static final Pattern ID = Pattern.compile("UC-(\\d\\d)-[a-z-]+\\.md");

    @Test
    void everyUseCaseHasATestClassThatCarriesItsId() throws IOException {
        var ids = names(Path.of("docs/use-cases")).stream()
                .map(ID::matcher)
                .peek(page -> assertThat(page.matches()).isTrue())
                .map(page -> "UC" + page.group(1))
                .toList();
        var tests = names(Path.of("src/test/java"));

        assertThat(ids).hasSizeGreaterThanOrEqualTo(10).doesNotHaveDuplicates().allSatisfy(id -> assertThat(tests)
                .anyMatch(test -> test.matches(id + "[A-Z]\\w*(Test|IT|Properties)\\.java")));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .toList();
        }
    }
}
