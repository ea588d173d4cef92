CREATE FUNCTION revision_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The table revision is append-only.';
END
$$;

CREATE TRIGGER revision_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON revision
    FOR EACH STATEMENT EXECUTE FUNCTION revision_refuse();
