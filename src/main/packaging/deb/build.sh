#!/bin/bash
# Makes OUTPUT/orgctl_VERSION_ARCHITECTURE.deb of an installation that has a Java runtime.
#
#   build.sh INSTALLATION VERSION TIMESTAMP OUTPUT [COMPRESSION]
#
# COMPRESSION is one of dpkg-deb's: xz by default. The same input gives the same bytes.
set -euo pipefail
umask 022
export LC_ALL=C TZ=UTC SOURCE_DATE_EPOCH
home=$1 version=$2 timestamp=$3 output=$4 compression=${5:-xz}
here=$(cd "$(dirname "$0")" && pwd)
architecture=$(dpkg --print-architecture)
SOURCE_DATE_EPOCH=$(date -d "$timestamp" +%s)
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
chmod 755 "$root"

# Which packages have the libraries that the native code needs beyond its own, and the oldest C library that it runs with.
dependencies() {
    local native libraries library
    mapfile -t native < <(find "$home" -name '*.so' -o -path '*/runtime/bin/java' -o -name jspawnhelper)
    libraries=$(objdump -p "${native[@]}" | sed -n 's/^ *NEEDED *//p' | sort -u)
    printf 'libc6 (>= %s)' "$(objdump -T "${native[@]}" | grep -o 'GLIBC_[0-9.]*' | cut -d_ -f2 | sort -Vu | tail -1)"
    for library in $libraries; do
        case $library in
            libc.so.* | libm.so.* | libdl.so.* | libpthread.so.* | librt.so.* | libutil.so.* | ld-linux*) ;;
            libz.so.1) printf ', zlib1g' ;;
            libgcc_s.so.1) printf ', libgcc-s1' ;;
            libstdc++.so.6) printf ', libstdc++6' ;;
            *) [[ " ${native[*]} " == *"/$library "* ]] || { echo "build.sh: which package has $library?" >&2 && return 1; } ;;
        esac
    done
}

share=$root/usr/share
doc=$share/doc/orgctl
installed=$root/usr/lib/orgctl
mkdir -p "$root"/usr/{bin,lib} "$root/DEBIAN" "$doc" "$share/zsh/vendor-completions" "$share/lintian/overrides"
cp -a "$home" "$installed"
ln -s ../lib/orgctl/bin/orgctl "$root/usr/bin/orgctl"
mv "$installed"/share/{bash-completion,fish,man} "$share"
mv "$installed/share/zsh/site-functions/_orgctl" "$share/zsh/vendor-completions"
rm -r "$installed/share" "$installed/LICENSE"
gzip -9n "$share"/man/man1/*
# The notices of what Java is made of.
mv "$installed/runtime/legal" "$doc/java"
cp "$here/copyright" "$doc/copyright"
cp "$here/lintian-overrides" "$share/lintian/overrides/orgctl"
gzip -9n >"$doc/changelog.gz" <<END
orgctl ($version) stable; urgency=medium

  * Release $version.

 -- orgctl <orgctl@example.com>  $(date -R -d "$timestamp")
END
chmod 644 "$doc"/{copyright,changelog.gz} "$share/lintian/overrides/orgctl"

depends=$(dependencies)
sed -e "s/@VERSION@/$version/" -e "s/@ARCHITECTURE@/$architecture/" -e "s/@DEPENDS@/$depends/" \
    -e "s/@SIZE@/$(du -ks --apparent-size "$root/usr" | cut -f1)/" "$here/control" >"$root/DEBIAN/control"
install -m 755 "$here"/{postinst,prerm,postrm} "$root/DEBIAN"
(cd "$root" && find usr -type f -print0 | sort -z | xargs -0 md5sum >DEBIAN/md5sums)
find "$root" -exec touch -h -d "$timestamp" {} +
dpkg-deb --root-owner-group -Z"$compression" --build "$root" "$output/orgctl_${version}_$architecture.deb" >/dev/null
