-- How often the store was restored from a backup. Revisions made since begin with this many thousand millions.
ALTER TABLE store ADD COLUMN epoch BIGINT NOT NULL DEFAULT 0 CHECK (epoch >= 0);
