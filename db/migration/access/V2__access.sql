CREATE TABLE person (
    id            UUID                        PRIMARY KEY,
    name          VARCHAR(100)                NOT NULL,
    name_key      VARCHAR(100)                NOT NULL CONSTRAINT person_name_taken UNIQUE,
    password_hash VARCHAR(100)                NOT NULL,
    enabled       BOOLEAN                     NOT NULL,
    created_at    TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    stamp         BIGINT                      NOT NULL,
    version       INTEGER                     NOT NULL
);

CREATE TABLE role_grant (
    person_id UUID        NOT NULL REFERENCES person (id),
    role      VARCHAR(20) NOT NULL,
    PRIMARY KEY (person_id, role)
);

CREATE TABLE api_token (
    id         UUID                        PRIMARY KEY,
    person_id  UUID                        NOT NULL REFERENCES person (id),
    label      VARCHAR(100)                NOT NULL,
    token_hash VARCHAR(64)                  NOT NULL UNIQUE,
    created_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    expires_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    revoked_at TIMESTAMP(6) WITH TIME ZONE
);
CREATE INDEX api_token_person ON api_token (person_id);

-- Tries with a name that nobody has are rows without a person.
CREATE TABLE sign_in (
    id        UUID                        PRIMARY KEY,
    at        TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    person_id UUID                        REFERENCES person (id),
    address   VARCHAR(64)                 NOT NULL,
    succeeded BOOLEAN                     NOT NULL
);
CREATE INDEX sign_in_person ON sign_in (person_id, at);
