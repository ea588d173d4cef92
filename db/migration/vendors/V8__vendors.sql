-- Every entry of the register as it stands now. What it said before is in `revision`, written in the same transaction.
CREATE TABLE register_entry (
    id         UUID                        PRIMARY KEY,
    kind       VARCHAR(40)                 NOT NULL,
    owner      UUID                        REFERENCES register_entry (id),
    title      VARCHAR(400)                NOT NULL,
    -- The content and its basis, one JSON object.
    json       VARCHAR(200000)             NOT NULL,
    -- What may be there once: the name of a vendor, of a product of a vendor, the training of a product. Null when removed.
    unique_key VARCHAR(600)                UNIQUE,
    removed    BOOLEAN                     NOT NULL,
    -- The revision that made it so.
    seq        BIGINT                      NOT NULL,
    changed_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    changed_by VARCHAR(200)                NOT NULL,
    version    BIGINT                      NOT NULL
);

CREATE INDEX register_entry_owner ON register_entry (owner);
CREATE INDEX register_entry_seq ON register_entry (seq);
