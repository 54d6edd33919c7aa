#!/bin/sh
# Measures batch and import with the packaged orgctl, and prints a table.
#
#   mvn -q package && src/bench/bulk.sh
#
# Needs python3 and sqlite3. The settings are LINES, how many projects the batches create, PROCESSES, how many are created
# by a process each, and ROWS, how many projects are imported. BENCH_TMP is where the stores lie: the disk decides what a
# change costs.
set -u

lines=${LINES:-10000}
processes=${PROCESSES:-200}
rows=${ROWS:-100000}
here=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d -p "${BENCH_TMP:-${TMPDIR:-/tmp}}")
trap 'rm -rf "$work"' EXIT

for program in python3 sqlite3; do
    command -v $program >/dev/null || { echo "skipped: $program is not installed"; exit 0; }
done
[ -x "$here/target/orgctl/bin/orgctl" ] || { echo "skipped: run 'mvn package' first"; exit 0; }

PATH=$here/target/orgctl/bin:$PATH
export PATH
export HOME="$work/home" XDG_CACHE_HOME="$work/cache" XDG_CONFIG_HOME="$work/config"
mkdir -p "$HOME"
export ORGCTL_ORG=acme
orgctl __archive

# timed WHAT COUNT SCRIPT runs a script with a store of its own that has one organization, and prints a row.
timed() {
    export ORGCTL_STORE="$work/$1.db"
    [ -e "$ORGCTL_STORE" ] || orgctl org create Acme -o ids >/dev/null
    python3 -c '
import resource, subprocess, sys, time
what, count, script = sys.argv[1], int(sys.argv[2]), sys.argv[3]
start = time.monotonic()
subprocess.run(["sh", "-c", script], stdout=subprocess.DEVNULL, check=True)
took = time.monotonic() - start
memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
print(f"| {what} | {count:,} | {took:.2f} s | {count / took:,.0f} | {memory} MB |")' "$2" "$3" "$4"
}

seq "$lines" | sed 's/.*/project create "Project &"/' >"$work/commands.txt"
{ echo name; seq "$rows" | sed 's/^/Project /'; } >"$work/projects.csv"
export work

echo "| | projects | time | a second | peak memory |"
echo "|---|---|---|---|---|"
timed processes "a process for each project" "$processes" "
    for i in \$(seq $processes); do orgctl project create \"Project \$i\"; done"
timed batch "batch" "$lines" "orgctl batch -f \$work/commands.txt"
timed atomic "batch --atomic" "$lines" "orgctl batch -f \$work/commands.txt --atomic"
ORGCTL_STORE="$work/sqlite3.db" orgctl org create Acme -o ids >/dev/null
cp "$work/sqlite3.db" "$work/import.db"
timed import "import projects" "$rows" "orgctl import projects -f \$work/projects.csv"
{
    echo 'PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; BEGIN IMMEDIATE;'
    sqlite3 "$work/import.db" .dump | sed -n 's/^INSERT INTO/INSERT OR IGNORE INTO/p'
    echo 'COMMIT;'
} >"$work/rows.sql"
timed sqlite3 "sqlite3 with the same rows" "$rows" "sqlite3 \$work/sqlite3.db <\$work/rows.sql"
[ "$(sqlite3 "$work/sqlite3.db" 'SELECT count(*) FROM project')" = "$rows" ] || echo "sqlite3 has inserted other rows"
