package io.outflow.evidence.internal;

import io.outflow.vendors.Entry;
import io.outflow.vendors.EntryJson;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How an entry of the register stands in a file: what it is, what it says, and how that is known. */
@Component
class EntryRows {

    static final List<String> COLUMNS = List.of(
            "id",
            "kind",
            "owner",
            "owner_title",
            "title",
            "recorded_at",
            "recorded_by",
            "content",
            "origin",
            "source",
            "as_of",
            "confirmed_by",
            "confirmed_at",
            "next_check",
            "rejected",
            "assurance");

    private final EntryJson json;

    EntryRows(EntryJson json) {
        this.json = json;
    }

    ObjectNode of(Scope scope, Entry<?> entry) {
        var basis = entry.basis();
        var row = JsonMapper.shared().createObjectNode();
        row.put("id", entry.id().toString());
        row.put("kind", entry.kind().path());
        row.put("owner", text(entry.owner()));
        row.put("owner_title", scope.register().owner(entry).map(Entry::title).orElse(null));
        row.put("title", entry.title());
        row.put("recorded_at", entry.changedAt().toString());
        row.put("recorded_by", entry.changedBy());
        row.set("content", json.tree(entry.content()));
        row.put("origin", basis.origin().name());
        row.put("source", basis.source());
        row.put("as_of", text(basis.asOf()));
        row.put("confirmed_by", basis.confirmedBy());
        row.put("confirmed_at", text(basis.confirmedAt()));
        row.put("next_check", text(basis.nextCheck()));
        row.put("rejected", basis.rejected());
        row.put("assurance", basis.assurance(scope.day()).name());
        return row;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
