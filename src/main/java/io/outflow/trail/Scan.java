package io.outflow.trail;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Reads files in parallel, one a core, and adds up what they hold. */
final class Scan {
    private final TrailReader reader;
    private final ScanTotals totals = new ScanTotals();

    Scan(Limits limits) {
        reader = new TrailReader(limits);
    }

    ScanReport of(List<Path> paths) {
        var files = new ArrayList<Path>();
        for (Path path : paths) {
            collect(path, files);
        }
        int cores = Runtime.getRuntime().availableProcessors();
        try (var pool = Executors.newFixedThreadPool(cores)) {
            var readings = new ArrayDeque<Future<ScanFile>>(files.size());
            files.forEach(file -> readings.add(pool.submit(() -> read(file))));
            // In the order of the files, so that a report is the same whichever file was ready first.
            // A file is let go once it is counted.
            while (!readings.isEmpty()) {
                totals.add(readings.remove().get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The scan was interrupted.", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The scan broke off.", e.getCause());
        }
        return totals.report();
    }

    private ScanFile read(Path file) {
        var counts = new ScanFile(file);
        counts.ended(reader.read(file, counts));
        return counts;
    }

    private void collect(Path start, List<Path> files) {
        if (Files.isRegularFile(start)) {
            files.add(start);
            return;
        }
        if (!Files.isDirectory(start)) {
            totals.missing(start);
            return;
        }
        var found = new ArrayList<Path>();
        try {
            Path root = Files.isSymbolicLink(start) ? start.toRealPath() : start;
            Files.walkFileTree(root, new Visitor(root, found));
        } catch (IOException e) {
            totals.unreadable(start, e);
        }
        Collections.sort(found);
        files.addAll(found);
    }

    private final class Visitor extends SimpleFileVisitor<Path> {
        private final Path root;
        private final List<Path> found;

        Visitor(Path root, List<Path> found) {
            this.root = root;
            this.found = found;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return folder.equals(root) || !hidden(folder) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && !hidden(file)) {
                found.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            totals.unreadable(file, e);
            return FileVisitResult.CONTINUE;
        }

        private static boolean hidden(Path path) {
            Path name = path.getFileName();
            return name != null && name.toString().startsWith(".");
        }
    }
}
