-- Choices of the wizard, kept by name; with month_day they are a package of each month. Hours and times are in UTC.
CREATE TABLE evidence_template (
    id            UUID                        PRIMARY KEY,
    name          VARCHAR(100)                NOT NULL,
    name_key      VARCHAR(100)                NOT NULL CONSTRAINT evidence_template_name_taken UNIQUE,
    period        VARCHAR(20)                 NOT NULL,
    choices       VARCHAR(1000000)            NOT NULL,
    saved_by      VARCHAR(200)                NOT NULL,
    saved_by_id   UUID,
    saved_at      TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    version       INTEGER                     NOT NULL,
    month_day     INTEGER,
    day_hour      INTEGER,
    owner         VARCHAR(320)                NOT NULL,
    set_up_by     VARCHAR(200)                NOT NULL,
    set_up_by_id  UUID,
    set_up_at     TIMESTAMP(6) WITH TIME ZONE,
    due_at        TIMESTAMP(6) WITH TIME ZONE,
    -- What became of the last run; last_number is 0 when none was begun.
    last_at       TIMESTAMP(6) WITH TIME ZONE,
    last_number   BIGINT                      NOT NULL,
    last_words    VARCHAR(2000)               NOT NULL,
    last_failed   BOOLEAN                     NOT NULL,
    CHECK (period IN ('LAST_MONTH', 'LAST_QUARTER', 'FIXED')),
    CHECK (month_day BETWEEN 1 AND 31),
    CHECK (day_hour BETWEEN 0 AND 23),
    CHECK ((month_day IS NULL) = (due_at IS NULL) AND (month_day IS NULL) = (day_hour IS NULL))
);

-- Who made a package may be Outflow by a template of somebody: longer than a name.
ALTER TABLE evidence_package ALTER COLUMN made_by SET DATA TYPE VARCHAR(400);
-- The template and the due time that a package was made for, so that none is made twice for one.
ALTER TABLE evidence_package ADD COLUMN template_id UUID;
ALTER TABLE evidence_package ADD COLUMN template_due TIMESTAMP(6) WITH TIME ZONE;
