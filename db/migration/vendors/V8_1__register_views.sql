-- A view of the register table that a person keeps: a name for the query of an address.
CREATE TABLE register_view (
    person UUID          NOT NULL,
    name   VARCHAR(60)   NOT NULL,
    query  VARCHAR(4000) NOT NULL,
    PRIMARY KEY (person, name)
);
