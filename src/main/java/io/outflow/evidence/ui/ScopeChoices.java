package io.outflow.evidence.ui;

import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.UIScope;
import io.outflow.access.Action;
import io.outflow.access.CurrentPerson;
import io.outflow.access.Permission;
import io.outflow.base.Formats;
import io.outflow.evidence.EvidencePackage;
import io.outflow.evidence.EvidencePackage.State;
import io.outflow.evidence.EvidencePackages;
import io.outflow.evidence.InvitationScope;
import io.outflow.vendors.Register;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** What an invitation may name: only what whoever invites may see themselves. */
@SpringComponent
@UIScope
class ScopeChoices {

    private final Register register;
    private final EvidencePackages packages;
    private final CurrentPerson person;

    ScopeChoices(Register register, EvidencePackages packages, CurrentPerson person) {
        this.register = register;
        this.packages = packages;
        this.person = person;
    }

    /** Titles of products by id; none for who may not read the register. */
    Map<UUID, String> products() {
        return person.may(Action.REGISTER, Permission.READ)
                ? register.now().products().stream()
                        .collect(Collectors.toMap(
                                product -> product.id(), product -> product.title(), (one, other) -> one, TreeMap::new))
                : Map.of();
    }

    /** Packages that were made; none for who may not see them. */
    List<EvidencePackage> packages() {
        return person.may(Action.EVIDENCE, Permission.READ)
                ? packages.list().stream()
                        .filter(one -> one.state() == State.MADE)
                        .toList()
                : List.of();
    }

    /** A scope in words. */
    String words(InvitationScope scope) {
        var titles = products();
        var words = new ArrayList<String>();
        words.add("packages made for them");
        if (!scope.products().isEmpty()) {
            words.add("of "
                    + scope.products().stream()
                            .map(id -> titles.getOrDefault(id, "a product that you may not see"))
                            .sorted()
                            .collect(Collectors.joining(", ")));
        }
        if (scope.from() != null) {
            words.add("from " + Formats.day(scope.from()));
        }
        if (scope.to() != null) {
            words.add("to " + Formats.day(scope.to()));
        }
        if (!scope.packages().isEmpty()) {
            words.add("and package "
                    + scope.packages().stream().sorted().map(String::valueOf).collect(Collectors.joining(", ")));
        }
        return String.join(" ", words);
    }
}
