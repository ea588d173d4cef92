package io.outflow.evidence.internal;

import static java.util.Comparator.comparing;

import io.outflow.evidence.Missing;
import io.outflow.evidence.Part;
import io.outflow.evidence.Preview.Planned;
import io.outflow.vendors.Assurance;
import io.outflow.vendors.Documents;
import io.outflow.vendors.Entry;
import io.outflow.vendors.Kind;
import io.outflow.vendors.content.Attachment;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The register as it read at the chosen moment, with the files of its documents; approvals are a part of their own. */
@Component
@Order(1)
class RegisterArtefact implements Artefact {

    private static final int ROW = 700;

    /** The files, and the kinds in each; facts of all sorts stand in one. */
    private static final Map<String, Set<Kind>> FILES = new LinkedHashMap<>();

    static {
        for (var kind : List.of(
                Kind.VENDOR,
                Kind.PRODUCT,
                Kind.APPLICATION,
                Kind.AGREEMENT,
                Kind.CERTIFICATION,
                Kind.REVIEW,
                Kind.DOCUMENT)) {
            FILES.put(kind.path(), EnumSet.of(kind));
        }
        var rest = EnumSet.allOf(Kind.class);
        FILES.values().forEach(rest::removeAll);
        rest.removeAll(List.of(Kind.COMMENT, Kind.PROPOSAL, Kind.APPROVAL));
        FILES.put("facts", rest);
        FILES.put("comments-and-proposals", EnumSet.of(Kind.COMMENT, Kind.PROPOSAL));
    }

    private final Documents documents;
    private final EntryRows rows;
    private final OwnCounts counts;

    RegisterArtefact(Documents documents, EntryRows rows, OwnCounts counts) {
        this.documents = documents;
        this.rows = rows;
        this.counts = counts;
    }

    @Override
    public Part part() {
        return Part.REGISTER;
    }

    @Override
    public List<Planned> plan(Scope scope) {
        var planned = new ArrayList<Planned>();
        FILES.forEach((file, kinds) -> {
            var rows = entries(scope, kinds).size();
            planned.add(new Planned("data/records/" + file + ".jsonl", holds(kinds, scope), rows, (long) rows * ROW));
        });
        var files = attachments(scope);
        planned.add(new Planned(
                "data/documents/",
                "files by their SHA-256",
                files.size(),
                files.values().stream()
                        .mapToLong(entry -> entry.content().size())
                        .sum()));
        return planned;
    }

    @Override
    public void write(Scope scope, Records records) throws IOException {
        var inside = counts.register(scope.asOf()).stream().filter(scope::takes).toList();
        var total = 0L;
        for (var file : FILES.entrySet()) {
            var kinds = file.getValue();
            try (var table = records.table(file.getKey(), EntryRows.COLUMNS)) {
                for (var entry : entries(scope, kinds)) {
                    table.row(rows.of(scope, entry));
                }
                records.reconcile(
                        "Register: " + file.getKey(), table.rows(), held(inside, kind -> kinds.contains(kind)));
                total += table.rows();
            }
        }
        records.reconcile(
                "Register, all entries in scope but approvals", total, held(inside, kind -> kind != Kind.APPROVAL));
        for (var file : attachments(scope).values()) {
            copy(scope, file, records.bag());
        }
    }

    private static long held(List<OwnCounts.Held> inside, Predicate<Kind> kinds) {
        return inside.stream().filter(one -> kinds.test(one.kind())).count();
    }

    private void copy(Scope scope, Entry<Attachment> entry, BagWriter bag) throws IOException {
        var name = "data/documents/%s.%s"
                .formatted(entry.content().sha256(), ending(entry.content().mediaType()));
        var document = documents
                .open(scope.register(), entry.id())
                .orElseThrow(() -> new IOException(
                        "The file of the document \"%s\" is not in the data folder any more, so no package was made. Put back %s from a backup, or take the document out of the scope."
                                .formatted(entry.title(), entry.content().sha256())));
        try (var bytes = document.open();
                var file = bag.create(name)) {
            bytes.transferTo(file);
        }
        var written = bag.written().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        if (!written.sha256().equals(entry.content().sha256())) {
            throw new IOException(
                    "The file of the document \"%s\" was changed on disk, so no package was made. Put back %s from a backup."
                            .formatted(entry.title(), entry.content().sha256()));
        }
    }

    @Override
    public List<Missing> missing(Scope scope) {
        var facts =
                scope.entries().stream().filter(entry -> entry.kind().isFact()).toList();
        var claimed = facts.stream()
                .filter(entry -> entry.basis().assurance(scope.day()) != Assurance.CONFIRMED)
                .count();
        return claimed == 0
                ? List.of()
                : List.of(new Missing(
                        Missing.Kind.CLAIMED,
                        "%d of %d facts".formatted(claimed, facts.size()),
                        "Nobody has confirmed them, or the time to look again has passed. Each row says which."));
    }

    private static List<Entry<?>> entries(Scope scope, Set<Kind> kinds) {
        return scope.entries().stream()
                .filter(entry -> kinds.contains(entry.kind()))
                .sorted(comparing((Entry<?> entry) -> entry.kind()).thenComparing(Entry::id))
                .toList();
    }

    /** Each content once, by its SHA-256. */
    private static Map<String, Entry<Attachment>> attachments(Scope scope) {
        var files = new java.util.TreeMap<String, Entry<Attachment>>();
        scope.entries().stream()
                .flatMap(entry -> entry.as(Attachment.class).stream())
                .forEach(entry -> files.putIfAbsent(entry.content().sha256(), entry));
        return files;
    }

    private static String holds(Set<Kind> kinds, Scope scope) {
        if (!kinds.contains(Kind.RETENTION)) {
            return String.join(
                    ", ",
                    Arrays.stream(Kind.values())
                            .filter(kinds::contains)
                            .map(kind -> kind.plural().toLowerCase(java.util.Locale.ROOT))
                            .toList());
        }
        var claims = entries(scope, kinds).stream()
                .filter(entry -> entry.basis().assurance(scope.day()) == Assurance.CLAIMED)
                .count();
        return claims == 0 ? "facts with sources" : "facts with sources, %d of them claims".formatted(claims);
    }

    private static String ending(String mediaType) {
        return switch (mediaType) {
            case "application/pdf" -> "pdf";
            case "text/plain" -> "txt";
            case "image/png" -> "png";
            case "image/jpeg" -> "jpg";
            case "application/vnd.openxmlformats-officedocument.wordprocessingml.document" -> "docx";
            case "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" -> "xlsx";
            default -> "bin";
        };
    }
}
