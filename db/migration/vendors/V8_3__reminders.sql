-- One row for each reminder of a day that somebody was or is being told of, so that nobody is told twice.
CREATE TABLE reminder (
    -- The entry of the register and the kind of its day.
    entry      UUID                        NOT NULL REFERENCES register_entry (id),
    kind       VARCHAR(40)                 NOT NULL,
    -- The day itself: a day that moves is told again.
    due_on     DATE                        NOT NULL,
    -- How many days ahead: 30, 7 or 0.
    step       INTEGER                     NOT NULL,
    -- SENDING from before the mail goes out, SENT after, FAILED when it surely did not go out and is tried again.
    state      VARCHAR(20)                 NOT NULL,
    recipient  VARCHAR(320)                NOT NULL,
    problem    VARCHAR(1000)               NOT NULL,
    changed_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (entry, kind, due_on, step)
);
