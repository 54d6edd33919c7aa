-- What somebody wrote about a key. No part of a revision; it stays when the key loses its value.

CREATE TABLE environment_note (
    environment_id TEXT COLLATE "C" NOT NULL REFERENCES environment (id) ON DELETE CASCADE,
    key TEXT COLLATE "C" NOT NULL,
    text TEXT COLLATE "C" NOT NULL CHECK (length(text) BETWEEN 1 AND 1000),
    PRIMARY KEY (environment_id, key)
);
