#!/bin/sh
# Measures what the audit trail costs, with the packaged orgctl, and prints a table.
#
#   mvn -q package && src/bench/audit.sh
#
# Needs python3. The settings are CHANGES, how many changes are timed with and how many without their events, and
# EVENTS, how many are verified and listed. BENCH_TMP is where the stores lie: the disk decides what a change costs.
set -u

changes=${CHANGES:-10000}
events=${EVENTS:-1000000}
here=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d -p "${BENCH_TMP:-${TMPDIR:-/tmp}}")
trap 'rm -rf "$work"' EXIT

command -v python3 >/dev/null || { echo "skipped: python3 is not installed"; exit 0; }
[ -x "$here/target/orgctl/bin/orgctl" ] && [ -d "$here/target/test-classes" ] ||
    { echo "skipped: run 'mvn package' first"; exit 0; }

PATH=$here/target/orgctl/bin:$PATH
export PATH
export HOME="$work/home" XDG_CACHE_HOME="$work/cache" XDG_CONFIG_HOME="$work/config"
mkdir -p "$HOME"

bench() {
    "${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp "$here/target/test-classes:$here/target/orgctl/lib/orgctl.jar" \
        -Dorgctl.home="$here/target/orgctl" io.github.orgctl.bench.AuditBench "$@"
}

# row WHAT COMMAND... runs a command three times and prints its best time, in events a second, and its peak memory.
row() {
    what=$1
    shift
    python3 -c '
import resource, subprocess, sys, time
what, events, command = sys.argv[1], int(sys.argv[2]), sys.argv[3:]
times = []
for _ in range(3):
    start = time.monotonic()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    times.append(time.monotonic() - start)
memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
print(f"| {what} | {min(times):.2f} s | {events / min(times):,.0f} | {memory} MB |")' "$what" "$events" "$@"
}

orgctl --store "$work/changes.db" org create Acme -o ids >/dev/null
orgctl --store "$work/changes.db" project create Website --org acme -o ids >/dev/null
bench changes "$work/changes.db" "$changes"

orgctl --store "$work/trail.db" org create Acme -o ids >/dev/null
bench fill "$work/trail.db" "$events"
orgctl __archive
export ORGCTL_STORE="$work/trail.db" ORGCTL_JAVA_OPTIONS=-Xmx64m
echo "| $events events, -Xmx64m | time | events a second | peak memory |"
echo "|---|---|---|---|"
row "audit verify" orgctl audit verify
row "audit list -o ndjson" orgctl audit list --all-orgs -o ndjson
row "audit list --since 1m, of all" orgctl audit list --all-orgs --since 1m
row "audit export" orgctl audit export --all-orgs
