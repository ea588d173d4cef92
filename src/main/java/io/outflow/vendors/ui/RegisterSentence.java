package io.outflow.vendors.ui;

import io.outflow.access.Action;
import io.outflow.access.Permission;
import io.outflow.access.Policy;
import io.outflow.access.Role;
import io.outflow.base.Formats;
import io.outflow.vendors.AgreedTerm;
import io.outflow.vendors.ProductRow;
import io.outflow.vendors.Snapshot;
import io.outflow.vendors.content.YesNo;
import java.util.List;
import java.util.stream.Collectors;

/** The grey line under the title: what the register holds, counted in words. */
final class RegisterSentence {

    private RegisterSentence() {}

    static String of(Snapshot register, List<ProductRow> rows, int matching) {
        var text = new StringBuilder("%s of %s."
                .formatted(
                        Formats.count(rows.size(), "product", "products"),
                        Formats.count(register.vendors().size(), "vendor", "vendors")));
        if (matching < rows.size()) {
            text.append(" %s the filter.".formatted(Formats.count(matching, "matches", "match")));
        }
        var unsaid = rows.stream()
                .filter(row -> row.product().content().inUse() == YesNo.UNKNOWN)
                .count();
        if (unsaid > 0) {
            text.append(" For %s nobody has said whether we use %s."
                    .formatted(Formats.count(unsaid), unsaid == 1 ? "it" : "them"));
        }
        var lapsed = rows.stream()
                .filter(row -> row.dpa().state() == AgreedTerm.State.LAPSED)
                .count();
        var ending = rows.stream().filter(row -> row.dpa().endsSoon()).count();
        if (lapsed > 0) {
            text.append(" %s lapsed.".formatted(Formats.count(lapsed, "DPA has", "DPAs have")));
        }
        if (ending > 0) {
            text.append(
                    " %s within %d days.".formatted(Formats.count(ending, "DPA ends", "DPAs end"), AgreedTerm.SOON));
        }
        var open = rows.stream().mapToLong(ProductRow::toConfirm).sum();
        if (open > 0) {
            text.append(" %s to be confirmed.".formatted(Formats.count(open, "fact waits", "facts wait")));
        }
        return text.toString();
    }

    static String whoMay() {
        return Policy.rolesThatMay(Action.REGISTER, Permission.DO).stream()
                .map(Role::label)
                .collect(Collectors.joining(" or ", "It is kept by people with the role ", "."));
    }
}
