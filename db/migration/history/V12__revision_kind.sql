-- What was ever recorded of one kind is read by itself, such as which files documents name.
CREATE INDEX revision_kind ON revision (kind, seq);
