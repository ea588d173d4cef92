package io.outflow.vendors.internal;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** The entries stored. */
interface StoredEntries extends JpaRepository<StoredEntry, UUID> {

    /** Waits for whoever is changing it, so that the version read is the one that stands. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select e from StoredEntry e where e.id = :id")
    Optional<StoredEntry> lock(UUID id);

    @Query("select e from StoredEntry e where e.seq > :seq")
    List<StoredEntry> changedAfter(long seq);

    List<StoredEntry> findByOwnerAndRemovedFalse(UUID owner);

    Optional<StoredEntry> findByUniqueKey(String uniqueKey);
}
