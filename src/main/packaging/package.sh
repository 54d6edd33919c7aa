#!/bin/bash
# Makes the packages that bring their own Java, from the installation that the build has laid out:
# orgctl-VERSION-linux-MACHINE.tar.xz and, where dpkg-deb is installed, orgctl_VERSION_ARCHITECTURE.deb. Called by the Maven
# build with the profile dist; the unpacked form stays in TARGET/packages.
#
#   package.sh TARGET VERSION JAVA_HOME TIMESTAMP
#
# COMPRESSION in the environment is one of dpkg-deb's: xz by default.
set -euo pipefail
umask 022
export LC_ALL=C TZ=UTC
target=$1 version=$2 java_home=$3 timestamp=$4
here=$(cd "$(dirname "$0")" && pwd)
home=$target/packages/orgctl-$version

rm -rf "$target/packages"
mkdir -p "$target/packages"
cp -R "$target/orgctl" "$home"
"$here/runtime.sh" "$home" "$java_home" "$timestamp"

tar -C "$target/packages" --sort=name --owner=0 --group=0 --numeric-owner --format=gnu -cf - "orgctl-$version" |
    xz -T1 >"$target/orgctl-$version-linux-$(uname -m).tar.xz"
if command -v dpkg-deb >/dev/null; then "$here/deb/build.sh" "$home" "$version" "$timestamp" "$target" "${COMPRESSION:-xz}"; fi
