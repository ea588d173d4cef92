-- How mail is sent: one row, or none before somebody set it up. The password is never stored.
CREATE TABLE mail_settings (
    id            INTEGER      PRIMARY KEY CHECK (id = 1),
    host          VARCHAR(253) NOT NULL,
    port          INTEGER      NOT NULL,
    security      VARCHAR(20)  NOT NULL,
    user_name     VARCHAR(320) NOT NULL,
    sender        VARCHAR(320) NOT NULL,
    -- Who is told when the register names no address.
    fallback      VARCHAR(320) NOT NULL,
    -- The address of Outflow, for links in mails.
    address       VARCHAR(500) NOT NULL
);
