-- What digests say of files. proof: position in the enum Proof; 0 no digest. Runs unchanged on H2 and PostgreSQL.
-- admitted: why a person let a file in that is not as AWS signed it.
ALTER TABLE import_file ADD COLUMN proof SMALLINT DEFAULT 0 NOT NULL;
ALTER TABLE import_file ADD COLUMN proof_reason VARCHAR;
ALTER TABLE import_file ADD COLUMN admitted VARCHAR;

-- verified: whether the digests in this run were looked at, which happens once, before its files are read.
ALTER TABLE import_run ADD COLUMN verified BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE import_run ADD COLUMN verification VARCHAR;
