-- How each kind of gaps is looked for; kinds that nobody changed have no row.
CREATE TABLE gap_kind (
    kind       VARCHAR(40)                 PRIMARY KEY,
    enabled    BOOLEAN                     NOT NULL,
    threshold  INTEGER                     NOT NULL,
    severity   VARCHAR(20)                 NOT NULL,
    version    INTEGER                     NOT NULL,
    changed_by VARCHAR(200)                NOT NULL,
    changed_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    why        VARCHAR(2000)               NOT NULL
);

-- One row: the number given last. Whoever changes gaps locks it first.
CREATE TABLE gap_head (
    id          INTEGER PRIMARY KEY CHECK (id = 1),
    last_number BIGINT  NOT NULL
);
INSERT INTO gap_head (id, last_number) VALUES (1, 0);

-- Every gap ever found, with its last figures and where its handling stands. Rows are never removed.
CREATE TABLE gap (
    number         BIGINT                      PRIMARY KEY,
    -- Kind and objects: what makes it the same gap when it is found again.
    gap_key        VARCHAR(2500)               NOT NULL UNIQUE,
    kind           VARCHAR(40)                 NOT NULL,
    product        UUID,
    state          VARCHAR(20)                 NOT NULL,
    calls          BIGINT                      NOT NULL,
    owner          VARCHAR(2000)               NOT NULL,
    due            DATE,
    accepted_until DATE,
    why            VARCHAR(2000)               NOT NULL,
    opened_at      TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    changed_at     TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    version        BIGINT                      NOT NULL,
    -- The finding as JSON, its rows included.
    finding        VARCHAR(1000000)            NOT NULL
);

-- What happened to each gap. Rows are only added.
CREATE TABLE gap_event (
    gap    BIGINT                      NOT NULL REFERENCES gap (number),
    number INTEGER                     NOT NULL,
    at     TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    actor  VARCHAR(200)                NOT NULL,
    kind   VARCHAR(20)                 NOT NULL,
    text   VARCHAR(4000)               NOT NULL,
    calls  BIGINT                      NOT NULL,
    PRIMARY KEY (gap, number)
);
