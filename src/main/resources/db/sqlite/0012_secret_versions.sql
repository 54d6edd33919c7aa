-- Each secret has versions, counted from 1. The present one stands with the other values, earlier ones and those of
-- secrets that were removed here, encrypted like it. The number is that of the revision that made the version.
ALTER TABLE environment_value ADD COLUMN version INTEGER CHECK (version >= 1);
ALTER TABLE environment_value ADD COLUMN number INTEGER;
-- When the value was new: a rollback brings it back with its value.
ALTER TABLE environment_value ADD COLUMN valued_at INTEGER;
UPDATE environment_value SET version = 1, valued_at = updated_at, number = COALESCE((SELECT MAX(c.number)
    FROM environment_change c WHERE c.environment_id = environment_value.environment_id
    AND c.key = environment_value.key AND c.secret = 1), 1) WHERE kind <> 'value';

CREATE TABLE secret_version (
    environment_id TEXT NOT NULL REFERENCES environment (id) ON DELETE CASCADE,
    key TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    kind TEXT NOT NULL CHECK (kind IN ('secret', 'env', 'file', 'cmd')),
    value TEXT NOT NULL,
    digest TEXT,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    valued_at INTEGER NOT NULL,
    number INTEGER NOT NULL,
    PRIMARY KEY (environment_id, key, version)
) STRICT, WITHOUT ROWID;

-- What is asked of a secret, whatever its value. Kept until the secret is purged.
CREATE TABLE secret_policy (
    environment_id TEXT NOT NULL REFERENCES environment (id) ON DELETE CASCADE,
    key TEXT NOT NULL,
    keep_versions INTEGER CHECK (keep_versions >= 1),
    expires_at INTEGER,
    rotate_every TEXT,
    note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 1000),
    PRIMARY KEY (environment_id, key)
) STRICT, WITHOUT ROWID;

-- Whether what was deleted has been overwritten since. Stores from before may hold it in unused pages.
ALTER TABLE store ADD COLUMN scrubbed INTEGER NOT NULL DEFAULT 0 CHECK (scrubbed IN (0, 1));
UPDATE store SET scrubbed = 1 WHERE NOT EXISTS (SELECT 1 FROM audit_event);
