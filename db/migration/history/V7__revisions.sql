-- States are only ever added. What a state replaced is found by its times, so no row needs to be touched again.
CREATE TABLE revision (
    seq         BIGINT                      PRIMARY KEY,
    kind        VARCHAR(60)                 NOT NULL,
    object      UUID                        NOT NULL,
    owner       UUID,
    valid_from  TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    valid_to    TIMESTAMP(6) WITH TIME ZONE,
    recorded_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    actor       VARCHAR(200)                NOT NULL,
    reason      VARCHAR(2000)               NOT NULL,
    json        VARCHAR(1000000),
    sha256      CHAR(64)                    NOT NULL,
    log_seq     BIGINT                      NOT NULL UNIQUE REFERENCES change_log (seq),
    CHECK (valid_to IS NULL OR valid_from < valid_to)
);

CREATE INDEX revision_object ON revision (object, seq);
CREATE INDEX revision_owner ON revision (owner, seq);
