-- One row: who issues the store's statements. Empty where nobody has said so.
CREATE TABLE issuer (
    number BIGINT NOT NULL PRIMARY KEY CHECK (number = 1),
    name TEXT COLLATE "C" NOT NULL,
    address TEXT COLLATE "C" NOT NULL,
    tax_id TEXT COLLATE "C" NOT NULL,
    email TEXT COLLATE "C" NOT NULL
);

INSERT INTO issuer (number, name, address, tax_id, email) VALUES (1, '', '', '', '');

-- A closed statement keeps the issuer of its time.
ALTER TABLE statement ADD COLUMN issuer_name TEXT COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE statement ADD COLUMN issuer_address TEXT COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE statement ADD COLUMN issuer_tax_id TEXT COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE statement ADD COLUMN issuer_email TEXT COLLATE "C" NOT NULL DEFAULT '';
