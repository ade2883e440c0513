#!/usr/bin/env bash
# Keeps a PostgreSQL cluster and a Kafka broker running for development; an SMTP sink on request.
#
# Usage: scripts/servers.sh up [smtp] | down | status | env | wipe | --help
#
#   up        start PostgreSQL and Kafka, unless they run already; ports stay the same from then on
#   up smtp   and the SMTP sink, which appends each mail to .cache/servers/smtp/messages.jsonl
#   down      stop all of them; their data stay
#   status    say what runs where; the exit status is 0 when PostgreSQL and Kafka run
#   env       print the variables of what runs, for: eval "$(scripts/servers.sh env)"
#   wipe      down, and remove the data
#
# State, logs and data lie under .cache/servers in the repository. Only 127.0.0.1 can connect, and without
# a password: these servers are for development on one's own machine.

set -euo pipefail
export LC_ALL=C.UTF-8

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
# shellcheck source=scripts/lib/common.sh
source "$here/lib/common.sh"
# shellcheck source=scripts/lib/toolchain.sh
source "$here/lib/toolchain.sh"
# shellcheck source=scripts/lib/postgres.sh
source "$here/lib/postgres.sh"
# shellcheck source=scripts/lib/kafka.sh
source "$here/lib/kafka.sh"

state="$EOP_ROOT/.cache/servers"

# Prints the port remembered under NAME, after choosing one the first time.
# Usage: remembered_port NAME
remembered_port() {
    local file="$state/$1.port"
    [[ -s "$file" ]] || free_ports 1 >"$file"
    cat "$file"
}

# --- PostgreSQL ------------------------------------------------------------------------------------------

# Prints the cluster's folder: under the state, or in the temporary folder when user postgres, who runs the
# cluster for root, cannot get there (a checkout below a closed home folder, say).
postgres_folder() {
    if [[ ! -s "$state/postgres.folder" ]]; then
        local folder="$state/postgres"
        mkdir -p "$folder"
        if is_root && ! as_postgres test -x "$folder"; then
            rmdir "$folder"
            folder="$(mktemp -d "${TMPDIR:-/tmp}/eop-postgres.XXXXXX")"
        fi
        printf '%s\n' "$folder" >"$state/postgres.folder"
    fi
    cat "$state/postgres.folder"
}

postgres_up() {
    local folder port
    ensure_postgres
    folder="$(postgres_folder)"
    port="$(remembered_port postgres)"
    postgres_runs "$folder" && return
    say "starting PostgreSQL on port $port"
    postgres_own "$folder"
    [[ -f "$folder/data/PG_VERSION" ]] || postgres_init "$folder"
    postgres_start "$folder" "$port"
}

postgres_is_up() {
    [[ -s "$state/postgres.folder" ]] && find_postgres && postgres_runs "$(cat "$state/postgres.folder")"
}

# --- Kafka -----------------------------------------------------------------------------------------------

kafka_up() {
    local broker controller
    ensure_kafka
    broker="$(remembered_port kafka)"
    controller="$(remembered_port kafka-controller)"
    kafka_runs "$state/kafka" && return
    say "starting Kafka on port $broker"
    kafka_init "$state/kafka" "$broker" "$controller"
    kafka_start "$state/kafka" "$broker"
}

# --- SMTP ------------------------------------------------------------------------------------------------

smtp_up() {
    local port folder="$state/smtp" waited=0
    ensure_python_tools
    port="$(remembered_port smtp)"
    smtp_is_up && return
    say "starting the SMTP sink on port $port"
    mkdir -p "$folder"
    setsid "$EOP_TEST_PYTHON" "$here/smtp-sink.py" --port "$port" --out "$folder/messages.jsonl" \
        </dev/null >"$folder/server.log" 2>&1 9>&- &
    echo "$!" >"$folder/pid"
    disown "$!"
    until grep -q '^ready ' "$folder/server.log"; do
        if ! smtp_is_up || ((++waited > 100)); then
            cat "$folder/server.log" >&2
            die "the SMTP sink did not start; its log is $folder/server.log"
        fi
        sleep 0.1
    done
}

smtp_is_up() {
    local pid
    pid="$(cat "$state/smtp/pid" 2>/dev/null)" && process_runs "$pid" &&
        tr '\0' ' ' <"/proc/$pid/cmdline" 2>/dev/null | grep -qF "smtp-sink.py --port"
}

# --- Commands --------------------------------------------------------------------------------------------

up() {
    ensure_python
    postgres_up
    kafka_up
    [[ "${1:-}" != smtp ]] || smtp_up
    status
}

down() {
    if postgres_is_up; then
        say "stopping PostgreSQL"
        postgres_stop "$(cat "$state/postgres.folder")"
    fi
    if kafka_runs "$state/kafka"; then
        say "stopping Kafka"
        kafka_stop "$state/kafka"
    fi
    if smtp_is_up; then
        say "stopping the SMTP sink"
        end_process "$(cat "$state/smtp/pid")" 5
        rm -f "$state/smtp/pid"
    fi
}

status() {
    local missing=0
    if postgres_is_up; then
        echo "postgresql  running  $(postgres_url "$(cat "$state/postgres.port")")"
    else
        echo "postgresql  stopped"
        missing=1
    fi
    if kafka_runs "$state/kafka"; then
        echo "kafka       running  127.0.0.1:$(cat "$state/kafka.port")"
    else
        echo "kafka       stopped"
        missing=1
    fi
    if smtp_is_up; then
        echo "smtp sink   running  127.0.0.1:$(cat "$state/smtp.port")  .cache/servers/smtp/messages.jsonl"
    else
        echo "smtp sink   stopped"
    fi
    return "$missing"
}

print_env() {
    if postgres_is_up; then
        echo "export TEST_DATABASE_URL=$(postgres_url "$(cat "$state/postgres.port")")"
    fi
    if kafka_runs "$state/kafka"; then
        echo "export KAFKA_BOOTSTRAP=127.0.0.1:$(cat "$state/kafka.port")"
    fi
    if smtp_is_up; then
        echo "export SMTP_SINK=127.0.0.1:$(cat "$state/smtp.port")"
    fi
    ensure_python_tools
    printf 'export EOP_TEST_PYTHON=%q\n' "$EOP_TEST_PYTHON"
}

wipe() {
    down
    [[ ! -s "$state/postgres.folder" ]] || rm -rf "$(cat "$state/postgres.folder")"
    rm -rf "$state"
}

mkdir -p "$state"
command="${1:---help}"
case "$command" in
up | down | wipe)
    # Two people, or two terminals, must not start the same server at once.
    exec 9>"$state.lock"
    flock 9
    ;;
esac
case "$command ${2:-}" in
"up " | "up smtp") up "${2:-}" ;;
"down ") down ;;
"status ") status ;;
"env ") print_env ;;
"wipe ") wipe ;;
"--help " | "-h ") print_header_help "${BASH_SOURCE[0]}" ;;
*) die "unknown command '$*'; see scripts/servers.sh --help" ;;
esac
