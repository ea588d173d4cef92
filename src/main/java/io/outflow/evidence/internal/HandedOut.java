package io.outflow.evidence.internal;

import io.outflow.base.OutflowHome;
import io.outflow.history.ChangeLog;
import io.outflow.history.Entry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The newest head of the change log that anybody was given, kept outside of the database. A database whose log no longer holds
 * that entry was set back, or written anew.
 */
@Component
public class HandedOut {

    private static final String FILE = "head";

    private final OutflowHome home;
    private final ChangeLog log;

    HandedOut(OutflowHome home, ChangeLog log) {
        this.home = home;
        this.log = log;
    }

    /** Number and hash of an entry, and when they were handed out. */
    public record Head(long seq, String hash, Instant at) {

        private String line() {
            return seq + " " + hash + " " + at + "\n";
        }
    }

    /** Remembers that an entry was handed out; an older one than the one remembered changes nothing. */
    public synchronized void remember(Entry entry, Instant at) {
        if (newest().filter(head -> head.seq() >= entry.seq()).isPresent()) {
            return;
        }
        try {
            var part = home.newFile(folder(), "part");
            Files.writeString(part, new Head(entry.seq(), entry.hash(), at).line(), StandardCharsets.US_ASCII);
            Files.move(
                    part, folder().resolve(FILE), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The newest head that was handed out; empty before the first. */
    public synchronized Optional<Head> newest() {
        var file = folder().resolve(FILE);
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            var parts =
                    Files.readString(file, StandardCharsets.US_ASCII).strip().split(" ");
            return Optional.of(new Head(Long.parseLong(parts[0]), parts[1], Instant.parse(parts[2])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong, in a sentence; empty when the log still holds the entry that was handed out. */
    public Optional<String> alarm() {
        return newest().filter(head -> log.find(head.seq())
                        .filter(entry -> entry.hash().equals(head.hash()))
                        .isEmpty())
                .map(head ->
                        "REWOUND: the change log no longer holds entry %,d as it was handed out at %s. The database was set back, by a restore or by hand, or written anew. Packages made before stay provable; find out what is missing before you make another."
                                .formatted(head.seq(), io.outflow.base.Formats.minute(head.at())));
    }

    private Path folder() {
        return home.folder("evidence");
    }
}
