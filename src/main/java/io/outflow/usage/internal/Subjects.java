package io.outflow.usage.internal;

import io.outflow.usage.Subject;
import io.outflow.usage.SubjectFacts;
import io.outflow.usage.SubjectTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The subjects in the heap. New ones are given numbers while a batch is stored, and show once its transaction is committed.
 * Readers are free; everything that changes is for the one writer.
 */
@Component
class Subjects implements SubjectTable {
    private volatile @Nullable Subject[] table = new Subject[256];
    private volatile int size;

    private final Map<SubjectFacts, Integer> numbers = new HashMap<>();
    private final Map<SubjectFacts, Integer> pending = new LinkedHashMap<>();
    private final List<SubjectFacts> pendingInOrder = new ArrayList<>();
    private MetadataKeys keys = new MetadataKeys();

    Subjects(JdbcTemplate jdbc) {
        jdbc.execute((ConnectionCallback<Integer>) connection -> {
            follow(connection);
            return size;
        });
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Subject get(int id) {
        if (id < 1 || id > size) {
            throw new IndexOutOfBoundsException("There is no subject " + id + ".");
        }
        return Objects.requireNonNull(table[id - 1]);
    }

    @Override
    public List<Subject> since(int id) {
        var subjects = new ArrayList<Subject>();
        for (int next = id + 1, last = size; next <= last; next++) {
            subjects.add(get(next));
        }
        return subjects;
    }

    /** Reads committed subjects that another process added. */
    synchronized void follow(Connection connection) throws SQLException {
        SubjectRows.read(connection, size, this::add);
    }

    /** The number of a subject; a new one is pending until {@link #commit}. */
    synchronized int intern(SubjectFacts facts) {
        var known = number(facts);
        if (known != null) {
            return known;
        }
        var limited =
                facts.with(facts.caller(), facts.model(), facts.inferenceRegion(), keys.withinLimit(facts.metadata()));
        known = number(limited);
        if (known != null) {
            return known;
        }
        pendingInOrder.add(limited);
        int id = size + pendingInOrder.size();
        pending.put(limited, id);
        keys.count(limited.metadata());
        return id;
    }

    /** Facts of a stored or pending subject. */
    synchronized SubjectFacts facts(int id) {
        return id <= size ? get(id).facts() : pendingInOrder.get(id - size - 1);
    }

    synchronized void insertPending(Connection connection) throws SQLException {
        SubjectRows.insert(connection, size, pendingInOrder);
    }

    synchronized int lastWithPending() {
        return size + pendingInOrder.size();
    }

    /** What was pending is committed. */
    synchronized void commit() {
        var committed = List.copyOf(pendingInOrder);
        pending.clear();
        pendingInOrder.clear();
        committed.forEach(facts -> add(new Subject(size + 1, facts)));
    }

    /** What was pending was rolled back. */
    synchronized void forget() {
        if (pendingInOrder.isEmpty()) {
            return;
        }
        pending.clear();
        pendingInOrder.clear();
        keys = new MetadataKeys();
        since(0).forEach(subject -> keys.count(subject.metadata()));
    }

    private @Nullable Integer number(SubjectFacts facts) {
        var number = numbers.get(facts);
        return number == null ? pending.get(facts) : number;
    }

    private void add(Subject subject) {
        int at = subject.id() - 1;
        if (at == table.length) {
            table = Arrays.copyOf(table, at * 2);
        }
        table[at] = subject;
        numbers.put(subject.facts(), subject.id());
        keys.count(subject.metadata());
        // Written last: who sees the new size sees the subject.
        size = subject.id();
    }
}
