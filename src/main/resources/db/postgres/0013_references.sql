-- A configuration value that is a template is kept as a JSON string behind a dollar sign, wherever values are kept; a
-- secret that is one is encrypted like any other. Environments in them are kept by their ids.
ALTER TABLE environment_value ADD COLUMN template SMALLINT NOT NULL DEFAULT 0 CHECK (template IN (0, 1));
ALTER TABLE secret_version ADD COLUMN template SMALLINT NOT NULL DEFAULT 0 CHECK (template IN (0, 1));

-- What the present templates refer to. The target need not exist.
CREATE TABLE environment_reference (
    environment_id TEXT COLLATE "C" NOT NULL REFERENCES environment (id) ON DELETE CASCADE,
    key TEXT COLLATE "C" NOT NULL,
    target_id TEXT COLLATE "C" NOT NULL CHECK (length(target_id) = 36),
    target_key TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (environment_id, key, target_id, target_key)
);

CREATE INDEX environment_reference_target ON environment_reference (target_id, target_key);
