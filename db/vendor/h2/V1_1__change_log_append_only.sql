CREATE TRIGGER change_log_append_only
    BEFORE UPDATE, DELETE ON change_log
    FOR EACH ROW CALL 'io.outflow.history.internal.AppendOnly';
