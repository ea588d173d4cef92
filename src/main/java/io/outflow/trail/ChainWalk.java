package io.outflow.trail;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map.Entry;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Walks one chain from its newest digest back to its oldest and checks each digest, its link to the one before, and each log
 * file that it names.
 */
final class ChainWalk {
    private static final Duration HOUR = Duration.ofHours(1);

    private final Chain chain;
    private final TrailObjects objects;
    private final DigestReader reader;
    private final Instant from;
    private final Cover cover;
    private final LogNames named;
    private final Consumer<Finding> findings;
    private final NavigableMap<Instant, List<TrailObject>> waiting = new TreeMap<>();
    private final Set<String> reached = new HashSet<>();

    /**
     * @param from digests that end before are not asked for
     * @param cover takes which times are covered, and why others are not
     * @param named takes the names of log files that sound digests name
     */
    ChainWalk(
            Chain chain,
            TrailObjects objects,
            DigestReader reader,
            Instant from,
            Cover cover,
            LogNames named,
            Consumer<Finding> findings) {
        this.chain = chain;
        this.objects = objects;
        this.reader = reader;
        this.from = from;
        this.cover = cover;
        this.named = named;
        this.findings = findings;
    }

    void add(Instant end, TrailObject digest) {
        waiting.computeIfAbsent(end, _ -> new ArrayList<>()).add(digest);
    }

    void walk() throws IOException {
        @Nullable Digest newer = null;
        while (!waiting.isEmpty()) {
            Entry<Instant, List<TrailObject>> next = Objects.requireNonNull(waiting.pollLastEntry());
            newer = sound(new DigestName(chain, next.getKey()), next.getValue(), newer);
            if (newer != null) {
                link(newer);
            }
        }
    }

    /** Checks a digest and says what became of it. Of copies the first that is sound counts; null where none is. */
    private @Nullable Digest sound(DigestName name, List<TrailObject> copies, @Nullable Digest newer) {
        for (TrailObject copy : copies) {
            Digest digest = digest(copy, name, newer);
            if (digest != null) {
                if (newer != null && digest.end().isBefore(newer.start())) {
                    gap(digest, newer);
                }
                return digest;
            }
        }
        return null;
    }

    private void gap(Digest older, Digest newer) {
        String why = newer.previous() == null
                ? "a new chain starts after it: the trail was stopped, or the validation of its files switched off"
                : "digests are missing";
        cover.cause(older.end(), newer.start(), why);
    }

    private @Nullable Digest digest(TrailObject object, DigestName name, @Nullable Digest newer) {
        reached.add(object.name());
        try {
            Digest digest = reader.read(object, name);
            if (!digest.end().equals(name.end())) {
                throw new NotProven("its name gives another end than its content");
            }
            unlessReplaced(digest, newer);
            findings.accept(new Finding.OfDigest(
                    object.name(),
                    chain,
                    digest.start(),
                    digest.end(),
                    Proof.VERIFIED,
                    "AWS signed this digest; it names " + count(digest.logs().size()) + "."));
            cover.covered(digest.start(), digest.end());
            for (Digest.Log log : digest.logs()) {
                log(log, digest);
            }
            return digest;
        } catch (NotProven e) {
            invalid(object.name(), name.end(), "This digest is not as AWS signed it: " + e.why() + ".");
        } catch (IOException e) {
            invalid(object.name(), name.end(), Sentences.notReadable(e));
        }
        cover.cause(name.end().minus(HOUR), name.end(), "its digest is not as AWS signed it");
        return null;
    }

    /** A sound digest that is not the one its successor was linked to took the place of another. */
    private static void unlessReplaced(Digest digest, @Nullable Digest newer) throws NotProven {
        if (newer == null || newer.previous() == null || !digest.object().liesAt(newer.previous())) {
            return;
        }
        boolean otherHash =
                newer.previousHash() != null && !newer.previousHash().equals(digest.sha256());
        boolean otherSignature =
                newer.previousSignature() != null && !newer.previousSignature().equals(digest.signature());
        if (otherHash || otherSignature) {
            throw new NotProven("it is not the one that the digest after it was linked to");
        }
    }

    /** Finds the predecessor that a digest names, wherever it lies, or says that it is gone. */
    private void link(Digest digest) throws IOException {
        ObjectPlace place = digest.previous();
        DigestName name = place == null ? null : DigestName.of(place.fileName());
        if (place == null
                || name == null
                || name.end().isBefore(from)
                || !name.end().isBefore(digest.end())) {
            return;
        }
        if (waiting.getOrDefault(name.end(), List.of()).stream().anyMatch(listed -> listed.liesAt(place))) {
            return;
        }
        List<TrailObject> found = objects.find(place, digest.object()).stream()
                .filter(copy -> !reached.contains(copy.name()))
                .toList();
        if (!found.isEmpty()) {
            found.forEach(copy -> add(name.end(), copy));
            return;
        }
        invalid(
                place.toString(),
                name.end(),
                "This digest is missing: the one after it names it, so it was there and was deleted, or was not copied.");
        cover.cause(name.end().minus(HOUR), digest.start(), "digests are missing");
    }

    private void invalid(String name, Instant end, String reason) {
        findings.accept(new Finding.OfDigest(name, chain, null, end, Proof.INVALID, reason));
    }

    private void log(Digest.Log log, Digest digest) {
        try {
            List<TrailObject> copies = objects.find(log.place(), digest.object());
            if (copies.isEmpty()) {
                said(
                        log.place().toString(),
                        digest,
                        "This log file is missing: its digest names it, so it was there and was deleted, or was"
                                + " not copied.");
            }
            for (TrailObject copy : copies) {
                named.add(copy.name());
                compare(copy, log, digest);
            }
        } catch (IOException e) {
            said(log.place().toString(), digest, Sentences.notReadable(e));
        }
    }

    private void compare(TrailObject file, Digest.Log log, Digest digest) {
        try {
            Optional<LogContent> content = file.content();
            if (content.isEmpty()) {
                findings.accept(new Finding.Awaited(file.name(), digest.object().name(), log.hash()));
                return;
            }
            String why = content.get().differs(log.hash());
            if (why == null) {
                findings.accept(
                        new Finding.OfLog(file.name(), digest.object().name(), Proof.VERIFIED, Finding.OfLog.VERIFIED));
            } else {
                said(file.name(), digest, Finding.OfLog.changed(why));
            }
        } catch (IOException e) {
            said(file.name(), digest, Sentences.notReadable(e));
        }
    }

    private void said(String name, Digest digest, String reason) {
        findings.accept(new Finding.OfLog(name, digest.object().name(), Proof.INVALID, reason));
    }

    private static String count(int logs) {
        return logs == 0
                ? "no log file, so nothing was recorded in its time"
                : logs == 1 ? "1 log file" : Sentences.count(logs) + " log files";
    }
}
