-- A log file that is not as AWS signed it is taken out of its zip archive and stands in the run as a file of its own.
-- archive_id: the file that it lay in; archive_entry: its name there. Runs unchanged on H2 and PostgreSQL.
ALTER TABLE import_file ADD COLUMN archive_id BIGINT REFERENCES import_file (id);
ALTER TABLE import_file ADD COLUMN archive_entry VARCHAR;
