package io.outflow.imports.ui;

import io.outflow.imports.Counts;
import io.outflow.imports.FileState;
import io.outflow.imports.ImportFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The files of a run as the page lists them: what stands out first, the others one line a state, so that a run of thousands
 * of good files still shows the one that failed.
 *
 * @param rows files listed one by one
 * @param hidden how many more would be listed one by one, were there room
 * @param folded the others, one line a state
 */
record FileGroups(List<ImportFile> rows, int hidden, List<Folded> folded) {

    /** A run this small is listed whole. */
    static final int LISTED_WHOLE = 12;

    static final int ROOM = 100;

    private static final Comparator<ImportFile> URGENT_FIRST =
            Comparator.comparingInt((ImportFile file) -> urgency(file.state())).thenComparingInt(ImportFile::number);

    /** Many files of one state in one line. */
    record Folded(FileState state, int files, Counts counts) {}

    /** How many files stand out. */
    static long standingOut(List<ImportFile> files) {
        return files.stream().filter(FileGroups::standsOut).count();
    }

    /** All files that a list would show one by one or folded, in its order. */
    static List<ImportFile> listed(List<ImportFile> files, @Nullable FileState state, @Nullable FileSort sort) {
        return files.stream()
                .filter(file -> state == null || file.state() == state)
                .sorted(sort == null ? URGENT_FIRST : sort.order())
                .toList();
    }

    /**
     * @param state lists the files of this state alone
     * @param sort lists all files one by one, in this order
     * @param selected id of a file that is listed in any case
     */
    static FileGroups of(
            List<ImportFile> files,
            @Nullable FileState state,
            @Nullable FileSort sort,
            @Nullable Long selected,
            int room) {
        var rows = new ArrayList<ImportFile>();
        var others = new EnumMap<FileState, List<ImportFile>>(FileState.class);
        var whole = files.size() <= LISTED_WHOLE;
        var hidden = 0;
        var order = sort == null ? URGENT_FIRST : sort.order();
        for (var file : sort == null ? files : files.stream().sorted(order).toList()) {
            var isSelected = selected != null && selected == file.id();
            if (state != null && file.state() != state && !isSelected) {
                continue;
            }
            if (isSelected || state != null || sort != null || whole || standsOut(file)) {
                if (rows.size() < room || isSelected) {
                    rows.add(file);
                } else {
                    hidden++;
                }
            } else {
                others.computeIfAbsent(file.state(), s -> new ArrayList<>()).add(file);
            }
        }
        rows.sort(order);
        return new FileGroups(List.copyOf(rows), hidden, folded(others));
    }

    private static List<Folded> folded(Map<FileState, List<ImportFile>> others) {
        return others.entrySet().stream()
                .map(e -> new Folded(
                        e.getKey(),
                        e.getValue().size(),
                        e.getValue().stream().map(ImportFile::counts).reduce(Counts.ZERO, Counts::plus)))
                .sorted(Comparator.comparingInt(f -> urgency(f.state())))
                .toList();
    }

    private static boolean standsOut(ImportFile file) {
        return urgency(file.state()) < urgency(FileState.WAITING);
    }

    private static int urgency(FileState state) {
        return switch (state) {
            case FAILED -> 0;
            case SET_ASIDE -> 1;
            case DONE_WITH_QUARANTINE -> 2;
            case READING -> 3;
            case WAITING -> 4;
            case CANCELLED -> 5;
            case SKIPPED_DUPLICATE -> 6;
            case DONE -> 7;
        };
    }
}
