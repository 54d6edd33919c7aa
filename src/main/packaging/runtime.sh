#!/bin/bash
# Adds a Java runtime to an installation, which its launcher then prefers to any other.
#
#   runtime.sh INSTALLATION JAVA_HOME TIMESTAMP
#
# Java comes from the JDK in JAVA_HOME; libraries for other machines are removed. The same input gives the same bytes:
# every file has the mode and the time that it is given here.
set -euo pipefail
umask 022
export LC_ALL=C TZ=UTC
home=$1 java_home=$2 timestamp=$3
jar=$home/lib/orgctl.jar
runtime=$home/runtime

native=$home/lib/native
find "$native" -mindepth 1 -maxdepth 1 ! -name Linux -exec rm -r {} +
case $(uname -m) in
    x86_64) rm -rf "$native/Linux/aarch64" "$native/Linux/arm64" ;;
    aarch64) rm -rf "$native/Linux/x86_64" ;;
    *) echo "runtime.sh: no native libraries for $(uname -m)" >&2 && exit 1 ;;
esac

# What jdeps finds in the jar, without the desktop, which no command reaches: it is referred to by types of PostgreSQL and
# by introspection of beans. The elliptic curves of TLS are looked up by name.
modules=$("$java_home/bin/jdeps" --print-module-deps --ignore-missing-deps --multi-release 17 "$jar")
modules=${modules/java.desktop,/},jdk.crypto.ec
"$java_home/bin/jlink" --add-modules "$modules" --strip-debug --no-header-files --no-man-pages --output "$runtime"
find "$runtime/bin" -type f ! -name java -delete
rm "$runtime/lib/jexec" "$runtime/lib/jrt-fs.jar"
find "$home" -name '*.so' -exec chmod u+w {} +
find "$home" -type f \( -name '*.so' -o -path '*/runtime/bin/java' -o -name jspawnhelper \) -exec strip --strip-unneeded {} +

# The classes of Java itself, for the commands before there is an archive of the program's: made for the heap that
# lib/flags asks for. Before 25 its bytes vary from one dump to the next, and there is none.
case $("$runtime/bin/java" --version) in
    *' '17.* | *' '21.*) ;;
    *)
        touch -d "$timestamp" "$runtime/lib/modules"
        "$runtime/bin/java" -Xshare:dump -XX:SharedClassListFile="$runtime/lib/classlist" -XX:+UseSerialGC -Xmx2g >/dev/null
        ;;
esac
rm "$runtime/lib/classlist"

find "$home" -type d -exec chmod 755 {} +
find "$home" -type f -exec chmod 644 {} +
chmod 755 "$home/bin/orgctl" "$runtime/bin/java" "$runtime/lib/jspawnhelper"
find "$home" -exec touch -h -d "$timestamp" {} +
