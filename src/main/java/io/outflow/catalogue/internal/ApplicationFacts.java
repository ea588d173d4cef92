package io.outflow.catalogue.internal;

import io.outflow.catalogue.FactLine;
import io.outflow.vendors.Draft;
import io.outflow.vendors.Kind;
import io.outflow.vendors.content.Statement;
import java.util.stream.Collectors;

/** What an application has no form for, as statements. */
final class ApplicationFacts {

    private ApplicationFacts() {}

    static Draft statement(Draft draft) {
        var kind = Kind.of(draft.content());
        if (kind.hangsOn(Kind.APPLICATION)) {
            return draft;
        }
        var title = draft.content().heading();
        var text = FactLine.of(draft.content()).stream()
                .map(line -> line.label() + ": " + line.text())
                .collect(Collectors.joining("\n"));
        return new Draft(
                draft.owner(),
                new Statement(title.equals(kind.label()) ? title : kind.label() + ": " + title, text),
                draft.basis());
    }
}
