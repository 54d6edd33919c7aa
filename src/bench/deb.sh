#!/bin/bash
# Installs, uses, upgrades, removes and purges the Debian package in a root that is thrown away. Needs root, lintian,
# debootstrap unless there is a root, and a package made by: mvn -Pdist package
#
#   src/bench/deb.sh [ROOT]    with the folder of a Debian made before, which is then kept
set -euo pipefail
cd "$(dirname "$0")/../.."

deb=$(echo target/orgctl_*.deb)
version=$(dpkg-deb -f "$deb" Version)
scratch=$(mktemp -d)
root=${1:-$scratch/root}
mounted=()

clean_up() {
    local folder
    exec 3>&-
    # shellcheck disable=SC2046
    kill $(jobs -p) 2>/dev/null || true
    for folder in "${mounted[@]}"; do umount -l "$folder"; done
    rm -rf "$scratch"
}
trap clean_up EXIT

step() { printf '%s\n' "$*"; }
fail() {
    echo "deb.sh: $*" >&2
    exit 1
}
[[ -d $root/usr ]] || debootstrap --variant=minbase bookworm "$root" >/dev/null
mount -t proc proc "$root/proc"
mounted+=("$root/proc")
mount -t devpts -o newinstance,ptmxmode=666 devpts "$root/dev/pts"
mounted+=("$root/dev/pts")

in_root() { env -i PATH="${in_path:-/usr/sbin:/usr/bin:/sbin:/bin}" HOME=/root TERM=xterm /usr/sbin/chroot "$root" "$@"; }
as_nobody() { in_root setpriv --reuid=nobody --regid=nogroup --clear-groups env -u HOME "$@"; }

# equals WHAT EXPECTED COMMAND... fails unless the command succeeds and prints this.
equals() {
    local what=$1 expected=$2 actual
    shift 2
    actual=$("$@") || fail "$what: exit code $?"
    [[ $actual == "$expected" ]] || fail "$what: $actual"
}
home_seen_through() {
    in_path=$1 in_root env ORGCTL_JAVA_OPTIONS=-XshowSettings:properties orgctl --version 2>&1 | sed -n 's/.*orgctl.home = //p'
}
java_loads_only_the_archive() {
    in_root env ORGCTL_JAVA_OPTIONS='-XX:MaxRAM=256g -Xshare:on -Xlog:class+load:stderr' orgctl --version 2>&1 |
        grep 'source: .*orgctl.jar' && return 1 || return 0
}
in_use() {
    local my_build
    # shellcheck source=/dev/null
    . "$root/usr/lib/orgctl/lib/build"
    equals "$1: the archive of classes for root" "in use: /usr/lib/orgctl/lib/archive/$my_build" \
        in_root orgctl doctor --jq '.[] | select(.check == "archive") | .detail'
    java_loads_only_the_archive || fail "$1: classes are loaded from the jar"
    [[ -z $(find "$root/root/.cache" -name '*.jsa' 2>/dev/null) ]] || fail "$1: root has an archive of its own"
    [[ -z $(in_root dpkg -V orgctl) ]] || fail "$1: dpkg -V: $(in_root dpkg -V orgctl)"
}
nothing_left() {
    left=$(find "$root/usr" "$root/etc" "$root/var/lib" "$root/var/cache" -path '*orgctl*' ! -path '*/dpkg/*' 2>/dev/null) || true
    [[ -z $left ]] || fail "$1: left behind: $left"
}

step "lint"
lintian --fail-on error,warning "$deb"

# A next version whose jar has the same size and time, and others that fail where an upgrade can.
step "make further versions"
next=$version+next
dpkg-deb -R "$deb" "$scratch/next"
jar=$scratch/next/usr/lib/orgctl/lib/orgctl.jar
time=$(stat -c @%Y "$jar")
LC_ALL=C sed -i "s/orgctl ${version//./\\.}/orgctl ${version%?}N/g" "$jar"
touch -d "$time" "$jar"
printf 'my_build=%s\n' "$(sha256sum "$jar" | cut -d' ' -f1)" >"$scratch/next/usr/lib/orgctl/lib/build"
(cd "$scratch/next" && find usr -type f -print0 | xargs -0 md5sum >DEBIAN/md5sums)
sed -i "s/^Version: .*/Version: $next/" "$scratch/next/DEBIAN/control"
build() { dpkg-deb --root-owner-group -Znone --build "$scratch/next" "$root/root/$1.deb" >/dev/null; }
build next
printf '#!/bin/sh\nexit 1\n' >"$scratch/next/DEBIAN/preinst"
chmod 755 "$scratch/next/DEBIAN/preinst"
build failing
cp "$deb" "$root/root/this.deb"
in_root dpkg --purge orgctl >/dev/null 2>&1 || true
rm -rf "$root"/root/{go,backup.db,.local,.config,.cache}

step "install"
in_root dpkg -i /root/this.deb >/dev/null
in_use "after installing"
for file in bash-completion/completions/orgctl zsh/vendor-completions/_orgctl fish/vendor_completions.d/orgctl.fish \
    doc/orgctl/copyright doc/orgctl/changelog.gz man/man1/orgctl.1.gz man/man1/orgctl-env-promote.1.gz; do
    [[ -f $root/usr/share/$file ]] || fail "no $file"
done

step "use"
equals "org create" acme in_root orgctl org create Acme --fields slug -o tsv --no-header
in_root orgctl project create Web --org acme -o ids >/dev/null
equals "another user without a home" "orgctl $version" as_nobody orgctl --version
as_nobody env ORGCTL_JAVA_OPTIONS=-Xshare:on orgctl --version >/dev/null || fail "another user can't use the archive"
for path in /bin /usr/bin; do equals "PATH=$path" /usr/lib/orgctl home_seen_through $path; done
# shellcheck disable=SC2016
equals "JAVA_HOME is for programs that are run" /nowhere \
    in_root env JAVA_HOME=/nowhere orgctl env run acme/web:sandbox -- sh -c 'echo $JAVA_HOME'
equals "an empty JAVA_HOME" "orgctl $version" in_root env JAVA_HOME= orgctl --version
equals "completion without an environment" "#compdef orgctl" \
    in_root env -i PATH=/usr/bin:/bin sh -c 'cd /; orgctl completion zsh | sed -n 1p'

step "use where no temporary file can be made, let alone run"
mount -t tmpfs -o noexec,ro none "$root/tmp"
mounted=("$root/tmp" "${mounted[@]}")
equals "org list" acme in_root orgctl org list --fields slug -o tsv --no-header
in_root orgctl store backup /root/backup.db >/dev/null
equals "a secret" v in_root sh -c 'printf v | orgctl secret set k --env acme/web:sandbox --from-file - >/dev/null &&
    orgctl secret reveal k --env acme/web:sandbox'
in_root script -qec 'stty rows 24 cols 80; orgctl org list' /dev/null | grep -q Acme || fail "a terminal's list"
umount "$root/tmp"
mounted=("${mounted[@]:1}")

step "fail to upgrade"
if in_root dpkg -i /root/failing.deb >/dev/null 2>&1; then fail "a failing installation succeeded"; fi
equals "after a failed upgrade" "orgctl $version" in_root orgctl --version
in_use "after a failed upgrade"

step "upgrade while commands run"
mkfifo "$scratch/keys"
in_root script -qec 'stty rows 24 cols 80; orgctl dashboard' /dev/null <"$scratch/keys" >"$scratch/screen" &
dashboard=$!
exec 3>"$scratch/keys"
in_root orgctl env run acme/web:sandbox -- sh -c 'until [ -e /root/go ]; do sleep 0.1; done; exit 7' &
child=$!
until grep -q acme "$scratch/screen"; do
    kill -0 $dashboard || fail "no dashboard: $(cat "$scratch/screen")"
    sleep 0.2
done
in_root dpkg -i /root/next.deb >/dev/null
touch "$root/root/go"
printf 'q' >&3
wait $child && fail "env run lost the exit code" || [[ $? == 7 ]] || fail "env run: exit code $?"
wait $dashboard || fail "the dashboard: exit code $?"
equals "the new code runs" "orgctl ${version%?}N" in_root orgctl --version
in_use "after an upgrade"

step "remove and purge"
in_root dpkg --remove orgctl >/dev/null
nothing_left "after removing"
[[ -f $root/root/.local/share/orgctl/orgctl.db ]] || fail "the data is gone"
in_root dpkg -i /root/this.deb >/dev/null
in_use "after installing again"
in_root dpkg --purge orgctl >/dev/null
nothing_left "after purging"
rm -rf "$root"/root/{*.deb,go,backup.db,.local,.config,.cache}
echo "installed, used, upgraded, removed and purged: $deb"
