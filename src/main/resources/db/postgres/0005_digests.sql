-- What each revision left: the digest of all values and of what stands for the secrets, and the audit event that says so.
-- Revisions from before have none.
ALTER TABLE environment_revision ADD COLUMN digest TEXT COLLATE "C" CHECK (length(digest) = 64);
ALTER TABLE environment_revision ADD COLUMN event_organization_id TEXT COLLATE "C" CHECK (length(event_organization_id) = 36);
ALTER TABLE environment_revision ADD COLUMN event_sequence BIGINT CHECK (event_sequence >= 1);

-- A clock that was set back could put an owner before the one that the project had until then.
INSERT INTO project_owner (project_id, from_time, organization_id)
    SELECT p.id, w.from_time + 1, p.organization_id FROM project p JOIN project_owner w ON w.project_id = p.id
    WHERE w.from_time = (SELECT MAX(l.from_time) FROM project_owner l WHERE l.project_id = p.id)
    AND w.organization_id <> p.organization_id;
