#!/bin/sh
# Measures how fast the packaged orgctl starts, beside other command-line programs, and prints a table.
#
#   mvn -q package -DskipTests && src/bench/startup.sh
#
# Needs hyperfine, jq, sqlite3 and python3, and gh to compare with. On a noisy machine trust the ratios, not the
# milliseconds. RUNS=60 takes more runs than 30. The other settings are JDK17 and JDK25, the two Java installations;
# one that is missing is left out.
set -u

runs=${RUNS:-30}
rounds=6
here=$(cd "$(dirname "$0")/../.." && pwd)
JDK17=${JDK17:-/usr/lib/jvm/java-17-openjdk-amd64}
JDK25=${JDK25:-/usr/lib/jvm/temurin-25-jdk-amd64}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for tool in hyperfine jq sqlite3 python3; do
    command -v "$tool" >/dev/null || { echo "skipped: $tool is not installed"; exit 0; }
done
[ -x "$here/target/orgctl/bin/orgctl" ] || { echo "skipped: run 'mvn package' first"; exit 0; }

PATH=$here/target/orgctl/bin:$PATH
export PATH
export HOME="$work/home" XDG_CACHE_HOME="$work/cache" XDG_CONFIG_HOME="$work/config" TERM=xterm-256color
mkdir -p "$HOME"

# The store's rows, made with SQL since a million commands would take a day. ORGS organizations get PROJECTS projects
# in all, each with its two environments.
fill() {
    sqlite3 "$1" >/dev/null <<SQL
.bail on
BEGIN;
CREATE TEMP TABLE n AS
  WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < max($2, $3)) SELECT i FROM c;
INSERT INTO organization
    (id, slug, name, website_url, description, live_writes, projects, revision, created_at, updated_at)
  SELECT printf('00000000-0000-4000-8000-%012x', i), 'org-' || i, 'Organization ' || i, '', '', 'developer',
         $3 / $2 + (i - 1 BETWEEN 1 AND $3 % $2), 1, 1700000000000, 1700000000000
  FROM n WHERE i <= $2;
INSERT INTO project (id, organization_id, slug, name, description, revision, created_at, updated_at)
  SELECT printf('00000000-0000-4000-9000-%012x', i), printf('00000000-0000-4000-8000-%012x', 1 + i % $2),
         'project-' || i, 'Project ' || i, '', 1, 1700000000000, 1700000000000
  FROM n WHERE i <= $3;
INSERT INTO environment (id, project_id, mode, revision, created_at, updated_at)
  SELECT printf('00000000-0000-4000-%s-%012x', iif(m.mode = 'live', 'b000', 'a000'), i),
         printf('00000000-0000-4000-9000-%012x', i), m.mode, 1, 1700000000000, 1700000000000
  FROM n, (SELECT 'sandbox' AS mode UNION ALL SELECT 'live') m WHERE i <= $3;
COMMIT;
SQL
}

# The query that "project list --all-orgs" makes.
listing="SELECT p.id, o.id AS organizationId, o.slug AS organization, p.slug, p.name, p.description, s.id AS sandboxId,
    l.id AS liveId, p.revision, p.created_at AS createdAt, p.updated_at AS updatedAt, p.deleted_at AS deletedAt
    FROM organization o CROSS JOIN project p CROSS JOIN environment s CROSS JOIN environment l
    WHERE p.organization_id = o.id AND s.project_id = p.id AND s.mode = 'sandbox' AND l.project_id = p.id
    AND l.mode = 'live' AND o.deleted_at IS NULL AND p.deleted_at IS NULL ORDER BY o.slug, p.slug"

# A store with our schema, made by a first change that then goes.
store() {
    ORGCTL_STORE="$work/$1.db" orgctl org create "Seed" >/dev/null &&
        sqlite3 "$work/$1.db" 'DELETE FROM environment; DELETE FROM project; DELETE FROM organization' &&
        fill "$work/$1.db" "$2" "$3"
}

# Peak resident memory of a command, in MB.
memory() {
    python3 -c '
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True)
print(round(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024))' "$@"
}

# in_terminal COMMAND prints the command that runs it in a pseudo-terminal of 120 columns.
cat >"$work/terminal.py" <<'PY'
import fcntl, os, pty, struct, sys, termios
child, terminal = pty.fork()
if child == 0:
    fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    os.execvp(sys.argv[1], sys.argv[1:])
try:
    while os.read(terminal, 65536):
        pass
except OSError:
    pass
sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
PY
in_terminal() {
    echo "python3 $work/terminal.py $1"
}

# measure NAME COMMAND [NAME COMMAND]... times the commands and leaves each one's median in $work/NAME. They take turns,
# in rounds of a few runs each, so that a busy spell of the machine strikes all of them.
measure() {
    set -- "$@" --
    while [ "$1" != -- ]; do
        name=$1 command=$2
        shift 2
        set -- "$@" --command-name "$name" "$command"
    done
    shift
    rm -f "$work"/times.*.json
    round=0
    while [ "$round" -lt "$rounds" ]; do
        round=$((round + 1))
        hyperfine --shell=none --warmup 1 --runs $(((runs + rounds - 1) / rounds)) --export-json "$work/times.$round.json" "$@" \
            >"$work/log" 2>&1 || {
            echo "hyperfine: $(cat "$work/log")" >&2
            return
        }
    done
    jq -r -s 'def median: sort | .[length / 2 | floor];
        [.[].results[]] | group_by(.command)[] | "\(.[0].command) \([.[].times[]] | median * 1000)"' \
        "$work"/times.*.json | while read -r name median; do
        echo "$median" >"$work/$name"
    done
}

# row WHAT NAME PEER LIMIT prints a line of the table: NAME's median, and how it stands to PEER's. LIMIT may be empty.
row() {
    [ -f "$work/$2" ] && [ -f "$work/$3" ] || return 0
    printf '%s %s\n' "$(cat "$work/$2")" "$(cat "$work/$3")" | awk -v what="$1" -v peer="$3" -v limit="$4" '{
        verdict = limit != "" && $1 / $2 > limit + 0 ? "missed" : ""
        printf "| %s | %.1f ms | %s %.1f ms | %.2f | %s | %s |\n", what, $1, peer, $2, $1 / $2, limit, verdict
    }'
}

# mb WHAT LIMIT COMMAND... prints a line for the peak memory of a command.
mb() {
    what=$1 limit=$2
    shift 2
    used=$(memory "$@") || return 0
    verdict=
    [ "$used" -le "$limit" ] || verdict=missed
    echo "| $what | $used MB | | | $limit MB | $verdict |"
}

echo "| what | median | beside | ratio | at most | |"
echo "|---|---|---|---|---|---|"

# As people work: in a terminal, with settings made by the README's first commands, beside gh in the same terminal. The
# terminal itself takes its time, which is the same for both: it is measured with a command that does nothing, and taken off.
store people 2 2 || { echo "skipped: cannot make a store"; exit 0; }
export ORGCTL_STORE="$work/people.db"
orgctl org create Acme --use >"$work/log" 2>&1 && orgctl project create Website --use >>"$work/log" 2>&1 &&
    token=$(orgctl token create --name CI --role admin -o csv --fields token --no-header) || cat "$work/log" >&2
for jdk in 25 17; do
    case $jdk in 17) JAVA_HOME=$JDK17 at_most=1.5 ;; *) JAVA_HOME=$JDK25 at_most=1.35 ;; esac
    [ -x "$JAVA_HOME/bin/java" ] || continue
    command -v gh >/dev/null || { echo "| JDK $jdk: in a terminal: gh is not installed | | | | | |"; continue; }
    export JAVA_HOME
    orgctl __archive || echo "| JDK $jdk: no archive | | | | | |"
    measure \
        nothing "$(in_terminal true)" \
        gh-in-terminal "$(in_terminal "gh repo list --help")" \
        list "$(in_terminal "orgctl org list")" \
        env-show "$(in_terminal "orgctl env show --mode sandbox")" \
        version "$(in_terminal "orgctl version")" \
        complete "$(in_terminal "orgctl __complete organization a")" \
        token "$(in_terminal "env ORGCTL_TOKEN=$token orgctl org list")"
    for name in gh-in-terminal list env-show version complete token; do
        [ -f "$work/$name" ] && [ -f "$work/nothing" ] || continue
        awk 'NR == 1 { terminal = $1 } NR == 2 { print $1 - terminal }' "$work/nothing" "$work/$name" >"$work/net" &&
            mv "$work/net" "$work/$name"
    done
    row "JDK $jdk: in a terminal: org list" list gh-in-terminal $at_most
    row "JDK $jdk: in a terminal: env show" env-show gh-in-terminal $at_most
    row "JDK $jdk: in a terminal: version" version gh-in-terminal 0.85
    row "JDK $jdk: in a terminal: __complete" complete gh-in-terminal 0.85
    row "JDK $jdk: in a terminal: org list with a token" token gh-in-terminal 1.6
    rm -f "$work/nothing" "$work/gh-in-terminal" "$work/list" "$work/env-show" "$work/version" "$work/complete" "$work/token"
done

store small 100 10 || { echo "skipped: cannot make a store"; exit 0; }
orgctl --store "$work/small.db" config set a.b=1 --env org-2/project-1:live >"$work/log" 2>&1 || cat "$work/log" >&2
for jdk in 17 25; do
    case $jdk in 17) JAVA_HOME=$JDK17 ;; *) JAVA_HOME=$JDK25 ;; esac
    [ -x "$JAVA_HOME/bin/java" ] || continue
    export JAVA_HOME ORGCTL_STORE="$work/small.db"
    orgctl __archive || echo "| JDK $jdk: no archive | | | | | |"
    rm -f "$XDG_CONFIG_HOME/orgctl/config.json"

    set --
    if command -v gh >/dev/null; then
        set -- gh-repo-list-help "gh repo list --help" gh-version "gh --version"
    fi
    if command -v kubectl >/dev/null; then
        set -- "$@" kubectl-version "kubectl version --client"
    fi
    measure "$@" \
        list "orgctl org list -o json" \
        config-get "orgctl config get a.b --env org-2/project-1:live" \
        env-show "orgctl env show org-2/project-1:live" \
        version "orgctl version" \
        complete "orgctl __complete organization org-1" \
        help "orgctl org create --help" \
        root-help "orgctl --help" \
        cold "env ORGCTL_ARCHIVE=off orgctl org list -o json"
    row "JDK $jdk: org list -o json, 100 rows" list gh-repo-list-help 1.3
    row "JDK $jdk: org list -o json, 100 rows" list kubectl-version ""
    row "JDK $jdk: config get" config-get list 1.15
    row "JDK $jdk: env show" env-show list 1.15
    row "JDK $jdk: version" version gh-version 0.8
    row "JDK $jdk: __complete" complete gh-version 0.8
    row "JDK $jdk: org create --help" help gh-repo-list-help 1.5
    row "JDK $jdk: --help" root-help gh-repo-list-help 1.5
    row "JDK $jdk: org list without an archive" cold list 2.5
    mb "JDK $jdk: org list -o json, memory" 64 orgctl org list -o json
    rm -f "$work/list" "$work/config-get" "$work/env-show" "$work/version" "$work/complete" "$work/help" "$work/root-help" "$work/cold"
done

store large 1000 1000000 || { echo "skipped: cannot make a store of 1,000,000 projects"; exit 0; }
for jdk in 17 25; do
    case $jdk in 17) JAVA_HOME=$JDK17 ;; *) JAVA_HOME=$JDK25 ;; esac
    [ -x "$JAVA_HOME/bin/java" ] || continue
    export JAVA_HOME
    measure \
        show-of-10 "orgctl --store $work/small.db env show org-2/project-1 --mode live" \
        show-of-1000000 "orgctl --store $work/large.db env show org-2/project-1 --mode live"
    row "JDK $jdk: env show, 1,000,000 projects" show-of-1000000 show-of-10 1.2

    export ORGCTL_STORE="$work/large.db"
    some=$runs runs=5 rounds=1
    measure \
        stream "orgctl project list --all-orgs -o ndjson" \
        sqlite3 "sqlite3 -json $work/large.db \"$listing\""
    runs=$some rounds=6
    row "JDK $jdk: project list --all-orgs -o ndjson" stream sqlite3 4
    mb "JDK $jdk: the same, memory" 128 orgctl project list --all-orgs -o ndjson
    rm -f "$work/stream" "$work/sqlite3" "$work/show-of-10" "$work/show-of-1000000"
done
