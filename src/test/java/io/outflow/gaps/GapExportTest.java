package io.outflow.gaps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import io.outflow.gaps.Finding.Figures;
import io.outflow.history.ChangeLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GapExportTest {
    private final ChangeLog log = mock(ChangeLog.class);
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void eachGapIsALineWithItsNumbersAndNoFormula() throws IOException {
        new GapExport(log).csv(List.of(gap("=Product")), out);

        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .hasSize(2)
                .last()
                .asString()
                .startsWith("G-7,high,Outside the agreed Regions,contradicted,'=Product,6939,calls ran outside.,")
                .contains(",6939,3,0,");
        verify(log).append("export", "gaps", "1 row as CSV");
    }

    @Test
    void whereTheChangeLogCannotBeWrittenNothingIsExported() {
        doThrow(new IllegalStateException("full")).when(log).append("export", "gaps", "0 rows as CSV");

        org.assertj.core.api.Assertions.assertThatThrownBy(() -> new GapExport(log).csv(List.of(), out))
                .isInstanceOf(IllegalStateException.class);
        assertThat(out.size()).isZero();
    }

    private static Gap gap(String product) {
        var at = Instant.parse("2026-10-01T00:00:00Z");
        var finding = new Finding(
                new GapKey(GapKind.REGION, null, "us-east-1"),
                Severity.HIGH,
                Certainty.CONTRADICTED,
                product,
                6_939,
                "calls ran outside.",
                "",
                List.of(),
                new Figures(6_939, 6_939, 3, at, at, Map.of(), Map.of()),
                List.of(),
                List.of(),
                List.of(),
                0);
        return Gap.opened(7, finding, at);
    }
}
