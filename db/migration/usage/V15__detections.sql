-- Which kinds of data were found in the text of calls; never the text. Runs unchanged on H2 and PostgreSQL.

-- How often a detector found something in the text that a line of an invocation log held: distinct values. data_class: the
-- class that the detector stood for when it looked. Written with the line and never changed, to whatever call the line belongs.
CREATE TABLE detection (
    event_time TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    account    VARCHAR     NOT NULL,
    line_key   VARCHAR     NOT NULL,
    detector   VARCHAR(40) NOT NULL,
    data_class VARCHAR(40) NOT NULL,
    finds      INTEGER     NOT NULL CHECK (finds > 0),
    PRIMARY KEY (event_time, account, line_key, detector)
);

-- All classes that were found, sorted and with commas between, because a later rank decides which of them counts. Empty where
-- the text was looked at and nothing was found; null where no text was looked at.
ALTER TABLE invocation RENAME COLUMN detected_class TO detected_classes;
ALTER TABLE log_line ADD COLUMN detected_classes VARCHAR;

-- How much of its text was looked at: position in the enum TextFindings.Seen.
ALTER TABLE log_line ADD COLUMN text_seen SMALLINT DEFAULT 0 NOT NULL;
