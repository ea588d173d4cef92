-- A note that answers a question names it; a question names none.
ALTER TABLE evidence_note ADD COLUMN answers BIGINT REFERENCES evidence_note (id);
ALTER TABLE evidence_note ADD COLUMN author_id UUID;
