CREATE TABLE for_tests (x BIGINT); -- a comment
