package io.outflow.vendors.internal;

import io.outflow.vendors.SavedViews.SavedView;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The views that people keep, as stored. */
@Component
public class SavedViewRows {

    private final JdbcClient jdbc;

    SavedViewRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<SavedView> of(UUID person) {
        return jdbc.sql("SELECT name, query FROM register_view WHERE person = ? ORDER BY name")
                .param(person)
                .query((row, n) -> new SavedView(row.getString("name"), row.getString("query")))
                .list();
    }

    public void add(UUID person, String name, String query) {
        jdbc.sql("INSERT INTO register_view (person, name, query) VALUES (?, ?, ?)")
                .params(person, name, query)
                .update();
    }

    public void remove(UUID person, String name) {
        jdbc.sql("DELETE FROM register_view WHERE person = ? AND name = ?")
                .params(person, name)
                .update();
    }
}
