-- Times are milliseconds since 1970 in UTC. What is in the trash has a deleted_at; slugs and names are unique outside it.
-- Texts compare by their bytes, as they do in SQLite.

CREATE TABLE organization (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    slug TEXT COLLATE "C" NOT NULL CHECK (length(slug) <= 63 AND slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    name TEXT COLLATE "C" NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    website_url TEXT COLLATE "C" NOT NULL CHECK (length(website_url) <= 2000),
    description TEXT COLLATE "C" NOT NULL CHECK (length(description) <= 1000),
    live_writes TEXT COLLATE "C" NOT NULL CHECK (live_writes IN ('developer', 'admin', 'owner')),
    -- How many of its projects are not in the trash: kept, because counting a million at each look-up would not do.
    projects BIGINT NOT NULL DEFAULT 0 CHECK (projects >= 0),
    revision BIGINT NOT NULL CHECK (revision >= 1),
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    deleted_at BIGINT
);

CREATE UNIQUE INDEX organization_slug ON organization (slug) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX organization_name ON organization (name) WHERE deleted_at IS NULL;
CREATE INDEX organization_trash ON organization (slug, id) WHERE deleted_at IS NOT NULL;

CREATE TABLE project (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    organization_id TEXT COLLATE "C" NOT NULL REFERENCES organization (id) ON DELETE CASCADE,
    slug TEXT COLLATE "C" NOT NULL CHECK (length(slug) <= 63 AND slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    name TEXT COLLATE "C" NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    description TEXT COLLATE "C" NOT NULL CHECK (length(description) <= 1000),
    revision BIGINT NOT NULL CHECK (revision >= 1),
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    deleted_at BIGINT,
    deleted_with_organization BIGINT NOT NULL DEFAULT 0 CHECK (deleted_with_organization IN (0, 1)),
    CHECK (deleted_with_organization = 0 OR deleted_at IS NOT NULL)
);

CREATE UNIQUE INDEX project_slug ON project (organization_id, slug) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX project_name ON project (organization_id, name) WHERE deleted_at IS NULL;
CREATE INDEX project_trash ON project (organization_id, slug, id) WHERE deleted_at IS NOT NULL;
-- The foreign key needs an index that is not partial.
CREATE INDEX project_organization ON project (organization_id);

CREATE TABLE environment (
    id TEXT COLLATE "C" NOT NULL UNIQUE CHECK (length(id) = 36),
    project_id TEXT COLLATE "C" NOT NULL REFERENCES project (id) ON DELETE CASCADE,
    mode TEXT COLLATE "C" NOT NULL CHECK (mode IN ('sandbox', 'live')),
    revision BIGINT NOT NULL CHECK (revision >= 1),
    lock_reason TEXT COLLATE "C",
    lock_until BIGINT,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    PRIMARY KEY (project_id, mode),
    CHECK (lock_until IS NULL OR lock_reason IS NOT NULL)
);

-- The configuration: each key with its value as JSON text.
CREATE TABLE environment_value (
    environment_id TEXT COLLATE "C" NOT NULL REFERENCES environment (id) ON DELETE CASCADE,
    key TEXT COLLATE "C" NOT NULL,
    value TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (environment_id, key)
);
