package io.outflow.imports.internal;

import io.outflow.imports.Counts;
import io.outflow.trail.Proof;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A file of a run that is still to be read, or to be read on. */
final class FileWork {
    final long id;
    final int number;
    final String name;
    final Path path;
    final boolean spooled;
    final long size;
    /** Where its bytes are, where they are not on this machine. */
    final @Nullable Remote remote;
    /** As it was when the file was begun before an interruption. */
    final @Nullable String begunAs;
    /** What digests say of it, and why; known at the latest when the first of it is written. */
    volatile Proof proof;

    volatile @Nullable String proofReason;
    /** Hash of the content that a digest names, in hex; null where none names this file, or it was compared before. */
    @Nullable
    String expected;
    /** Why a person let it in although it is not as AWS signed it. */
    final @Nullable String admitted;

    /** Names of those of its entries that were taken out of it and stand in the run as files of their own. */
    final Set<String> apart;

    /** What is committed; written by the one writer. */
    volatile Counts counts;

    volatile int cursor;
    /** The database did not take what was read: nothing more of this file is to be written. */
    volatile boolean refused;
    /** Held back whole: its bytes are still needed. */
    volatile boolean setAside;

    /** @param etag as it was listed; other bytes have another */
    record Remote(long sourceId, String key, String etag) {}

    FileWork(
            long id,
            int number,
            String name,
            Path path,
            boolean spooled,
            long size,
            @Nullable Remote remote,
            @Nullable String begunAs,
            Counts counts,
            int cursor,
            Proof proof,
            @Nullable String proofReason,
            @Nullable String admitted,
            Set<String> apart) {
        this.id = id;
        this.number = number;
        this.name = name;
        this.path = path;
        this.spooled = spooled;
        this.size = size;
        this.remote = remote;
        this.begunAs = begunAs;
        this.counts = counts;
        this.cursor = cursor;
        this.proof = proof;
        this.proofReason = proofReason;
        this.admitted = admitted;
        this.apart = apart;
    }
}
