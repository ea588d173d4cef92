package io.outflow.gaps.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time in which something is the case.
 *
 * @param until end, exclusive; nothing while it goes on
 */
record Stretch(Instant from, @Nullable Instant until, String why) {

    /** The stretch between two turns that an instant lies in, within what is looked at. */
    static Stretch around(Instant at, Collection<Instant> turns, Scene scene, String why) {
        var sorted = new TreeSet<>(turns);
        var from = sorted.floor(at);
        var until = sorted.higher(at);
        return new Stretch(
                from == null || from.isBefore(scene.from()) ? scene.from() : from,
                until == null || until.isAfter(scene.to()) ? null : until,
                why);
    }
}
