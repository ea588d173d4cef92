package io.outflow.classification.internal;

import io.outflow.classification.DataClass;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Data classes in the database. */
@Repository
class DataClassStore {
    private final JdbcClient jdbc;

    DataClassStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lowest rank first. */
    List<DataClass> list() {
        return jdbc.sql("SELECT code, name, letters, rank_no, colour, meaning FROM data_class ORDER BY rank_no, name")
                .query((row, n) -> new DataClass(
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("letters"),
                        row.getInt("rank_no"),
                        row.getInt("colour"),
                        row.getString("meaning")))
                .list();
    }

    void add(DataClass added) {
        jdbc.sql("INSERT INTO data_class (name, letters, rank_no, colour, meaning, code) VALUES (?, ?, ?, ?, ?, ?)")
                .params(values(added))
                .update();
    }

    void change(DataClass changed) {
        jdbc.sql("UPDATE data_class SET name = ?, letters = ?, rank_no = ?, colour = ?, meaning = ? WHERE code = ?")
                .params(values(changed))
                .update();
    }

    private static List<?> values(DataClass one) {
        return List.of(one.name(), one.letters(), one.rank(), one.colour(), one.meaning(), one.code());
    }
}
