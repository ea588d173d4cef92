package io.outflow.imports.ui;

import io.outflow.imports.Imports.Incoming;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One drop of files: receives them side by side, refuses what must not come in, and gives the rest when all have arrived.
 * Browsers check sizes too, but what a browser says is not proof.
 */
final class Drop {
    static final long LARGEST = 512L * 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(Drop.class);
    private static final int BUFFER = 128 * 1024;
    private static final String NO_ROOM =
            "Outflow could not write it to its disk, which may be full. Nothing of it was "
                    + "kept. Make room there and drop it again.";

    /** A file that did not come in, with a sentence of why. */
    record Refused(String name, String sentence) {}

    private final Function<String, Path> spool;
    private final long largest;
    private final List<Incoming> received = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();
    private boolean closed;

    Drop(Function<String, Path> spool, long largest) {
        this.spool = spool;
        this.largest = largest;
    }

    static String tooLarge(long largest) {
        return "It is larger than %d MiB. Import it on the server instead: outflow import FILE"
                .formatted(largest / (1024 * 1024));
    }

    /** Receives one file, on a request's thread; gives the refusal where it did not come in. */
    Optional<Refused> receive(String name, InputStream bytes) throws IOException {
        var file = spool.apply(name);
        long size;
        try {
            size = copy(bytes, file);
        } catch (UncheckedIOException e) {
            LOG.error("An upload could not be written to {}.", file, e);
            file.toFile().delete();
            return Optional.of(refuse(name, NO_ROOM));
        } catch (IOException e) {
            Files.deleteIfExists(file);
            refuse(name, "The transfer broke off. Nothing of it was kept. Drop it again.");
            throw e;
        }
        if (size == 0 || size > largest) {
            Files.deleteIfExists(file);
            return Optional.of(refuse(name, size == 0 ? "It is empty and holds no records." : tooLarge(largest)));
        }
        if (!keep(new Incoming(name, file, true))) {
            Files.deleteIfExists(file);
            return Optional.of(new Refused(name, "The page was left before the drop was complete."));
        }
        return Optional.empty();
    }

    synchronized Refused refuse(String name, String sentence) {
        var refusal = new Refused(name, sentence);
        refused.add(refusal);
        return refusal;
    }

    /** The files that came in since the last call, by name. */
    synchronized List<Incoming> take() {
        var taken =
                received.stream().sorted(Comparator.comparing(Incoming::name)).toList();
        received.clear();
        return taken;
    }

    synchronized List<Refused> takeRefused() {
        var taken = List.copyOf(refused);
        refused.clear();
        return taken;
    }

    /** The page was left: what arrived and was not taken is removed, also what still arrives. */
    synchronized void close() {
        closed = true;
        take().forEach(incoming -> incoming.file().toFile().delete());
    }

    private synchronized boolean keep(Incoming incoming) {
        return !closed && received.add(incoming);
    }

    /**
     * Copies until the end, or until it is more than may come in.
     *
     * @throws IOException where the transfer breaks off
     * @throws UncheckedIOException where the disk does not take it
     */
    private long copy(InputStream in, Path file) throws IOException {
        try (var out = new Written(file)) {
            var buffer = new byte[BUFFER];
            var size = 0L;
            for (int n; (n = in.read(buffer)) >= 0; ) {
                size += n;
                if (size > largest) {
                    return size;
                }
                out.write(buffer, n);
            }
            return size;
        }
    }

    /** A file whose faults can be told from those of the transfer. */
    private static final class Written implements AutoCloseable {
        private final OutputStream out;

        Written(Path file) {
            try {
                out = Files.newOutputStream(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void write(byte[] bytes, int count) {
            try {
                out.write(bytes, 0, count);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            try {
                out.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
