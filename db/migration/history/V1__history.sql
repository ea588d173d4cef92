-- Entries are only ever added; the head row is locked while one is, so numbers have no gaps.
CREATE TABLE change_log (
    seq       BIGINT                      PRIMARY KEY,
    at        TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    actor     VARCHAR(200)                NOT NULL,
    action    VARCHAR(100)                NOT NULL,
    object    VARCHAR(400)                NOT NULL,
    text      VARCHAR(10000)              NOT NULL,
    prev_hash CHAR(64)                    NOT NULL,
    hash      CHAR(64)                    NOT NULL
);

CREATE TABLE change_log_head (
    id   INTEGER  PRIMARY KEY CHECK (id = 1),
    seq  BIGINT   NOT NULL,
    hash CHAR(64) NOT NULL
);

INSERT INTO change_log_head (id, seq, hash)
VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');
