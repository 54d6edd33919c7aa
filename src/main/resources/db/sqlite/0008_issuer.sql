-- One row: who issues the store's statements. Empty where nobody has said so.
CREATE TABLE issuer (
    number INTEGER NOT NULL PRIMARY KEY CHECK (number = 1),
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    tax_id TEXT NOT NULL,
    email TEXT NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO issuer (number, name, address, tax_id, email) VALUES (1, '', '', '', '');

-- A closed statement keeps the issuer of its time.
ALTER TABLE statement ADD COLUMN issuer_name TEXT NOT NULL DEFAULT '';
ALTER TABLE statement ADD COLUMN issuer_address TEXT NOT NULL DEFAULT '';
ALTER TABLE statement ADD COLUMN issuer_tax_id TEXT NOT NULL DEFAULT '';
ALTER TABLE statement ADD COLUMN issuer_email TEXT NOT NULL DEFAULT '';
