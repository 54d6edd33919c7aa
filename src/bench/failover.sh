#!/bin/sh
# Kills, freezes and partitions the primary of a replicated PostgreSQL store while eight processes change it, and proves
# that nothing acknowledged is lost and nothing is done twice.
#
#   mvn -q package -DskipTests && src/bench/failover.sh
#
# Needs Debian's patroni, etcd-server, etcd-client, postgresql and iproute2, python3, and root, to run the servers as the user
# postgres. Everything is in a network namespace of its own, in which each server has a cable that can be cut, and lies in a
# folder that is removed. ROUNDS is how often the primary is lost, by turns killed, frozen and partitioned; SWITCHOVERS how
# often it hands over; KEEP=1 keeps the folder.
set -u

here=$(cd "$(dirname "$0")/../.." && pwd)
for tool in patroni patronictl etcd etcdctl psql python3 runuser ip unshare; do
    command -v "$tool" >/dev/null || { echo "skipped: $tool is not installed"; exit 0; }
done
[ "$(id -u)" = 0 ] || { echo "skipped: needs root, to run the servers as postgres"; exit 0; }
unshare --net --mount true 2>/dev/null || { echo "skipped: may not make a network namespace"; exit 0; }
[ -x "$here/target/orgctl/bin/orgctl" ] || { echo "skipped: run 'mvn package' first"; exit 0; }

work=$(mktemp -d -p "${BENCH_TMP:-${TMPDIR:-/tmp}}")
chmod 755 "$work"
export HOME="$work/home" XDG_CACHE_HOME="$work/cache" XDG_CONFIG_HOME="$work/config" XDG_DATA_HOME="$work/data"
mkdir -p "$HOME"
# 'ip netns' keeps the namespaces of the servers under /run.
unshare --net --mount sh -c 'mount -t tmpfs tmpfs /run && exec python3 "$@"' \
    failover "$here/src/bench/failover.py" "$work" "$here/target/orgctl/bin/orgctl"
status=$?
[ "${KEEP:-0}" = 1 ] && echo "kept: $work" || rm -rf "$work"
exit $status
