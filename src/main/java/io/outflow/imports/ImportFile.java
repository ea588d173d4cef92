package io.outflow.imports;

import io.outflow.trail.Proof;
import org.jspecify.annotations.Nullable;

/**
 * One file of a run.
 *
 * @param number its place in the run, from 1
 * @param reason a sentence where the file failed, was skipped or set aside
 * @param bytes raw size
 * @param bytesRead raw bytes taken so far
 * @param proof what digests say of it
 */
public record ImportFile(
        long id,
        int number,
        String name,
        FileState state,
        @Nullable String reason,
        Counts counts,
        long bytes,
        long bytesRead,
        Proof proof) {}
