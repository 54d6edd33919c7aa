-- One row: which store this is. Each change writes it anew, so that the log of changes tells whose it is.
CREATE TABLE store (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    changes INTEGER NOT NULL CHECK (changes >= 0)
) STRICT, WITHOUT ROWID;

INSERT INTO store (id, changes)
SELECT lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-a'
    || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))), 0;
