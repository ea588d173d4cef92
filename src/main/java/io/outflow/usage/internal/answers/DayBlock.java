package io.outflow.usage.internal.answers;

import io.outflow.trail.Outcome;
import io.outflow.usage.CallChange;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * The writer's side of one day: columns that grow at their end. Used under the writer's lock alone; readers get a
 * {@link Day}.
 */
final class DayBlock {
    private final int number;
    private final Map<Integer, Integer> entries = new HashMap<>();
    private int size;
    private int[] millis = new int[64];
    private int[] subject = new int[64];
    private byte[] outcome = new byte[64];
    private int[] input = new int[64];
    private int[] output = new int[64];
    private int largeSize;
    private long[] large = new long[0];
    private BitSet entered = new BitSet();

    DayBlock(int number) {
        this.number = number;
    }

    /**
     * A day that was saved.
     *
     * @param numbers what its subject numbers are now
     */
    DayBlock(Day saved, int[] numbers, SubjectColumns subjects) {
        this(saved.number());
        size = saved.size();
        millis = saved.millis();
        subject = saved.subject();
        outcome = saved.outcome();
        input = saved.input();
        output = saved.output();
        large = saved.large();
        largeSize = large.length;
        for (var entry = 0; entry < size; entry++) {
            subject[entry] = numbers[subject[entry]];
            var agent = subjects.entryKey(subject[entry]);
            if (agent > 0 && saved.outcomeOf(entry) != Outcome.DENIED) {
                enter(agent, saved.weight(entry));
            }
        }
    }

    /** @param number of the subject with what was found, see {@link SubjectIndex} */
    void add(int millisOfDay, int subjectNumber, CallChange change) {
        if (size == millis.length) {
            var capacity = Math.max(64, size + (size >> 1));
            millis = Arrays.copyOf(millis, capacity);
            subject = Arrays.copyOf(subject, capacity);
            outcome = Arrays.copyOf(outcome, capacity);
            input = Arrays.copyOf(input, capacity);
            output = Arrays.copyOf(output, capacity);
        }
        var packed = Day.packed(change.outcome(), change.proof());
        millis[size] = millisOfDay;
        subject[size] = subjectNumber;
        outcome[size] = (byte) (change.weight() < 0 ? ~packed : packed);
        input[size] = stored(change.input());
        output[size] = stored(change.output());
        size++;
    }

    /** Counts that an agent's answer was entered, or (weight -1) that such an entry went. */
    void enter(int agentKey, int weight) {
        var count = entries.merge(agentKey, weight, Integer::sum);
        var present = count > 0;
        if (entered.get(agentKey) != present) {
            // Readers hold the former set.
            entered = (BitSet) entered.clone();
            entered.set(agentKey, present);
        }
    }

    Day view() {
        return new Day(number, size, millis, subject, outcome, input, output, large, entered, new DaySums.Kept());
    }

    private int stored(long tokens) {
        if (tokens < 0) {
            return Day.UNKNOWN_TOKENS;
        }
        if (tokens <= Integer.MAX_VALUE) {
            return (int) tokens;
        }
        if (largeSize == large.length) {
            large = Arrays.copyOf(large, Math.max(8, largeSize * 2));
        }
        large[largeSize++] = tokens;
        return -(largeSize - 1) - 2;
    }
}
