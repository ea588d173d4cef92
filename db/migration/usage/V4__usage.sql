-- What was seen of the use of models. Runs unchanged on H2 and PostgreSQL.
-- Keys are led by the event time: files come roughly in order of time, so new rows go to the end of the tree.

-- One row. Locked by every transaction that writes events, so that writers of several processes take turns.
-- write_seq grows with each of them: a process that finds another number than its own has to read what the other wrote.
CREATE TABLE usage_head (
    id           INTEGER NOT NULL PRIMARY KEY,
    last_subject INTEGER NOT NULL,
    last_chunk   BIGINT  NOT NULL,
    write_seq    BIGINT  NOT NULL
);
INSERT INTO usage_head (id, last_subject, last_chunk, write_seq) VALUES (1, 0, 0, 0);

-- One distinct combination of facts that rules can decide on; numbered from 1 without gaps. Never changed.
CREATE TABLE subject (
    id               INTEGER     NOT NULL PRIMARY KEY,
    subject_hash     VARCHAR(64) NOT NULL UNIQUE,
    account          VARCHAR     NOT NULL,
    caller_kind      VARCHAR(20) NOT NULL,
    caller_id        VARCHAR     NOT NULL,
    caller_name      VARCHAR     NOT NULL,
    caller_role      VARCHAR,
    caller_session   VARCHAR,
    caller_grade     VARCHAR(20) NOT NULL,
    channel          VARCHAR(20) NOT NULL,
    operation        VARCHAR     NOT NULL,
    model_id         VARCHAR     NOT NULL,
    model_name       VARCHAR     NOT NULL,
    model_provider   VARCHAR,
    model_claude     VARCHAR(10) NOT NULL,
    model_scope      VARCHAR(10) NOT NULL,
    model_geography  VARCHAR,
    source_region    VARCHAR     NOT NULL,
    inference_region VARCHAR,
    via_vpc_endpoint BOOLEAN     NOT NULL,
    api_key          BOOLEAN     NOT NULL,
    project          VARCHAR,
    agent            VARCHAR,
    is_step          BOOLEAN     NOT NULL,
    metadata         VARCHAR     NOT NULL
);

-- Original records without bodies, deflated: each is its length (4 bytes, big endian) and its JSON in UTF-8.
-- At most 1 MiB before deflating, unless it holds a single record.
CREATE TABLE raw_chunk (
    id           BIGINT  NOT NULL PRIMARY KEY,
    record_count INTEGER NOT NULL,
    deflated     BYTEA   NOT NULL
);

-- One use or attempt. evidence: 1 CloudTrail record, 2 invocation-log line, 3 both (then under the record's key).
-- outcome, error_family, guardrail: positions in the enums Outcome, ErrorFamily and Guardrail.
-- proof: 0 no digest. The Region that was called is the subject's.
-- request_key joins the two evidences: UTC days since 1970-01-01 times 2^40, plus 40 bits of a hash of account, Region and
-- request id. One number led by the day keeps the index small and its writes close together; an index on the id itself
-- makes H2 five times larger. The same request a day later has a key greater by 2^40.
CREATE TABLE invocation (
    event_time         TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    account            VARCHAR  NOT NULL,
    event_key          VARCHAR  NOT NULL,
    subject_id         INTEGER  NOT NULL,
    outcome            SMALLINT NOT NULL,
    error_code         VARCHAR,
    error_family       SMALLINT NOT NULL,
    guardrail          SMALLINT NOT NULL,
    input_tokens       BIGINT,
    output_tokens      BIGINT,
    cache_read_tokens  BIGINT,
    cache_write_tokens BIGINT,
    evidence           SMALLINT NOT NULL CHECK (evidence IN (1, 2, 3)),
    content_hash       BYTEA    NOT NULL,
    request_key        BIGINT,
    request_id         VARCHAR,
    file_id            BIGINT   NOT NULL,
    record_no          INTEGER  NOT NULL,
    chunk_id           BIGINT   NOT NULL,
    chunk_index        INTEGER  NOT NULL,
    proof              SMALLINT NOT NULL,
    detected_class     VARCHAR,
    PRIMARY KEY (event_time, account, event_key)
);
CREATE INDEX invocation_request ON invocation (request_key);

-- Every line of an invocation log, as it stands alone. attached_*: the key of the record that it tells of; empty while the
-- line is a call of its own, which then stands in invocation under the line's key.
CREATE TABLE log_line (
    event_time         TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    account            VARCHAR  NOT NULL,
    line_key           VARCHAR  NOT NULL,
    subject_id         INTEGER  NOT NULL,
    outcome            SMALLINT NOT NULL,
    error_code         VARCHAR,
    error_family       SMALLINT NOT NULL,
    guardrail          SMALLINT NOT NULL,
    input_tokens       BIGINT,
    output_tokens      BIGINT,
    cache_read_tokens  BIGINT,
    cache_write_tokens BIGINT,
    content_hash       BYTEA    NOT NULL,
    request_key        BIGINT,
    request_id         VARCHAR,
    file_id            BIGINT   NOT NULL,
    record_no          INTEGER  NOT NULL,
    chunk_id           BIGINT   NOT NULL,
    chunk_index        INTEGER  NOT NULL,
    attached_time      TIMESTAMP(6) WITH TIME ZONE,
    attached_key       VARCHAR,
    PRIMARY KEY (event_time, account, line_key)
);
CREATE INDEX log_line_request ON log_line (request_key);

-- What a record told by itself before log lines were merged into its call; the rest of its row in invocation is its own.
CREATE TABLE merged_record (
    event_time         TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    account            VARCHAR  NOT NULL,
    event_key          VARCHAR  NOT NULL,
    subject_id         INTEGER  NOT NULL,
    guardrail          SMALLINT NOT NULL,
    input_tokens       BIGINT,
    output_tokens      BIGINT,
    cache_read_tokens  BIGINT,
    cache_write_tokens BIGINT,
    PRIMARY KEY (event_time, account, event_key)
);

-- Which kinds of evidence were ever stored for an account and Region: 1 CloudTrail record, 2 invocation-log line.
CREATE TABLE evidence_kind (
    account  VARCHAR  NOT NULL,
    region   VARCHAR  NOT NULL,
    evidence SMALLINT NOT NULL,
    PRIMARY KEY (account, region, evidence)
);

-- A change, or attempted change, of how models may be used. kind: name in GovernanceKind.
CREATE TABLE governance_event (
    event_time     TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    account        VARCHAR     NOT NULL,
    event_key      VARCHAR     NOT NULL,
    kind           VARCHAR(20) NOT NULL,
    source         VARCHAR     NOT NULL,
    operation      VARCHAR     NOT NULL,
    caller_kind    VARCHAR(20) NOT NULL,
    caller_id      VARCHAR     NOT NULL,
    caller_name    VARCHAR     NOT NULL,
    caller_role    VARCHAR,
    caller_session VARCHAR,
    caller_grade   VARCHAR(20) NOT NULL,
    region         VARCHAR     NOT NULL,
    outcome        SMALLINT    NOT NULL,
    error_code     VARCHAR,
    target         VARCHAR,
    content_hash   BYTEA       NOT NULL,
    file_id        BIGINT      NOT NULL,
    record_no      INTEGER     NOT NULL,
    chunk_id       BIGINT      NOT NULL,
    chunk_index    INTEGER     NOT NULL,
    PRIMARY KEY (event_time, account, event_key)
);

-- One account, Region, channel and UTC day that records prove to have been logged.
CREATE TABLE coverage_day (
    account    VARCHAR     NOT NULL,
    region     VARCHAR     NOT NULL,
    channel    VARCHAR(20) NOT NULL,
    covered_on DATE        NOT NULL,
    PRIMARY KEY (account, region, channel, covered_on)
);
