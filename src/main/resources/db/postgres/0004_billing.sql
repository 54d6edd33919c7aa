-- What organizations are billed by. Days are counted from 1970-01-01 in UTC and months from January of the year 0;
-- prices, percentages and amounts of money are decimal numbers as text, for no other type keeps them as they are.
-- Texts compare by their bytes, as they do in SQLite.

CREATE TABLE plan (
    name TEXT COLLATE "C" NOT NULL PRIMARY KEY CHECK (length(name) BETWEEN 1 AND 63),
    retired_at BIGINT
);

-- A version is never changed: what it says holds from its day until that of the next. It can be withdrawn before that.
CREATE TABLE plan_version (
    plan TEXT COLLATE "C" NOT NULL REFERENCES plan (name),
    version BIGINT NOT NULL CHECK (version >= 1),
    from_day BIGINT NOT NULL,
    -- Null where nothing costs anything.
    currency TEXT COLLATE "C" CHECK (length(currency) = 3),
    base TEXT COLLATE "C" NOT NULL,
    seat TEXT COLLATE "C" NOT NULL,
    seats_included BIGINT NOT NULL CHECK (seats_included >= 0),
    created_at BIGINT NOT NULL,
    created_by TEXT COLLATE "C" NOT NULL,
    withdrawn_at BIGINT,
    CHECK (currency IS NOT NULL OR base = '0' AND seat = '0'),
    PRIMARY KEY (plan, version)
);

CREATE TABLE plan_meter (
    plan TEXT COLLATE "C" NOT NULL,
    version BIGINT NOT NULL,
    metric TEXT COLLATE "C" NOT NULL CHECK (length(metric) BETWEEN 1 AND 63),
    tiers TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (plan, version, metric),
    FOREIGN KEY (plan, version) REFERENCES plan_version (plan, version)
);

INSERT INTO plan (name) VALUES ('free'), ('standard'), ('advanced'), ('enterprise');
INSERT INTO plan_version (plan, version, from_day, base, seat, seats_included, created_at, created_by)
    SELECT name, 1, 0, '0', '0', 0, 0, 'orgctl' FROM plan;

CREATE TABLE billing_account (
    organization_id TEXT COLLATE "C" NOT NULL PRIMARY KEY REFERENCES organization (id) ON DELETE CASCADE,
    email TEXT COLLATE "C" NOT NULL,
    legal_name TEXT COLLATE "C" NOT NULL CHECK (length(legal_name) <= 200),
    address TEXT COLLATE "C" NOT NULL CHECK (length(address) <= 1000),
    tax_id TEXT COLLATE "C" NOT NULL CHECK (length(tax_id) <= 200),
    -- The first day that is charged.
    trial_end BIGINT,
    payment_days BIGINT NOT NULL CHECK (payment_days BETWEEN 0 AND 365),
    discount TEXT COLLATE "C" NOT NULL,
    revision BIGINT NOT NULL CHECK (revision >= 1),
    updated_at BIGINT NOT NULL
);

-- Which plan an organization is on from a day until the next one's.
CREATE TABLE plan_assignment (
    organization_id TEXT COLLATE "C" NOT NULL REFERENCES organization (id) ON DELETE CASCADE,
    from_day BIGINT NOT NULL,
    plan TEXT COLLATE "C" NOT NULL REFERENCES plan (name),
    currency TEXT COLLATE "C" NOT NULL CHECK (length(currency) = 3),
    PRIMARY KEY (organization_id, from_day)
);

CREATE INDEX plan_assignment_plan ON plan_assignment (plan);

-- Days on which an organization is in the trash and costs nothing, until before another; null while that lasts.
CREATE TABLE billing_pause (
    organization_id TEXT COLLATE "C" NOT NULL REFERENCES organization (id) ON DELETE CASCADE,
    from_day BIGINT NOT NULL,
    to_day BIGINT CHECK (to_day > from_day),
    PRIMARY KEY (organization_id, from_day)
);

INSERT INTO billing_account (organization_id, email, legal_name, address, tax_id, payment_days, discount, revision,
    updated_at) SELECT id, '', '', '', '', 30, '0', 1, created_at FROM organization;
INSERT INTO plan_assignment (organization_id, from_day, plan, currency)
    SELECT id, created_at / 86400000, 'free', 'USD' FROM organization;
INSERT INTO billing_pause (organization_id, from_day)
    SELECT id, deleted_at / 86400000 + 1 FROM organization WHERE deleted_at IS NOT NULL;

-- Whose a project was from a time until the next one's.
CREATE TABLE project_owner (
    project_id TEXT COLLATE "C" NOT NULL REFERENCES project (id) ON DELETE CASCADE,
    from_time BIGINT NOT NULL,
    organization_id TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (project_id, from_time)
);

INSERT INTO project_owner (project_id, from_time, organization_id)
    SELECT id, created_at, organization_id FROM project;

-- When somebody was an active member.
CREATE TABLE member_period (
    organization_id TEXT COLLATE "C" NOT NULL REFERENCES organization (id) ON DELETE CASCADE,
    mailbox TEXT COLLATE "C" NOT NULL,
    began_at BIGINT NOT NULL,
    ended_at BIGINT CHECK (ended_at >= began_at),
    PRIMARY KEY (organization_id, mailbox, began_at)
);

CREATE UNIQUE INDEX member_period_open ON member_period (organization_id, mailbox) WHERE ended_at IS NULL;

INSERT INTO member_period (organization_id, mailbox, began_at)
    SELECT organization_id, mailbox, created_at FROM member WHERE status = 'active';

-- Usage outlives the project it was of, so nothing of it refers to what can be purged.
CREATE TABLE usage_environment (
    number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id TEXT COLLATE "C" NOT NULL UNIQUE CHECK (length(id) = 36),
    project_id TEXT COLLATE "C" NOT NULL CHECK (length(project_id) = 36),
    mode TEXT COLLATE "C" NOT NULL CHECK (mode IN ('sandbox', 'live'))
);

-- What an organization calls a project that it has usage of, or called it last, before the project left or was purged.
CREATE TABLE usage_project (
    project_id TEXT COLLATE "C" NOT NULL CHECK (length(project_id) = 36),
    organization_id TEXT COLLATE "C" NOT NULL CHECK (length(organization_id) = 36),
    slug TEXT COLLATE "C" NOT NULL CHECK (length(slug) BETWEEN 1 AND 63),
    PRIMARY KEY (project_id, organization_id)
);

-- What is counted together: one metric of one environment, for the organization that owned it then. What was recorded
-- when its month was closed is counted apart, by the month that it is billed in; else that is 0.
CREATE TABLE usage_series (
    number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    organization_id TEXT COLLATE "C" NOT NULL CHECK (length(organization_id) = 36),
    environment BIGINT NOT NULL REFERENCES usage_environment (number),
    metric TEXT COLLATE "C" NOT NULL CHECK (length(metric) BETWEEN 1 AND 63),
    billed BIGINT NOT NULL CHECK (billed >= 0),
    UNIQUE (organization_id, environment, metric, billed),
    UNIQUE (number, environment)
);

-- Quantities are whole millionths. The environment is that of the series, and stands here for the index of keys.
CREATE TABLE usage_record (
    number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    series BIGINT NOT NULL,
    environment BIGINT NOT NULL,
    at BIGINT NOT NULL,
    quantity BIGINT NOT NULL CHECK (quantity BETWEEN -1000000000000000000 AND 1000000000000000000),
    key TEXT COLLATE "C" CHECK (length(key) BETWEEN 1 AND 200),
    FOREIGN KEY (series, environment) REFERENCES usage_series (number, environment)
);

CREATE UNIQUE INDEX usage_record_key ON usage_record (environment, key) WHERE key IS NOT NULL;

-- The sums of the records by day, kept with them, so that a statement need not read a month of records. Whole units
-- stand apart from the rest, so that no sum is too long for its column.
CREATE TABLE usage_day (
    series BIGINT NOT NULL REFERENCES usage_series (number),
    day BIGINT NOT NULL,
    units BIGINT NOT NULL,
    millionths BIGINT NOT NULL,
    records BIGINT NOT NULL CHECK (records >= 1),
    PRIMARY KEY (series, day)
);

-- Closed statements, which outlive their organization.
CREATE TABLE statement (
    organization_id TEXT COLLATE "C" NOT NULL CHECK (length(organization_id) = 36),
    month BIGINT NOT NULL,
    organization TEXT COLLATE "C" NOT NULL,
    legal_name TEXT COLLATE "C" NOT NULL,
    address TEXT COLLATE "C" NOT NULL,
    tax_id TEXT COLLATE "C" NOT NULL,
    email TEXT COLLATE "C" NOT NULL,
    payment_days BIGINT NOT NULL,
    currency TEXT COLLATE "C" NOT NULL CHECK (length(currency) = 3),
    discount TEXT COLLATE "C" NOT NULL,
    trial_end BIGINT,
    closed_at BIGINT NOT NULL,
    PRIMARY KEY (organization_id, month)
);

CREATE INDEX statement_month ON statement (month);

CREATE TABLE statement_line (
    organization_id TEXT COLLATE "C" NOT NULL,
    month BIGINT NOT NULL,
    number BIGINT NOT NULL CHECK (number >= 1),
    kind TEXT COLLATE "C" NOT NULL CHECK (kind IN ('base', 'seats', 'usage', 'sandbox', 'trial', 'discount', 'correction')),
    plan TEXT COLLATE "C" NOT NULL,
    metric TEXT COLLATE "C" NOT NULL,
    description TEXT COLLATE "C" NOT NULL,
    quantity TEXT COLLATE "C" NOT NULL,
    unit TEXT COLLATE "C" NOT NULL,
    unit_price TEXT COLLATE "C" NOT NULL,
    -- How many of the unit the price is for.
    per BIGINT NOT NULL CHECK (per >= 1),
    amount TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (organization_id, month, number),
    FOREIGN KEY (organization_id, month) REFERENCES statement (organization_id, month)
);
