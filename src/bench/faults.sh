#!/bin/sh
# Breaks things under a store, in the long form of the tests that 'mvn verify' runs in the short one.
#
#   mvn -q package && src/bench/faults.sh
#
# The settings: KILLS processes killed, PROCESSES that make CHANGES each at once, CALLS (system calls at which a process
# is killed or its disk fails), MESSAGES (to the server, at which the connection breaks), RESTARTS of the server, STEPS
# (sizes of a disk), FLIPS (bits). Needs strace and the right to mount; what can't be tried is skipped and said.
set -u
cd "$(dirname "$0")/../.." || exit 1

counts="-Dorgctl.faults.kills=${KILLS:-300}
    -Dorgctl.faults.processes=${PROCESSES:-32} -Dorgctl.faults.changes=${CHANGES:-200}
    -Dorgctl.faults.calls=${CALLS:-150} -Dorgctl.faults.messages=${MESSAGES:-150}
    -Dorgctl.faults.restarts=${RESTARTS:-20} -Dorgctl.faults.steps=${STEPS:-1000}
    -Dorgctl.flips=${FLIPS:-1000} -Dorgctl.seed=${SEED:-$(date +%s)}"

# shellcheck disable=SC2086
mvn -q surefire:test $counts -Dsurefire.failIfNoSpecifiedTests=false \
    -Dtest='io.github.orgctl.faults.*Test,FlippedBitsTest,DamagedStoreTest,ClocksTest' &&
    mvn -q failsafe:integration-test failsafe:verify $counts -Dfailsafe.failIfNoSpecifiedTests=false \
        -Dit.test='io.github.orgctl.faults.*IT'
