#!/bin/sh
# Measures backups, dumps, copies and restores of a large store with the packaged orgctl, and prints a table.
#
#   mvn -q package && src/bench/backup.sh
#
# Needs python3 and sqlite3. PROJECTS is how many projects the store has. With STORE_URL, the address of an empty PostgreSQL
# database, the store is copied there as well, and dumped beside pg_dump. BENCH_TMP is where the files lie: the disk decides
# what a copy costs.
set -u

projects=${PROJECTS:-1000000}
here=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d -p "${BENCH_TMP:-${TMPDIR:-/tmp}}")
trap 'rm -rf "$work"' EXIT

for program in python3 sqlite3; do
    command -v $program >/dev/null || { echo "skipped: $program is not installed"; exit 0; }
done
[ -x "$here/target/orgctl/bin/orgctl" ] || { echo "skipped: run 'mvn package' first"; exit 0; }

PATH=$here/target/orgctl/bin:$PATH
export PATH
export HOME="$work/home" XDG_CACHE_HOME="$work/cache" XDG_CONFIG_HOME="$work/config" TMPDIR="$work"
export ORGCTL_STORE="$work/store.db"
mkdir -p "$HOME"
orgctl __archive

# timed WHAT FILE SCRIPT runs a script that writes FILE, or reads it where that is named by a file that exists.
timed() {
    python3 -c '
import os, resource, subprocess, sys, time
what, file, script = sys.argv[1:]
start = time.monotonic()
subprocess.run(["sh", "-c", script], stdout=subprocess.DEVNULL, check=True)
took = time.monotonic() - start
memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
size = os.path.getsize(file) / 1e6
print(f"| {what} | {size:,.0f} MB | {took:.1f} s | {size / took:,.0f} MB/s | {memory} MB |")' "$1" "$2" "$3"
}

export work
orgctl org create Acme -o ids >/dev/null
{ echo name; seq "$projects" | sed 's/^/Project /'; } >"$work/projects.csv"
orgctl import projects -f "$work/projects.csv" --org acme >/dev/null

echo "| $projects projects | size | time | throughput | peak memory |"
echo "|---|---|---|---|---|"
timed '`store backup`' "$work/store.db" 'orgctl store backup "$work/backup.db"'
timed '`sqlite3 .backup`' "$work/store.db" 'sqlite3 "$ORGCTL_STORE" ".backup $work/sqlite3.db"'
rm -f "$work/sqlite3.db"
timed '`store backup --format ndjson`' "$work/store.db" 'orgctl store backup "$work/dump.ndjson" --format ndjson'
timed '`sqlite3 .dump`' "$work/store.db" 'sqlite3 "$ORGCTL_STORE" .dump >"$work/dump.sql"'
rm -f "$work/dump.sql"
timed '`store copy`, SQLite to SQLite' "$work/store.db" 'orgctl store copy "$ORGCTL_STORE" "$work/copy.db"'
rm -f "$work/copy.db"
timed '`store restore` of a backup' "$work/backup.db" 'orgctl store restore "$work/backup.db" --store "$work/restored.db"'
rm -f "$work/restored.db"
timed '`store restore` of a dump' "$work/dump.ndjson" 'orgctl store restore "$work/dump.ndjson" --store "$work/again.db"'
rm -f "$work/again.db"
if [ -n "${STORE_URL:-}" ]; then
    timed '`store copy`, SQLite to PostgreSQL' "$work/store.db" 'orgctl store copy "$ORGCTL_STORE" "$STORE_URL"'
    timed '`store backup`, PostgreSQL' "$work/store.db" 'orgctl store backup "$work/server.ndjson" --store "$STORE_URL"'
    timed '`pg_dump`' "$work/store.db" 'pg_dump "$STORE_URL" >"$work/server.sql"'
fi
