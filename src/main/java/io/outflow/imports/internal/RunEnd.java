package io.outflow.imports.internal;

import io.outflow.imports.FileState;
import io.outflow.imports.RunState;
import java.util.Map;

/** What a run is called when all its files have ended. */
final class RunEnd {
    private RunEnd() {}

    static RunState state(Map<FileState, Integer> files) {
        int all = files.values().stream().mapToInt(Integer::intValue).sum();
        int failed = files.getOrDefault(FileState.FAILED, 0);
        if (failed == all) {
            return RunState.FAILED;
        }
        if (files.containsKey(FileState.CANCELLED)) {
            return RunState.CANCELLED;
        }
        return failed > 0 || files.containsKey(FileState.DONE_WITH_QUARANTINE) || files.containsKey(FileState.SET_ASIDE)
                ? RunState.DONE_WITH_QUARANTINE
                : RunState.DONE;
    }
}
