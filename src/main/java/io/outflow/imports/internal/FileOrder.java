package io.outflow.imports.internal;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** The order in which files are read: by the time stamp in their names where there is one, so that keys come in order of time. */
final class FileOrder {
    /** As in {@code 111122223333_CloudTrail_eu-central-1_20260302T1205Z_abc.json.gz}. */
    private static final Pattern STAMP = Pattern.compile("(\\d{8}T\\d{4,9})Z");

    /** After all digits: what has no time comes last. */
    private static final String UNSTAMPED = "~";

    private FileOrder() {}

    static List<FileWork> of(List<FileWork> files) {
        return files.stream()
                .sorted(Comparator.<FileWork, String>comparing(file -> stamp(file.name))
                        .thenComparing(file -> file.number))
                .toList();
    }

    private static String stamp(String name) {
        var matcher = STAMP.matcher(name);
        return matcher.find() ? matcher.group(1) : UNSTAMPED;
    }
}
