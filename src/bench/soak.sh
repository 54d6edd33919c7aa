#!/bin/sh
# Runs random commands against a SQLite and a PostgreSQL store, and compares what they did with a model.
#
#   mvn -q package && src/bench/soak.sh
#
# The settings are MINUTES, for how long on each, and SEED. A difference shows the commands that led to it.
set -u
cd "$(dirname "$0")/../.." || exit 1

mvn -q surefire:test -Dtest='io.github.orgctl.soak.SoakTest' -Dorgctl.soak.minutes="${MINUTES:-30}" \
    ${SEED:+-Dorgctl.seed="$SEED"}
