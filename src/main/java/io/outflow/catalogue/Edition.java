package io.outflow.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The catalogue as it shipped with this version.
 *
 * @param edition the day on which it was put together; each fact has a day of its own
 */
public record Edition(LocalDate edition, List<CatalogueEntry> entries) {

    public Edition {
        entries = List.copyOf(entries);
    }

    public Optional<CatalogueEntry> find(String id) {
        return entries.stream().filter(entry -> entry.id().equals(id)).findFirst();
    }
}
