package io.outflow.vendors;

import java.util.List;

/** What an import did, and the rows that did not go in. */
public record ImportResult(int added, int changed, int unchanged, List<ImportPreview.Refusal> refused) {

    public ImportResult {
        refused = List.copyOf(refused);
    }
}
