# shellcheck shell=bash
# A private PostgreSQL cluster: found or installed, made, started and stopped. Sourced after common.sh.
#
# PostgreSQL refuses to run as root, so for root everything happens as the system user `postgres`; the
# cluster's folder must then lie where that user can go.

# Sets POSTGRES_BIN to the folder with initdb and pg_ctl: the newest under /usr/lib/postgresql, else on PATH.
ensure_postgres() {
    find_postgres && return
    apt_install "the PostgreSQL server" postgresql
    find_postgres || die "PostgreSQL was installed, but no initdb is in /usr/lib/postgresql/*/bin or on PATH"
}

find_postgres() {
    local newest
    newest="$(printf '%s\n' /usr/lib/postgresql/*/bin/initdb | sort -V | tail -n 1)"
    if [[ -x "$newest" ]]; then
        POSTGRES_BIN="$(dirname "$newest")"
    elif have initdb && have pg_ctl; then
        POSTGRES_BIN="$(dirname "$(command -v initdb)")"
    else
        return 1
    fi
}

as_postgres() {
    # From /, because the current folder may be closed to the other user.
    if is_root; then
        (cd / && runuser -u postgres -- "$@")
    else
        "$@"
    fi
}

# Makes the empty folder FOLDER usable by the user who runs the cluster.
# Usage: postgres_own FOLDER
postgres_own() {
    mkdir -p "$1"
    is_root || return 0
    chown postgres "$1"
    as_postgres test -w "$1" ||
        die "user postgres cannot reach $1; a parent folder is closed to other users"
}

# Makes a cluster in FOLDER/data. Only 127.0.0.1 and the socket in FOLDER can connect, without a password.
# Usage: postgres_init FOLDER
postgres_init() {
    as_postgres "$POSTGRES_BIN/initdb" --pgdata="$1/data" --username=postgres --encoding=UTF8 --locale=C.UTF-8 \
        --auth=trust >/dev/null || die "initdb in $1/data failed"
    printf '%s\n' 'local all all trust' 'host all all 127.0.0.1/32 trust' |
        as_postgres tee "$1/data/pg_hba.conf" >/dev/null
}

# More options for the server, as postgres takes them.
POSTGRES_OPTIONS="${POSTGRES_OPTIONS:-}"

# Starts the cluster of FOLDER and returns when it accepts connections. Durability stays on, as in production:
# the tests that kill a process rely on what was committed. Descriptor 9 is the lock of servers.sh, which a
# server that goes on running must not keep.
# Usage: postgres_start FOLDER PORT
postgres_start() {
    local folder="$1" port="$2" socket="$1"
    # A socket's path may have 107 bytes; without one, TCP is enough.
    ((${#folder} < 90)) || socket=""
    as_postgres "$POSTGRES_BIN/pg_ctl" start --pgdata="$folder/data" --log="$folder/server.log" --wait --timeout=60 --silent \
        --options="-c listen_addresses=127.0.0.1 -c port=$port -c unix_socket_directories='$socket' -c max_connections=200 -c fsync=on -c synchronous_commit=on $POSTGRES_OPTIONS" \
        </dev/null >/dev/null 9>&- || {
        tail -n 20 "$folder/server.log" >&2
        die "PostgreSQL did not start; its log is $folder/server.log"
    }
}

postgres_runs() {
    [[ -f "$1/data/postmaster.pid" ]] && as_postgres "$POSTGRES_BIN/pg_ctl" status --pgdata="$1/data" >/dev/null 2>&1
}

# Usage: postgres_stop FOLDER [MODE]; MODE is fast (default) or immediate (when the data are thrown away).
postgres_stop() {
    as_postgres "$POSTGRES_BIN/pg_ctl" stop --pgdata="$1/data" --mode="${2:-fast}" --wait --timeout=30 --silent >/dev/null
}

# Kills the cluster of FOLDER by SIGKILL, as a failing machine would, and returns when all of it is gone.
# Usage: postgres_kill FOLDER
postgres_kill() {
    local first all
    first="$(as_postgres head -n 1 "$1/data/postmaster.pid")"
    # Its processes end by themselves without the first one, but not at once, and then it could not start again.
    all="$first $(ps -o pid= --ppid "$first" | tr '\n' ' ')"
    # shellcheck disable=SC2086 # one word per process
    kill -KILL $all 2>/dev/null || true
    wait_until_gone "$all"
    # Its number stays taken until its parent has asked for its status, and the locks would count as held.
    as_postgres find "$1/data/postmaster.pid" "$1" -maxdepth 1 \( -name postmaster.pid -o -name '.s.PGSQL.*' \) -delete
}

postgres_url() { printf 'postgres://postgres@127.0.0.1:%s/postgres\n' "$1"; }
