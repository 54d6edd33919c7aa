# Sourced by benches that need a PostgreSQL server: starts_postgres FOLDER starts one of the machine's own on a free port,
# without durability being given up, and sets postgres_url; stops_postgres stops it. Needs Debian's postgresql package.
# shellcheck shell=sh

starts_postgres() {
    postgres_data=$1/postgres
    for postgres_bin in /usr/lib/postgresql/*/bin; do :; done
    [ -x "$postgres_bin/initdb" ] || return 1
    postgres_port=${POSTGRES_PORT:-54329}
    mkdir -p "$postgres_data"
    # A server does not start as root.
    if [ "$(id -u)" = 0 ]; then
        chmod 755 "$1"
        chown postgres "$postgres_data"
        postgres_as="setpriv --reuid postgres --regid postgres --clear-groups"
    else
        postgres_as=
    fi
    $postgres_as "$postgres_bin/initdb" -D "$postgres_data" -U postgres -A trust -E UTF8 --locale C >/dev/null &&
        $postgres_as "$postgres_bin/pg_ctl" -D "$postgres_data" -w -l "$postgres_data/log" \
            -o "-p $postgres_port -k $postgres_data" start >/dev/null || return 1
    postgres_url="postgresql://localhost:$postgres_port/postgres?user=postgres"
}

stops_postgres() {
    [ -z "${postgres_data:-}" ] || $postgres_as "$postgres_bin/pg_ctl" -D "$postgres_data" -m fast stop >/dev/null
}
