package io.outflow.imports.internal;

import io.outflow.imports.internal.RunRows.NewFile;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds the files below paths: folders in the order of names, without hidden files. */
final class Paths {
    private Paths() {}

    /** A path that is not there stays in the list; its file fails with that reason when it is read. */
    static List<NewFile> below(List<Path> paths) {
        var files = new ArrayList<NewFile>();
        for (var path : paths) {
            var absolute = path.toAbsolutePath().normalize();
            if (Files.isDirectory(absolute)) {
                files.addAll(inFolder(absolute));
            } else {
                files.add(new NewFile(name(absolute), absolute.toString(), false, size(absolute)));
            }
        }
        return files;
    }

    private static List<NewFile> inFolder(Path folder) {
        var files = new ArrayList<NewFile>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path below, BasicFileAttributes attributes) {
                    return hidden(below) && !below.equals(folder)
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (!hidden(file) && !Files.isDirectory(file)) {
                        files.add(new NewFile(
                                folder.relativize(file).toString(), file.toString(), false, attributes.size()));
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) {
                    files.add(new NewFile(folder.relativize(file).toString(), file.toString(), false, 0));
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            files.add(new NewFile(name(folder), folder.toString(), false, 0));
        }
        files.sort(Comparator.comparing(NewFile::name));
        return files;
    }

    private static boolean hidden(Path path) {
        return name(path).startsWith(".");
    }

    private static String name(Path path) {
        var name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }

    private static long size(Path path) {
        try {
            return Files.size(path);
        } catch (IOException e) {
            return 0;
        }
    }
}
