-- Configuration and secrets of an environment share one namespace, hence one table. A secret's value is its ciphertext,
-- that of a reference (env, file, cmd) what it points to; the digest tells two values apart without showing either.

ALTER TABLE environment_value ADD COLUMN kind TEXT NOT NULL DEFAULT 'value'
    CHECK (kind IN ('value', 'secret', 'env', 'file', 'cmd'));
ALTER TABLE environment_value ADD COLUMN digest TEXT CHECK (digest IS NULL OR kind <> 'value');
ALTER TABLE environment_value ADD COLUMN created_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE environment_value ADD COLUMN updated_at INTEGER NOT NULL DEFAULT 0;

-- Secrets are few among values, and looked for in the whole store before a keyset is made or its key replaced.
CREATE INDEX environment_secret ON environment_value (environment_id, key) WHERE kind <> 'value';

-- The history. Revision 1 is the empty environment and stands nowhere.
CREATE TABLE environment_revision (
    environment_id TEXT NOT NULL REFERENCES environment (id) ON DELETE CASCADE,
    number INTEGER NOT NULL CHECK (number >= 2),
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    message TEXT NOT NULL CHECK (length(message) <= 1000),
    PRIMARY KEY (environment_id, number)
) STRICT, WITHOUT ROWID;

-- What a revision changed. For a secret, before and after are digests or what a reference points to.
CREATE TABLE environment_change (
    environment_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    key TEXT NOT NULL,
    secret INTEGER NOT NULL CHECK (secret IN (0, 1)),
    value_before TEXT,
    value_after TEXT,
    PRIMARY KEY (environment_id, number, key),
    FOREIGN KEY (environment_id, number) REFERENCES environment_revision (environment_id, number) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- What each key of a live environment was in its sandbox when it was last promoted: the base of the next promotion.
CREATE TABLE environment_promoted (
    environment_id TEXT NOT NULL REFERENCES environment (id) ON DELETE CASCADE,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (environment_id, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE project_schema (
    project_id TEXT NOT NULL PRIMARY KEY REFERENCES project (id) ON DELETE CASCADE,
    text TEXT NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;
