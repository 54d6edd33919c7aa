-- A row for each change of the last day. A change whose commit was never answered looks here for whether it was made; what
-- was not found is entered as not made, so that it can't be made any more.
CREATE TABLE command (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    made SMALLINT NOT NULL CHECK (made IN (0, 1)),
    at BIGINT NOT NULL
);
