CREATE TRIGGER revision_append_only
    BEFORE UPDATE, DELETE ON revision
    FOR EACH ROW CALL 'io.outflow.history.internal.AppendOnly';

-- H2 calls no trigger for TRUNCATE, but refuses it for a table that a foreign key refers to.
ALTER TABLE change_log ADD CONSTRAINT change_log_not_truncated FOREIGN KEY (seq) REFERENCES change_log (seq);
ALTER TABLE revision ADD CONSTRAINT revision_not_truncated FOREIGN KEY (seq) REFERENCES revision (seq);
