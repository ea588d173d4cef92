package io.outflow.trail;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Verifies log files against the digests that AWS signed, as {@code aws cloudtrail validate-logs} does and in some ways
 * stricter: see docs/log-verification.md. Reads each file once, as a stream; holds the names of digests, and eight bytes for
 * each log file that a digest names.
 */
public final class TrailVerifier {
    /** A digest is written within two hours after the time that it covers. */
    private static final Duration DELIVERY = Duration.ofHours(2);

    private static final Duration LISTED_AFTER = Duration.ofHours(1);
    /** The time in a log file's name is rounded, so at the edge of an hour it may belong to either digest. */
    private static final Duration ROUNDED = Duration.ofMinutes(5);

    private final TrailObjects objects;
    private final PublicKeys keys;

    public TrailVerifier(TrailObjects objects, PublicKeys keys) {
        this.objects = objects;
        this.keys = keys;
    }

    /**
     * Verifies what was delivered in a period.
     *
     * @param from null for everything from the oldest file on
     * @param to null for everything up to the newest file
     * @param now the time of the check: digests of the last two hours may still be on their way
     * @param findings told of each file and gap at once; only log files that digests do not name, and gaps, come at the end
     * @throws IOException where the place of the files itself cannot be read
     */
    public TrailVerdict verify(@Nullable Instant from, @Nullable Instant to, Instant now, Consumer<Finding> findings)
            throws IOException {
        return new Run(from, to, now, findings).verify();
    }

    /** A log file of the period that no sound digest names. */
    private record Unnamed(String name, LogName log) {}

    private final class Run {
        private final @Nullable Instant from;
        private final @Nullable Instant to;
        private final Instant now;
        private final TrailVerdict verdict = new TrailVerdict();
        private final Consumer<Finding> findings;
        private final Map<Chain, List<Found>> chains = new LinkedHashMap<>();
        private final Map<Chain, Cover> covers = new TreeMap<>(Chain.ORDER);
        private final LogNames named = new LogNames();
        private final List<Unnamed> unnamed = new ArrayList<>();

        private record Found(Instant end, TrailObject digest) {}

        Run(@Nullable Instant from, @Nullable Instant to, Instant now, Consumer<Finding> findings) {
            this.from = from;
            this.to = to;
            this.now = now;
            this.findings = finding -> {
                verdict.add(finding);
                findings.accept(finding);
            };
        }

        TrailVerdict verify() throws IOException {
            Instant listFrom = from == null ? Instant.EPOCH : from;
            Instant listTo = to == null ? now.plus(LISTED_AFTER) : to.plus(LISTED_AFTER);
            objects.digests(listFrom, listTo, object -> digest(object, listFrom, listTo));
            Instant oldest = chains.values().stream()
                    .flatMap(List::stream)
                    .map(Found::end)
                    .min(Instant::compareTo)
                    .orElse(listFrom);
            var reader =
                    new DigestReader(keys, from == null ? oldest.minus(LISTED_AFTER) : from, to == null ? listTo : to);
            for (var chain : chains.entrySet()) {
                Cover cover = covers.computeIfAbsent(chain.getKey().standard(), _ -> new Cover());
                var walk = new ChainWalk(
                        chain.getKey(), objects, reader, walkFrom(chain.getValue()), cover, named, findings);
                chain.getValue().forEach(found -> walk.add(found.end(), found.digest()));
                walk.walk();
            }
            objects.logs(listFrom, listTo, this::log);
            covers.forEach(this::gaps);
            unnamed.forEach(this::judge);
            return verdict;
        }

        private void digest(TrailObject object, Instant listFrom, Instant listTo) {
            DigestName name = DigestName.of(object.fileName());
            if (name != null && !name.end().isBefore(listFrom) && !name.end().isAfter(listTo)) {
                chains.computeIfAbsent(name.chain(), _ -> new ArrayList<>()).add(new Found(name.end(), object));
            }
        }

        /** Without a period that was asked for, what lies before the oldest digest at hand is not asked for. */
        private Instant walkFrom(List<Found> digests) {
            return from != null
                    ? from
                    : digests.stream().map(Found::end).min(Instant::compareTo).orElse(Instant.EPOCH);
        }

        private void log(TrailObject object) {
            String fileName = object.fileName();
            LogName log = LogName.of(fileName);
            if (log == null || named.has(object.name()) || outside(log.delivered())) {
                return;
            }
            unnamed.add(new Unnamed(object.name(), log));
        }

        private boolean outside(Instant time) {
            return (from != null && time.isBefore(from)) || (to != null && time.isAfter(to));
        }

        private void gaps(Chain chain, Cover cover) {
            var told = new ArrayList<>(cover.told());
            unnamed.stream()
                    .filter(file -> sameSource(chain, file.log()))
                    .forEach(file -> told.add(file.log().delivered()));
            Instant start = from == null ? Collections.min(told) : from;
            Instant end = to == null ? Collections.max(told) : to;
            Instant due = now.minus(DELIVERY);
            Instant last = cover.last();
            Instant expected = last == null || last.isBefore(due) ? due : last;
            for (Cover.Gap gap : cover.gaps(start, end.isBefore(expected) ? end : expected)) {
                findings.accept(new Finding.NotCovered(
                        chain, gap.from(), gap.to(), gap.hours(), "This time is not covered: " + gap.reason() + "."));
            }
            Instant first = cover.first();
            if (first != null && last != null) {
                verdict.covered(first, last);
            }
        }

        private void judge(Unnamed file) {
            boolean digests = false;
            for (var cover : covers.entrySet()) {
                if (sameSource(cover.getKey(), file.log())) {
                    digests = true;
                    Instant delivered = file.log().delivered();
                    if (cover.getValue().covers(delivered.minus(ROUNDED), delivered.plus(ROUNDED))) {
                        said(
                                file,
                                Proof.UNREFERENCED,
                                "Digests cover the hour in which this file was delivered, and none of them names it: it"
                                        + " may have been put there by somebody else.");
                        return;
                    }
                }
            }
            if (digests && file.log().delivered().isAfter(now.minus(DELIVERY))) {
                said(file, Proof.NO_DIGEST, "The digest of its hour may still be on its way.");
            } else if (digests) {
                said(file, Proof.UNCHAINED, "The hour in which this file was delivered is not covered by a digest.");
            } else {
                said(file, Proof.NO_DIGEST, "There is no digest of its account and Region.");
            }
        }

        private void said(Unnamed file, Proof proof, String reason) {
            findings.accept(new Finding.OfLog(file.name(), null, proof, reason));
        }

        private static boolean sameSource(Chain chain, LogName log) {
            return chain.account().equals(log.account()) && chain.region().equals(log.region());
        }
    }
}
