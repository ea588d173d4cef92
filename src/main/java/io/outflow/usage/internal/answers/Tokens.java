package io.outflow.usage.internal.answers;

import io.outflow.trail.Channel;
import io.outflow.trail.Claude;
import io.outflow.trail.Outcome;
import io.outflow.usage.TokenUse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Sums the tokens of a tally by model and channel. */
final class Tokens {

    private static final int CALLS = 0;
    private static final int COUNTED = 1;
    private static final int INPUT = 2;
    private static final int OUTPUT = 3;

    private Tokens() {}

    private record Key(String model, Channel channel, Claude claude) {}

    static List<TokenUse> of(SubjectIndex subjects, Selection selection, Tally tally) {
        var sums = new LinkedHashMap<Key, long[]>();
        for (var number = 1; number <= subjects.size(); number++) {
            if (selection.taken()[number] && tally.shows(number)) {
                var subject = subjects.subject()[number];
                var sum = sums.computeIfAbsent(
                        new Key(
                                subject.model().name(),
                                subject.channel(),
                                subject.model().claude()),
                        _ -> new long[OUTPUT + 1]);
                sum[CALLS] += tally.wanted(number, Outcome.USE.ordinal());
                sum[COUNTED] += tally.counted(number);
                sum[INPUT] += tally.countedInput(number);
                sum[OUTPUT] += tally.countedOutput(number);
            }
        }
        var uses = new ArrayList<TokenUse>(sums.size());
        sums.forEach((key, sum) -> uses.add(new TokenUse(
                key.model(), key.channel(), key.claude(), sum[CALLS], sum[COUNTED], sum[INPUT], sum[OUTPUT])));
        return uses;
    }
}
