#!/bin/sh
# Measures how fast the packaged orgctl takes in a million records of usage, beside sqlite3 with the same file, and how
# long it takes to state and close a month of a thousand organizations. Prints a table.
#
#   mvn -q package -DskipTests && src/bench/billing.sh
#
# Needs sqlite3, bc and GNU time. On a busy machine trust the CPU seconds. RECORDS and ORGS set other numbers.
set -eu

records=${RECORDS:-1000000}
orgs=${ORGS:-1000}
here=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for tool in sqlite3 bc /usr/bin/time; do
    command -v "$tool" >/dev/null || { echo "skipped: $tool is not installed"; exit 0; }
done
[ -x "$here/target/orgctl/bin/orgctl" ] || { echo "skipped: run 'mvn package' first"; exit 0; }

PATH=$here/target/orgctl/bin:$PATH
export PATH
export HOME="$work/home" XDG_CACHE_HOME="$work/cache" XDG_CONFIG_HOME="$work/config" ORGCTL_STORE="$work/store.db"
mkdir -p "$HOME"
cd "$work"

# A store of this program's own making, to which SQL adds organizations that were there before the month.
orgctl org create Seed -o ids >/dev/null
orgctl billing plan create team --currency EUR --base 49 --seat 9.50 --seats-included 3 --from 2026-01-01 \
    --meter active-users=1000:free,100000:0.05,0.02 --meter api-calls=0.0001 -o ids >/dev/null
month=$(date -u -d "$(date -u +%Y-%m-15) -1 month" +%Y-%m)
since=$(($(date -u -d "$month-01" +%s) - 86400 * 40))
sqlite3 "$ORGCTL_STORE" >/dev/null <<SQL
.bail on
BEGIN;
CREATE TEMP TABLE n AS WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < $orgs) SELECT i FROM c;
INSERT INTO organization
    (id, slug, name, website_url, description, live_writes, projects, revision, created_at, updated_at)
  SELECT printf('00000000-0000-4000-8000-%012x', i), 'org-' || i, 'Organization ' || i, '', '', 'developer', 1, 1,
         ${since}000, ${since}000 FROM n;
INSERT INTO billing_account (organization_id, email, legal_name, address, tax_id, payment_days, discount, revision,
    updated_at) SELECT id, '', '', '', '', 30, '10', 1, created_at FROM organization WHERE slug LIKE 'org-%';
INSERT INTO plan_assignment (organization_id, from_day, plan, currency)
  SELECT id, created_at / 86400000, 'team', 'EUR' FROM organization WHERE slug LIKE 'org-%';
INSERT INTO member (id, organization_id, email, mailbox, role, status, created_at, updated_at)
  SELECT printf('00000000-0000-4000-%04x-', m.i) || substr(o.id, 25), o.id, 'member' || m.i || '@example.com',
         'member' || m.i || '@example.com', 'developer', 'active', o.created_at, o.created_at
  FROM organization o, (SELECT i FROM n WHERE i <= 5) m WHERE o.slug LIKE 'org-%';
INSERT INTO member_period (organization_id, mailbox, began_at)
  SELECT organization_id, mailbox, created_at FROM member;
INSERT INTO project (id, organization_id, slug, name, description, revision, created_at, updated_at)
  SELECT printf('00000000-0000-4000-9000-%012x', i), printf('00000000-0000-4000-8000-%012x', i), 'web', 'Web', '', 1,
         ${since}000, ${since}000 FROM n;
INSERT INTO project_owner (project_id, from_time, organization_id) SELECT id, created_at, organization_id FROM project;
INSERT INTO environment (id, project_id, mode, revision, created_at, updated_at)
  SELECT printf('00000000-0000-4000-%s-%012x', iif(m.mode = 'live', 'b000', 'a000'), i),
         printf('00000000-0000-4000-9000-%012x', i), m.mode, 1, ${since}000, ${since}000
  FROM n, (SELECT 'sandbox' AS mode UNION ALL SELECT 'live') m;
COMMIT;
SQL

# Records of all environments in the order of time, with random keys.
sqlite3 -csv -header ":memory:" > usage.csv <<SQL
WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < $records)
SELECT printf('00000000-0000-4000-%s-%012x', iif(random() % 5 = 0, 'a000', 'b000'), 1 + abs(random()) % $orgs)
         AS environment,
       iif(i % 3 = 0, 'active-users', 'api-calls') AS metric, abs(random()) % 1000 AS quantity,
       strftime('%Y-%m-%dT%H:%M:%SZ', '$month-01', '+' || (i * 2400000 / $records) || ' seconds') AS at,
       lower(hex(randomblob(8))) AS key
FROM c;
SQL

seconds() {
    /usr/bin/time -f "%e %M %U %S" -o time.txt "$@" >/dev/null 2>error.txt || { cat error.txt; exit 1; }
    cat time.txt
}

peer() {
    rm -f peer.db
    sqlite3 peer.db "PRAGMA journal_mode = wal; CREATE TABLE usage
        (environment TEXT, metric TEXT, quantity INTEGER, at TEXT, key TEXT$1);" >/dev/null
    seconds sqlite3 peer.db ".import --csv --skip 1 usage.csv usage"
}

orgctl billing usage import -f usage.csv --dry-run >/dev/null 2>&1 || true
sync
echo "$records records, $orgs organizations, $(($(wc -c < usage.csv) / 1048576)) MiB of CSV"
echo "| what | seconds | of them CPU | MiB |"
echo "|---|---|---|---|"
row() {
    name=$1
    # shellcheck disable=SC2086
    set -- $2
    echo "| $name | $1 | $(echo "$3 + $4" | bc) | $(($2 / 1024)) |"
}
row "sqlite3 .import, the same columns" "$(peer '')"
row "sqlite3 .import, the same columns and keys" "$(peer ', UNIQUE (environment, key)')"
row "billing usage import" "$(seconds orgctl billing usage import -f usage.csv)"
row "billing usage import, the same again" "$(seconds orgctl billing usage import -f usage.csv)"
row "billing statement of one" "$(seconds orgctl billing statement --org org-7 --period "$month")"
row "billing statement --all-orgs" "$(seconds orgctl billing statement --all-orgs --period "$month")"
row "billing statement --all-orgs --format html" \
    "$(seconds orgctl billing statement --all-orgs --period "$month" --format html)"
row "billing statement --all-orgs --close" "$(seconds orgctl billing statement --all-orgs --period "$month" --close)"
row "store check" "$(seconds orgctl store check)"
