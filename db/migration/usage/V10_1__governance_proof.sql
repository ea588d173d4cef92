-- proof: what digests say of the file that a governance event comes from; position in the enum Proof. Runs unchanged on H2
-- and PostgreSQL.
ALTER TABLE governance_event ADD COLUMN proof SMALLINT DEFAULT 0 NOT NULL;
UPDATE governance_event SET proof = COALESCE((SELECT f.proof FROM import_file f WHERE f.id = governance_event.file_id), 0);
