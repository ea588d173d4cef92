package io.outflow.posture;

import io.outflow.access.Action;
import io.outflow.access.Requires;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What AWS is set to, as it answered. Nothing in AWS is ever changed. */
@Requires(Action.READ_USAGE)
public interface Posture {

    /** How everything stands as last seen, by account, Region and question. Where several sources see the same, the one that may see most. */
    List<Setting> settings();

    /** One answer of AWS. */
    Optional<Observation> observation(long id);

    /** Every answer of AWS to a question that was given until a time, oldest first. */
    List<Observation> observations(Question question, Instant until);

    /**
     * For how long, by AWS's answers until a time, accounts were in a mode of data retention, logged invocations or not, or
     * had no trail that recorded calls of models; by beginning. What may not be seen is in none of them.
     */
    List<Spell> spells(Instant until);

    /** The last look with the credentials of each source, by source. */
    List<PostureLook> lastLooks();

    /** The IAM policy that lets Outflow ask all of it, to be copied: it reads and changes nothing. */
    String policy();

    /** Sources whose credentials can be used to look. */
    List<Place> places();

    /**
     * Asks AWS now with the credentials of a source, which may take a minute.
     *
     * @return what came of it; a source that is being looked at already is not looked at twice, and then it is empty
     */
    @Requires(Action.ADMINISTER)
    CompletableFuture<Optional<PostureLook>> lookNow(long sourceId);

    /** A source by name. */
    record Place(long sourceId, String name, boolean paused) {}
}
