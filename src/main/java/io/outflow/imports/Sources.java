package io.outflow.imports;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The places from which Outflow fetches logs by itself: set up, tried, looked at, paused. */
public interface Sources {

    /** By name. */
    List<LogSource> list();

    Optional<LogSource> find(long id);

    /** @throws SourceRefused where the settings cannot be used */
    LogSource add(SourceSettings settings);

    /**
     * Changes a source.
     *
     * @param seen as it was when the change began
     * @throws SourceRefused where the settings cannot be used, or somebody else changed it meanwhile
     */
    LogSource change(LogSource seen, SourceSettings settings);

    /** Stops looking by schedule. Runs that were begun go on. */
    void pause(long id);

    void resume(long id);

    /**
     * Takes a source away: it is looked at no more. What it imported stays, and runs that were begun go on.
     *
     * @param reason a sentence of at most 500 characters, not blank; it goes into the change log
     * @throws SourceRefused where there is no reason, or the source is not there any more
     */
    void remove(long id, String reason);

    /** Looks as soon as may be, whatever the schedule says; a paused source too. */
    void lookNow(long id);

    /**
     * Tries to reach a source with these settings, without storing or importing anything. AWS may take some seconds.
     *
     * @throws SourceRefused where the settings cannot be used
     */
    CompletableFuture<SourceTest> test(SourceSettings settings);

    /** What AWS must be told for these settings. */
    SourcePolicy policy(SourceSettings settings);

    /** Looks that found something or went wrong, newest first. */
    List<SourceLook> looks(long id, int offset, int limit);

    /** Sources whose logs stopped coming, by name; for whoever reads usage. */
    List<LogSource> silent();
}
