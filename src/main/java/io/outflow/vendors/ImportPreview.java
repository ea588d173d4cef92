package io.outflow.vendors;

import io.outflow.vendors.content.Content;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What importing a file would do. Nothing is done yet.
 *
 * @param unchanged rows that say what the register says
 */
public record ImportPreview(
        String fileName, List<Addition> added, List<Alteration> changed, int unchanged, List<Refusal> refused) {

    public ImportPreview {
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        refused = List.copyOf(refused);
    }

    /** How many rows would be saved. */
    public int rows() {
        return added.size() + changed.size();
    }

    /** Where a row stands: the line counted from 1 with the header, as spreadsheets count. */
    public record Place(String sheet, int line) {

        public String words() {
            return "%s, line %d".formatted(sheet, line);
        }
    }

    /**
     * An entry that would be added.
     *
     * @param owner the entry it hangs on, where that is in the register
     * @param ownerName what it hangs on, in words: "Anthropic / Claude API"; an entry that the same file adds is known by this
     *     alone
     */
    public record Addition(Place place, @Nullable UUID owner, String ownerName, Content content, Basis basis) {

        /** The name that rows of the same file may give for it. */
        public String name() {
            return ownerName.isEmpty() ? content.heading() : ownerName + RegisterFiles.UNDER + content.heading();
        }
    }

    /** An entry that would be changed, with the fields that change. */
    public record Alteration(
            Place place, Entry<?> before, Content content, Basis basis, List<FieldDifference> fields) {}

    /** One field, before and after, as people read it. */
    public record FieldDifference(String label, String before, String after) {

        /** {@code Days: 30, then 90}. */
        public String words() {
            return "%s: %s, then %s".formatted(label, shown(before), shown(after));
        }

        private static String shown(String text) {
            return text.isEmpty() ? "nothing" : text;
        }
    }

    /** A row that does not go in, and why. */
    public record Refusal(Place place, String title, String sentence) {}
}
