#!/bin/sh
# Measures how the size of a store and the number of its writers tell on commands, on SQLite and PostgreSQL, and prints
# tables.
#
#   mvn -q package && src/bench/scale.sh
#
# Needs Debian's postgresql package for the second half. The settings are SIZES (numbers of projects), CHANGES (made by 16
# writers), RECORDS (of usage) and EVENTS (of the audit log). CLASSPATH_FILE holds the class path of the tests, which Maven
# writes if it is not set.
set -u

here=$(cd "$(dirname "$0")/../.." && pwd)
sizes=${SIZES:-1000 10000 100000 1000000}
changes=${CHANGES:-1600}
work=$(mktemp -d -p "${BENCH_TMP:-${TMPDIR:-/tmp}}")
# shellcheck source=src/bench/postgres.sh
. "$here/src/bench/postgres.sh"
trap 'stops_postgres; rm -rf "$work"' EXIT

[ -d "$here/target/test-classes" ] || { echo "skipped: run 'mvn package' first"; exit 0; }
paths=${CLASSPATH_FILE:-$work/classpath}
[ -s "$paths" ] || mvn -q -f "$here/pom.xml" dependency:build-classpath -Dmdep.outputFile="$paths" || exit 1

bench() {
    "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx1g \
        -cp "$here/target/classes:$here/target/test-classes:$(cat "$paths")" io.github.orgctl.bench.ScaleBench "$@"
}

# measures STORE
measures() {
    # shellcheck disable=SC2086
    bench sizes "$1" $sizes
    echo
    echo "| organizations | changes a second | retries a change | slowest |"
    echo "|---|---|---|---|"
    bench writers "$1" 1 "$changes"
    bench writers "$1" 100 "$changes"
    echo
}

mkdir -m 700 "$work/sqlite"
echo "SQLite"
measures "$work/sqlite/store.db"
starts_postgres "$work" || { echo "skipped PostgreSQL: no server could be started"; exit 0; }
echo "PostgreSQL"
measures "$postgres_url"
bench usage "$postgres_url" "${RECORDS:-10000000}"
bench events "$postgres_url" "${EVENTS:-10000000}"
