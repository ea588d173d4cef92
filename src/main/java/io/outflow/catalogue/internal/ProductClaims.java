package io.outflow.catalogue.internal;

import io.outflow.access.Action;
import io.outflow.access.Permission;
import io.outflow.access.Requires;
import io.outflow.catalogue.CatalogueEntry;
import io.outflow.catalogue.CatalogueUpdates;
import io.outflow.catalogue.Edition;
import io.outflow.vendors.CatalogueClaims;
import io.outflow.vendors.Entry;
import io.outflow.vendors.Snapshot;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Finds the entry of the catalogue that something in the register came from. */
@Service
@Requires(value = Action.REGISTER, level = Permission.READ)
class ProductClaims implements CatalogueClaims {

    private final Edition edition;
    private final CatalogueUpdates updates;

    ProductClaims(Edition edition, CatalogueUpdates updates) {
        this.edition = edition;
        this.updates = updates;
    }

    @Override
    public List<Check> checks(Entry<?> entry) {
        return of(entry).stream()
                .flatMap(found -> found.commonClaimChecks().stream().map(check -> Checks.of(found, check)))
                .toList();
    }

    @Override
    public int differences(Entry<?> entry, Snapshot snapshot) {
        return of(entry)
                .map(found -> updates.differences(found, snapshot).size())
                .orElse(0);
    }

    @Override
    public String address(Entry<?> entry) {
        return of(entry).map(found -> "catalogue/" + found.id()).orElse("");
    }

    private Optional<CatalogueEntry> of(Entry<?> entry) {
        return edition.entries().stream()
                .filter(one -> EntryDrafts.key(one).equals(entry.basis().catalogueKey()))
                .findFirst();
    }
}
