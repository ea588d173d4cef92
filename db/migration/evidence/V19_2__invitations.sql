-- Auditors from outside: who they are to us, and what they may see beside until when.
CREATE TABLE evidence_invitation (
    person_id     UUID                        PRIMARY KEY REFERENCES person (id),
    email         VARCHAR(320)                NOT NULL,
    organisation  VARCHAR(200)                NOT NULL,
    scope         VARCHAR(1000000)            NOT NULL,
    invited_by    VARCHAR(200)                NOT NULL,
    invited_at    TIMESTAMP(6) WITH TIME ZONE NOT NULL
);

-- The invited person that a package is made for; a name alone may be somebody else's one day.
ALTER TABLE evidence_package ADD COLUMN recipient_id UUID;
