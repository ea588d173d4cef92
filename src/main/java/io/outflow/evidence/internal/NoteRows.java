package io.outflow.evidence.internal;

import io.outflow.evidence.EvidenceNotes.Note;
import io.outflow.evidence.EvidenceNotes.Question;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of what was asked and answered. */
@Repository
public class NoteRows {

    private static final String SELECT =
            "SELECT id, package_number, answers, at, author, author_id, text FROM evidence_note ";

    private final JdbcClient jdbc;

    NoteRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(long number, @Nullable Long answers, Note note) {}

    /** The questions about a package, oldest first. */
    public List<Question> list(long number) {
        return questions(jdbc.sql(SELECT + "WHERE package_number = ? ORDER BY id")
                        .param(number)
                        .query(NoteRows::read)
                        .list())
                .getOrDefault(number, List.of());
    }

    /** All questions, by package. */
    public Map<Long, List<Question>> all() {
        return questions(jdbc.sql(SELECT + "ORDER BY id").query(NoteRows::read).list());
    }

    public void add(long number, @Nullable Long question, Note note) {
        jdbc.sql("INSERT INTO evidence_note (package_number, answers, at, author, author_id, text)"
                        + " VALUES (:number, :answers, :at, :author, :id, :text)")
                .param("number", number)
                .param("answers", question, Types.BIGINT)
                .param("at", OffsetDateTime.ofInstant(note.at(), ZoneOffset.UTC))
                .param("author", note.author())
                .param("id", note.authorId(), Types.OTHER)
                .param("text", note.text())
                .update();
    }

    private static Map<Long, List<Question>> questions(List<Row> rows) {
        var said = new LinkedHashMap<Long, List<Note>>();
        for (var row : rows) {
            if (row.answers() == null) {
                said.put(row.note().id(), new ArrayList<>());
            } else {
                said.computeIfAbsent(row.answers(), _ -> new ArrayList<>()).add(row.note());
            }
        }
        var questions = new LinkedHashMap<Long, List<Question>>();
        rows.stream().filter(row -> row.answers() == null).forEach(row -> questions
                .computeIfAbsent(row.number(), _ -> new ArrayList<>())
                .add(new Question(
                        row.note(), Objects.requireNonNull(said.get(row.note().id())))));
        return questions;
    }

    private static Row read(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getLong("package_number"),
                row.getObject("answers", Long.class),
                new Note(
                        row.getLong("id"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("author"),
                        row.getObject("author_id", UUID.class),
                        row.getString("text")));
    }
}
