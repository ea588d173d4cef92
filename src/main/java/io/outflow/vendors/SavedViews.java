package io.outflow.vendors;

import io.outflow.access.Action;
import io.outflow.access.CurrentPerson;
import io.outflow.access.Permission;
import io.outflow.access.Requires;
import io.outflow.vendors.internal.SavedViewRows;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The views of the register table that a person keeps: a name for the query of an address. They belong to that person alone. */
@Service
@Requires(value = Action.REGISTER, level = Permission.READ)
public class SavedViews {

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_QUERY = 4_000;
    private static final int MOST = 50;

    private final SavedViewRows rows;
    private final CurrentPerson person;

    SavedViews(SavedViewRows rows, CurrentPerson person) {
        this.rows = rows;
        this.person = person;
    }

    /**
     * A kept view.
     *
     * @param query the parameters of the address, without the question mark
     */
    public record SavedView(String name, String query) {}

    /** The views of whoever is signed in, by name. */
    @Transactional(readOnly = true)
    public List<SavedView> list() {
        return person.id().map(rows::of).orElse(List.of());
    }

    /**
     * Keeps a view under a name; an earlier one of that name is replaced.
     *
     * @throws EntryRefused when there is no name, or too many views
     */
    @Transactional
    public void save(String name, String query) {
        var called = name.strip();
        if (called.isEmpty() || called.length() > LONGEST_NAME) {
            throw new EntryRefused("name", "Give the view a name of 1 to %d characters.".formatted(LONGEST_NAME));
        }
        if (query.length() > LONGEST_QUERY) {
            throw new EntryRefused("name", "This selection is too long to keep. Choose fewer values.");
        }
        var owner = owner();
        rows.remove(owner, called);
        if (rows.of(owner).size() >= MOST) {
            throw new EntryRefused("name", "You keep %d views already. Remove one first.".formatted(MOST));
        }
        rows.add(owner, called, query);
    }

    @Transactional
    public void remove(String name) {
        rows.remove(owner(), name);
    }

    private UUID owner() {
        return person.id()
                .orElseThrow(() -> new EntryRefused("name", "Views are kept by people. Sign in as a person."));
    }
}
