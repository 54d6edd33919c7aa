-- Not a command; only to be skipped.
CREATE TABLE for_tests (x INTEGER);
