package io.outflow.usage.internal.answers;

import io.outflow.usage.internal.answers.SubjectIndex.Cast;
import java.util.List;

/**
 * Everything that the columns hold of calls, as it belongs to one state of the database. Only numbers of subjects and codes of
 * classes are in it; what a rule decides is not.
 *
 * @param mark names the state of the database, see {@link io.outflow.usage.internal.ColumnFeed.Step}
 * @param casts what the subject numbers of the days stand for, from number 1 on
 */
record Segment(long mark, List<Cast> casts, List<Day> days) {

    long calls() {
        return days.stream().mapToLong(Day::size).sum();
    }
}
