#!/bin/sh
# Kills and freezes the primary of a replicated PostgreSQL store while eight processes change it, and proves that nothing
# acknowledged is lost and nothing is done twice.
#
#   mvn -q package -DskipTests && src/bench/failover.sh
#
# Needs Debian's patroni, etcd-server and postgresql, python3, and root, to run the servers as the user postgres. Everything
# listens on the loopback interface and lies in a folder that is removed. ROUNDS is how often the primary is lost, by turns
# killed and frozen; SWITCHOVERS how often it hands over; KEEP=1 keeps the folder.
set -u

here=$(cd "$(dirname "$0")/../.." && pwd)
for tool in patroni patronictl etcd etcdctl psql python3 runuser; do
    command -v "$tool" >/dev/null || { echo "skipped: $tool is not installed"; exit 0; }
done
[ "$(id -u)" = 0 ] || { echo "skipped: needs root, to run the servers as postgres"; exit 0; }
[ -x "$here/target/orgctl/bin/orgctl" ] || { echo "skipped: run 'mvn package' first"; exit 0; }

work=$(mktemp -d -p "${BENCH_TMP:-${TMPDIR:-/tmp}}")
chmod 755 "$work"
export HOME="$work/home" XDG_CACHE_HOME="$work/cache" XDG_CONFIG_HOME="$work/config" XDG_DATA_HOME="$work/data"
mkdir -p "$HOME"
python3 "$here/src/bench/failover.py" "$work" "$here/target/orgctl/bin/orgctl"
status=$?
[ "${KEEP:-0}" = 1 ] && echo "kept: $work" || rm -rf "$work"
exit $status
