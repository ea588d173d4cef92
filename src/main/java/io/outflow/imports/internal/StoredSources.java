package io.outflow.imports.internal;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

/** Sources in the database. */
interface StoredSources extends JpaRepository<StoredSource, Long> {

    List<StoredSource> findAllByRemovedAtIsNullOrderByName();
}
