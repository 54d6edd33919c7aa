-- Who has access to an organization, what programs act with, and the audit trail.

CREATE TABLE member (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    organization_id TEXT COLLATE "C" NOT NULL REFERENCES organization (id) ON DELETE CASCADE,
    email TEXT COLLATE "C" NOT NULL CHECK (length(email) BETWEEN 3 AND 254),
    -- What addresses are compared by.
    mailbox TEXT COLLATE "C" NOT NULL,
    role TEXT COLLATE "C" NOT NULL CHECK (role IN ('viewer', 'developer', 'admin', 'owner')),
    status TEXT COLLATE "C" NOT NULL CHECK (status IN ('invited', 'active', 'suspended')),
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL
);

CREATE UNIQUE INDEX member_mailbox ON member (organization_id, mailbox);
CREATE INDEX member_memberships ON member (mailbox);

-- A token is never kept, but what its text hashes to. The same is true of an API token.
CREATE TABLE invitation (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    organization_id TEXT COLLATE "C" NOT NULL REFERENCES organization (id) ON DELETE CASCADE,
    email TEXT COLLATE "C" NOT NULL CHECK (length(email) BETWEEN 3 AND 254),
    mailbox TEXT COLLATE "C" NOT NULL,
    role TEXT COLLATE "C" NOT NULL CHECK (role IN ('viewer', 'developer', 'admin', 'owner')),
    status TEXT COLLATE "C" NOT NULL CHECK (status IN ('pending', 'accepted', 'declined', 'revoked')),
    hash TEXT COLLATE "C" NOT NULL UNIQUE CHECK (length(hash) = 64),
    invited_by TEXT COLLATE "C" NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    ended_at BIGINT,
    CHECK ((status = 'pending') = (ended_at IS NULL))
);

CREATE UNIQUE INDEX invitation_pending ON invitation (organization_id, mailbox) WHERE status = 'pending';
CREATE INDEX invitation_organization ON invitation (organization_id);

CREATE TABLE api_token (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    organization_id TEXT COLLATE "C" NOT NULL REFERENCES organization (id) ON DELETE CASCADE,
    name TEXT COLLATE "C" NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    role TEXT COLLATE "C" NOT NULL CHECK (role IN ('viewer', 'developer', 'admin', 'owner')),
    -- A revoked token outlives its project, so there is no foreign key.
    project_id TEXT COLLATE "C",
    mode TEXT COLLATE "C" CHECK (mode IN ('sandbox', 'live')),
    -- Whoever made it bounds it; null for the local operator, and where it is revoked and its maker is gone.
    member_id TEXT COLLATE "C" REFERENCES member (id),
    created_by TEXT COLLATE "C" NOT NULL,
    hash TEXT COLLATE "C" NOT NULL UNIQUE CHECK (length(hash) = 64),
    ending TEXT COLLATE "C" NOT NULL CHECK (length(ending) = 6),
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL CHECK (expires_at > created_at),
    last_used_at BIGINT,
    revoked_at BIGINT
);

CREATE UNIQUE INDEX api_token_name ON api_token (organization_id, name) WHERE revoked_at IS NULL;
CREATE INDEX api_token_organization ON api_token (organization_id, name, id);
CREATE INDEX api_token_project ON api_token (project_id);
CREATE INDEX api_token_member ON api_token (member_id);

-- The audit trail: a chain of events for each organization, which outlives it, so there is no foreign key. The event's
-- text is what is hashed and the only place of what it says; the columns behind it are read out of it.
CREATE TABLE audit_event (
    organization_id TEXT COLLATE "C" NOT NULL CHECK (length(organization_id) = 36),
    sequence BIGINT NOT NULL CHECK (sequence >= 1),
    event TEXT COLLATE "C" NOT NULL,
    hash TEXT COLLATE "C" NOT NULL CHECK (length(hash) = 64),
    at TEXT COLLATE "C" GENERATED ALWAYS AS (CAST(event AS json) ->> 'at') STORED,
    actor TEXT COLLATE "C" GENERATED ALWAYS AS (CAST(event AS json) ->> 'actor') STORED,
    action TEXT COLLATE "C" GENERATED ALWAYS AS (CAST(event AS json) ->> 'action') STORED,
    project_id TEXT COLLATE "C" GENERATED ALWAYS AS (CAST(event AS json) ->> 'projectId') STORED,
    target TEXT COLLATE "C" GENERATED ALWAYS AS (CAST(event AS json) ->> 'target') STORED,
    PRIMARY KEY (organization_id, sequence)
);

CREATE INDEX audit_event_at ON audit_event (at, organization_id, sequence);
