-- Detectors that somebody decided about; every other one is switched on and stands for the class that the program gives it.
-- Runs unchanged on H2 and PostgreSQL.
CREATE TABLE detector_setting (
    code       VARCHAR(40) NOT NULL PRIMARY KEY,
    enabled    BOOLEAN     NOT NULL,
    data_class VARCHAR(40) NOT NULL REFERENCES data_class (code)
);
