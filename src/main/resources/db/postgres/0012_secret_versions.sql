-- Each secret has versions, counted from 1. The present one stands with the other values, earlier ones and those of
-- secrets that were removed here, encrypted like it. The number is that of the revision that made the version.
ALTER TABLE environment_value ADD COLUMN version BIGINT CHECK (version >= 1);
ALTER TABLE environment_value ADD COLUMN number BIGINT;
-- When the value was new: a rollback brings it back with its value.
ALTER TABLE environment_value ADD COLUMN valued_at BIGINT;
UPDATE environment_value SET version = 1, valued_at = updated_at, number = COALESCE((SELECT MAX(c.number)
    FROM environment_change c WHERE c.environment_id = environment_value.environment_id
    AND c.key = environment_value.key AND c.secret = 1), 1) WHERE kind <> 'value';

CREATE TABLE secret_version (
    environment_id TEXT COLLATE "C" NOT NULL REFERENCES environment (id) ON DELETE CASCADE,
    key TEXT COLLATE "C" NOT NULL,
    version BIGINT NOT NULL CHECK (version >= 1),
    kind TEXT COLLATE "C" NOT NULL CHECK (kind IN ('secret', 'env', 'file', 'cmd')),
    value TEXT COLLATE "C" NOT NULL,
    digest TEXT COLLATE "C",
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    valued_at BIGINT NOT NULL,
    number BIGINT NOT NULL,
    PRIMARY KEY (environment_id, key, version)
);

-- What is asked of a secret, whatever its value. Kept until the secret is purged.
CREATE TABLE secret_policy (
    environment_id TEXT COLLATE "C" NOT NULL REFERENCES environment (id) ON DELETE CASCADE,
    key TEXT COLLATE "C" NOT NULL,
    keep_versions BIGINT CHECK (keep_versions >= 1),
    expires_at BIGINT,
    rotate_every TEXT COLLATE "C",
    note TEXT COLLATE "C" NOT NULL DEFAULT '' CHECK (length(note) <= 1000),
    PRIMARY KEY (environment_id, key)
);

-- Whether what was deleted has been overwritten since. Stores from before may hold it in unused pages.
ALTER TABLE store ADD COLUMN scrubbed BIGINT NOT NULL DEFAULT 0 CHECK (scrubbed IN (0, 1));
UPDATE store SET scrubbed = 1 WHERE NOT EXISTS (SELECT 1 FROM audit_event);
