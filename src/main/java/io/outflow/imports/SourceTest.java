package io.outflow.imports;

import java.util.List;

/** What came of trying to reach a source, step by step. */
public record SourceTest(List<Finding> findings) {

    /** @param sentence what works; or what is missing, and what to do */
    public record Finding(boolean good, String sentence) {}

    public SourceTest {
        findings = List.copyOf(findings);
    }

    public boolean good() {
        return findings.stream().allMatch(Finding::good);
    }
}
