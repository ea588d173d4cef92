-- A random number that every transaction which changes calls sets anew. It names one state of the stored calls, also across a
-- restored copy of the database, so that what was saved beside the database is taken for that state alone. 0: never written since.
-- Runs unchanged on H2 and PostgreSQL.
ALTER TABLE usage_head ADD COLUMN state_mark BIGINT DEFAULT 0 NOT NULL;
