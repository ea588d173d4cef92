package io.outflow.evidence.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What somebody might do to an unpacked package; the facts about evidence name each of them. */
enum Tampering {
    BIT_FLIP(dir -> flip(dir.resolve(Tampering.FACTS), 40)),
    EDIT_AND_REBUILT_MANIFEST(dir -> {
        replace(dir.resolve(Tampering.FACTS), "\"id\":1", "\"id\":9");
        rebuild(dir, BagNames.MANIFEST);
    }),
    EDIT_AND_BOTH_MANIFESTS_REBUILT(dir -> {
        replace(dir.resolve(Tampering.FACTS), "\"id\":1", "\"id\":9");
        rebuild(dir, BagNames.MANIFEST);
        rebuild(dir, BagNames.TAG_MANIFEST);
    }),
    APPENDED_ROW(dir -> append(dir.resolve(Tampering.FACTS), "{\"id\":99}\n")),
    BYTES_AFTER_THE_END_OF_A_PDF(dir -> append(dir.resolve("data/report.pdf"), "more")),
    EMPTIED_FILE(dir -> Files.write(dir.resolve(Tampering.FACTS), new byte[0])),
    DELETED_FILE(dir -> Files.delete(dir.resolve("data/report.pdf"))),
    DELETED_FILE_AND_ITS_LINE(dir -> {
        Files.delete(dir.resolve("data/report.pdf"));
        lines(dir.resolve(BagNames.MANIFEST), lines -> lines.removeIf(line -> line.endsWith("report.pdf")));
    }),
    EXTRA_FILE_IN_THE_PAYLOAD(dir -> Files.writeString(dir.resolve("data/records/more.jsonl"), "{}\n")),
    EXTRA_FILE_AT_THE_TOP(dir -> Files.writeString(dir.resolve("NOTE.txt"), "read me")),
    EXTRA_FILE_BESIDE_THE_SIGNATURE(dir -> Files.writeString(dir.resolve("sign/other.sig"), "x")),
    EXTRA_HIDDEN_FILE(dir -> Files.writeString(dir.resolve("data/.hidden"), "x")),
    SWAPPED_DOCUMENTS(dir -> {
        var two = documents(dir);
        var first = Files.readAllBytes(two.get(0));
        Files.write(two.get(0), Files.readAllBytes(two.get(1)));
        Files.write(two.get(1), first);
    }),
    RENAMED_BY_CASE(dir -> Files.move(dir.resolve("data/report.pdf"), dir.resolve("data/Report.pdf"))),
    LINK_TO_THE_SAME_BYTES(dir -> {
        var elsewhere = dir.resolveSibling(dir.getFileName() + "-outside.pdf");
        Files.move(dir.resolve("data/report.pdf"), elsewhere);
        Files.createSymbolicLink(dir.resolve("data/report.pdf"), elsewhere);
    }),
    EDITED_DATE(dir -> replace(dir.resolve(BagNames.INFO), "2026-11-22", "2026-11-21")),
    DROPPED_TAG_LINE(dir -> lines(dir.resolve(BagNames.TAG_MANIFEST), lines -> lines.remove(0))),
    CRLF_MANIFEST(dir -> replace(dir.resolve(BagNames.MANIFEST), "\n", "\r\n")),
    TRAVERSAL_LINE(dir -> {
        Files.writeString(dir.resolveSibling("outside.txt"), "x");
        append(dir.resolve(BagNames.MANIFEST), Hashes.of("x") + "  data/../../outside.txt\n");
    }),
    DUPLICATE_LINE(dir -> lines(dir.resolve(BagNames.MANIFEST), lines -> lines.add(lines.getLast()))),
    EXTRA_WEAK_MANIFEST(dir ->
            Files.writeString(dir.resolve("manifest-md5.txt"), "d41d8cd98f00b204e9800998ecf8427e  data/report.pdf\n")),
    EMPTY_MANIFEST(dir -> Files.write(dir.resolve(BagNames.MANIFEST), new byte[0])),
    MISSING_SIGNATURE(dir -> Files.delete(dir.resolve(BagNames.SIGNATURE))),
    EMPTY_SIGNATURE(dir -> Files.write(dir.resolve(BagNames.SIGNATURE), new byte[0])),
    CORRUPT_SIGNATURE(dir -> flip(dir.resolve(BagNames.SIGNATURE), 20)),
    MISSING_STAMP(dir -> Files.delete(dir.resolve(BagNames.STAMP))),
    CORRUPT_STAMP(dir -> flip(dir.resolve(BagNames.STAMP), (int) Files.size(dir.resolve(BagNames.STAMP)) - 5)),
    SIGNED_ANEW_WITH_AN_OWN_KEY(dir -> {
        var own = SigningKey.make(Instant.ofEpochSecond(1_795_000_000L));
        Files.writeString(dir.resolve(BagNames.SIGNER), own.pem());
        rebuild(dir, BagNames.TAG_MANIFEST);
        Files.write(dir.resolve(BagNames.SIGNATURE), own.sign(Files.readAllBytes(dir.resolve(BagNames.TAG_MANIFEST))));
    }),
    SIGNATURE_OF_ANOTHER_PACKAGE(dir -> Files.copy(
            other(dir).resolve(BagNames.SIGNATURE),
            dir.resolve(BagNames.SIGNATURE),
            java.nio.file.StandardCopyOption.REPLACE_EXISTING)),
    STAMP_OF_ANOTHER_PACKAGE(dir -> Files.copy(
            other(dir).resolve(BagNames.STAMP),
            dir.resolve(BagNames.STAMP),
            java.nio.file.StandardCopyOption.REPLACE_EXISTING)),
    CHAIN_LINE_REMOVED(dir -> chain(dir, lines -> lines.remove(2))),
    CHAIN_TAIL_CUT(dir -> chain(dir, List::removeLast)),
    CHAIN_LINES_SWAPPED(dir -> chain(dir, lines -> Collections.swap(lines, 1, 2))),
    CHAIN_ACTOR_EDITED(dir -> chain(dir, lines -> lines.set(1, lines.get(1).replace("Sample Legal", "Sample Ciso")))),
    POPULATION_EDITED(dir -> replace(dir.resolve(BagNames.IPE), "\"exported\":", "\"exported\":1")),
    README_EDITED(dir -> append(dir.resolve(BagNames.README), "Trust me.\n")),
    SCRIPT_REPLACED(dir -> Files.writeString(dir.resolve(BagNames.SCRIPT), "echo RESULT: VERIFIED\n")),
    SIGNER_REPLACED(dir -> Files.writeString(
            dir.resolve(BagNames.SIGNER), SigningKey.make(Instant.now()).pem())),
    ONE_TAG_LINE_SIX_TIMES(
            dir -> lines(dir.resolve(BagNames.TAG_MANIFEST), lines -> Collections.fill(lines, lines.getFirst())));

    /** Where another genuine package of the same key lies, beside the one that is changed. */
    static final String OTHER = "other";

    private static final String FACTS = "data/records/facts.jsonl";

    private final Change change;

    Tampering(Change change) {
        this.change = change;
    }

    void on(Path dir) throws IOException {
        change.on(dir);
    }

    private interface Change {
        void on(Path dir) throws IOException;
    }

    private interface Lines {
        void change(List<String> lines);
    }

    static void flip(Path file, int bit) throws IOException {
        var bytes = Files.readAllBytes(file);
        bytes[bit % bytes.length] ^= (byte) (1 << (bit & 7));
        Files.write(file, bytes);
    }

    private static void append(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.APPEND);
    }

    private static void replace(Path file, String from, String to) throws IOException {
        var text = Files.readString(file);
        if (!text.contains(from)) {
            throw new IOException(from + " is not in " + file);
        }
        Files.writeString(file, text.replace(from, to));
    }

    private static void lines(Path file, Lines change) throws IOException {
        var lines = new ArrayList<>(Files.readAllLines(file));
        change.change(lines);
        Files.writeString(file, String.join("\n", lines) + "\n");
    }

    /** A line changed within the chain, with the hashes of the payload made to fit. */
    private static void chain(Path dir, Lines change) throws IOException {
        lines(dir.resolve(BagNames.CHAIN), change);
        rebuild(dir, BagNames.MANIFEST);
        rebuild(dir, BagNames.TAG_MANIFEST);
    }

    private static void rebuild(Path dir, String manifest) throws IOException {
        var rebuilt = new StringBuilder();
        for (var line : Files.readAllLines(dir.resolve(manifest))) {
            var name = line.substring(66);
            rebuilt.append(Hashes.of(Files.readAllBytes(dir.resolve(name))))
                    .append("  ")
                    .append(name)
                    .append('\n');
        }
        Files.write(dir.resolve(manifest), rebuilt.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static List<Path> documents(Path dir) throws IOException {
        try (var files = Files.list(dir.resolve("data/documents"))) {
            return files.sorted().toList();
        }
    }

    private static Path other(Path dir) {
        return dir.resolveSibling(OTHER);
    }
}
