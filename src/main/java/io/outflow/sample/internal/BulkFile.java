package io.outflow.sample.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** One file of an organisation's trail: one account and Region over a stretch of time. */
public final class BulkFile {
    private static final List<Actor> RUNTIME = Cast.actors().stream()
            .filter(actor -> actor.asks().getFirst().route().isRuntime())
            .toList();
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmm'Z'").withZone(ZoneOffset.UTC);

    private final Draw draw;
    private final Actor first;
    private final Instant start;
    private final Duration length;
    private final String name;

    public BulkFile(long seed, int number, Instant start, Duration length) {
        this.start = start;
        this.length = length;
        draw = Draw.of(seed, "bulk", number);
        double[] shares = RUNTIME.stream().mapToDouble(Actor::share).toArray();
        first = RUNTIME.get(draw.weighted(shares));
        name = "%s_CloudTrail_%s_%s_%06d.json.gz"
                .formatted(first.account().number, first.region(), STAMP.format(start), number);
    }

    public String name() {
        return name;
    }

    public byte[] bytes(int records, double bedrock) {
        List<Actor> actors = RUNTIME.stream()
                .filter(actor ->
                        actor.account() == first.account() && actor.region().equals(first.region()))
                .toList();
        double[] shares = actors.stream().mapToDouble(Actor::share).toArray();
        var file = new DayFile();
        var calls = new Calls(draw, file, null, new Tally());
        var background = new Background(first.account(), first.region(), draw);
        var json = new Json();
        for (int i = 0; i < records; i++) {
            Instant time = start.plus(length.multipliedBy(i).dividedBy(records)).truncatedTo(ChronoUnit.SECONDS);
            if (draw.chance(bedrock)) {
                calls.call(actors.get(draw.weighted(shares)), time);
            } else {
                background.write(json, time);
                file.add(time, json, false);
            }
        }
        return file.asTrailFile();
    }
}
