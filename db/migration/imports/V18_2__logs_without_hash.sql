-- Log files that were imported before the hashes of their content were kept, so that digests that come cannot be compared with
-- them until they are seen again. Runs unchanged on H2 and PostgreSQL.
CREATE TABLE unhashed_log (
    file_id BIGINT NOT NULL PRIMARY KEY REFERENCES import_file (id)
);
INSERT INTO unhashed_log (file_id)
SELECT f.id FROM import_file f
WHERE f.state IN ('DONE', 'DONE_WITH_QUARANTINE') AND f.name LIKE '%_CloudTrail_%'
  AND NOT EXISTS (SELECT 1 FROM trail_log l WHERE l.file_id = f.id);
