-- Times are milliseconds since 1970 in UTC. What is in the trash has a deleted_at; slugs and names are unique outside it.

CREATE TABLE organization (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    slug TEXT NOT NULL CHECK (length(slug) BETWEEN 1 AND 63 AND slug NOT GLOB '*[^a-z0-9-]*'
        AND slug NOT GLOB '-*' AND slug NOT GLOB '*-' AND slug NOT GLOB '*--*'),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    website_url TEXT NOT NULL CHECK (length(website_url) <= 2000),
    description TEXT NOT NULL CHECK (length(description) <= 1000),
    live_writes TEXT NOT NULL CHECK (live_writes IN ('developer', 'admin', 'owner')),
    -- How many of its projects are not in the trash: kept, because counting a million at each look-up would not do.
    projects INTEGER NOT NULL DEFAULT 0 CHECK (projects >= 0),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    deleted_at INTEGER
) STRICT;

CREATE UNIQUE INDEX organization_slug ON organization (slug) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX organization_name ON organization (name) WHERE deleted_at IS NULL;
CREATE INDEX organization_trash ON organization (slug, id) WHERE deleted_at IS NOT NULL;

CREATE TABLE project (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    organization_id TEXT NOT NULL REFERENCES organization (id) ON DELETE CASCADE,
    slug TEXT NOT NULL CHECK (length(slug) BETWEEN 1 AND 63 AND slug NOT GLOB '*[^a-z0-9-]*'
        AND slug NOT GLOB '-*' AND slug NOT GLOB '*-' AND slug NOT GLOB '*--*'),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    description TEXT NOT NULL CHECK (length(description) <= 1000),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    deleted_at INTEGER,
    deleted_with_organization INTEGER NOT NULL DEFAULT 0 CHECK (deleted_with_organization IN (0, 1)),
    CHECK (deleted_with_organization = 0 OR deleted_at IS NOT NULL)
) STRICT;

CREATE UNIQUE INDEX project_slug ON project (organization_id, slug) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX project_name ON project (organization_id, name) WHERE deleted_at IS NULL;
CREATE INDEX project_trash ON project (organization_id, slug, id) WHERE deleted_at IS NOT NULL;
-- The foreign key needs an index that is not partial.
CREATE INDEX project_organization ON project (organization_id);

-- Kept in the order of the projects, so that both environments of one are found with one look.
CREATE TABLE environment (
    id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
    project_id TEXT NOT NULL REFERENCES project (id) ON DELETE CASCADE,
    mode TEXT NOT NULL CHECK (mode IN ('sandbox', 'live')),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    lock_reason TEXT,
    lock_until INTEGER,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (project_id, mode),
    CHECK (lock_until IS NULL OR lock_reason IS NOT NULL)
) STRICT, WITHOUT ROWID;

-- The configuration: each key with its value as JSON text.
CREATE TABLE environment_value (
    environment_id TEXT NOT NULL REFERENCES environment (id) ON DELETE CASCADE,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (environment_id, key)
) STRICT, WITHOUT ROWID;
