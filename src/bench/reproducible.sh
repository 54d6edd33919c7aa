#!/bin/bash
# Packs the built program twice, under different time zones, locales, masks and folders, and compares the packages byte for
# byte. Needs a build: mvn package -DskipTests
set -euo pipefail
cd "$(dirname "$0")/../.."

version=$(sed -n 's|^  <version>\(.*\)</version>|\1|p' pom.xml)
timestamp=$(sed -n 's|.*<project.build.outputTimestamp>\(.*\)</project.*|\1|p' pom.xml)
java_home=${JAVA_HOME:-$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# pack FOLDER VARIABLE... packs there and prints the packages' checksums. How well they are compressed does not matter here.
pack() {
    local folder=$scratch/$1
    shift
    mkdir -p "$folder"
    cp -R target/orgctl "$folder"
    env XZ_OPT=-0 COMPRESSION=none "$@" src/main/packaging/package.sh "$folder" "$version" "$java_home" "$timestamp" >&2
    (cd "$folder" && sha256sum -- *.tar.xz *.deb)
}

umask 022
first=$(pack one TZ=UTC LC_ALL=C)
umask 077
second=$(pack "a second" TZ=Pacific/Kiritimati LC_ALL=tr_TR.UTF-8)
diff <(echo "$first") <(echo "$second") || { echo "reproducible.sh: the packages differ" >&2 && exit 1; }
echo "$first"
