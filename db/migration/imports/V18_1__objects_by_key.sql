-- Which objects of a listed page were taken is asked by their keys; H2 uses an index for that only where the key leads it.
-- Runs unchanged on H2 and PostgreSQL.
DROP INDEX source_file_key;
CREATE INDEX source_file_key ON source_file (object_key, source_id);
