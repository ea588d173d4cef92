package io.outflow.access.internal;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** The people stored. */
public interface Persons extends JpaRepository<Person, UUID> {

    Optional<Person> findByNameKey(String nameKey);

    boolean existsByNameKey(String nameKey);

    List<Person> findAllByOrderByNameKey();

    /** All people, locked in one order, so that two administrators cannot remove each other at the same moment. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from Person p order by p.id")
    List<Person> lockAll();
}
