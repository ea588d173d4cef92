-- alerted_at: when it was told by mail that a source is silent; null while it is not, or nobody could be told.
ALTER TABLE source_state ADD COLUMN alerted_at TIMESTAMP(6) WITH TIME ZONE;

-- A removed source is looked at no more; what it imported stays, and tells where it came from.
ALTER TABLE log_source ADD COLUMN removed_at TIMESTAMP(6) WITH TIME ZONE;
ALTER TABLE log_source ADD COLUMN removed_reason VARCHAR(500);
