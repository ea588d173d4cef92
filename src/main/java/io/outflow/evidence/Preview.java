package io.outflow.evidence;

import java.util.List;

/** What a package would hold, counted now. */
public record Preview(List<Planned> files, List<Missing> missing) {

    public Preview {
        files = List.copyOf(files);
        missing = List.copyOf(missing);
    }

    /**
     * A file that would be written.
     *
     * @param holds in a few words
     * @param rows -1 for a file without rows
     * @param bytes about how large
     */
    public record Planned(String name, String holds, long rows, long bytes) {}

    /** About how large all is, unpacked. */
    public long bytes() {
        return files.stream().mapToLong(Planned::bytes).sum();
    }
}
