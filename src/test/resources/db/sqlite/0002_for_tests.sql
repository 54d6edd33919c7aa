CREATE TABLE for_tests (x INTEGER); -- a comment
