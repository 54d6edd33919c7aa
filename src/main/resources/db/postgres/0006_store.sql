-- One row: which store this is. Only in a file is it written anew by each change.
CREATE TABLE store (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    changes BIGINT NOT NULL CHECK (changes >= 0)
);

INSERT INTO store (id, changes) VALUES (CAST(gen_random_uuid() AS TEXT), 0);
