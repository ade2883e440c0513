# shellcheck shell=bash
# A PostgreSQL cluster and a Kafka broker for one run only: on free ports, in a folder that goes with them.
# Sourced after common.sh, toolchain.sh, postgres.sh and kafka.sh. The caller makes sure that
# private_servers_stop runs at its end, whatever the reason.

# Where they live, once one of them was started.
PRIVATE_FOLDER=""

private_folder_make() {
    [[ -z "$PRIVATE_FOLDER" ]] || return 0
    PRIVATE_FOLDER="$(mktemp -d "${TMPDIR:-/tmp}/eop-servers.XXXXXX")"
    # User postgres must be able to pass through to its own folder.
    chmod 711 "$PRIVATE_FOLDER"
}

# Starts PostgreSQL, installing it first where it is missing, and exports TEST_DATABASE_URL.
private_postgres_start() {
    local port
    ensure_python
    ensure_postgres
    private_folder_make
    port="$(free_ports 1)"
    postgres_own "$PRIVATE_FOLDER/postgres"
    postgres_init "$PRIVATE_FOLDER/postgres"
    postgres_start "$PRIVATE_FOLDER/postgres" "$port"
    TEST_DATABASE_URL="$(postgres_url "$port")"
    export TEST_DATABASE_URL
    say "PostgreSQL: $TEST_DATABASE_URL"
}

# Starts Kafka, fetching it first where it is missing, and exports KAFKA_BOOTSTRAP, and as KAFKA_SECURE the folder that
# says where its protected listeners are and has the files to get in.
private_kafka_start() {
    local ports broker controller secure
    ensure_python
    ensure_kafka
    private_folder_make
    ports="$(free_ports 5)"
    read -r broker controller secure <<<"$ports"
    # shellcheck disable=SC2086 # three ports
    kafka_init "$PRIVATE_FOLDER/kafka" "$broker" "$controller" $secure
    kafka_start "$PRIVATE_FOLDER/kafka" "$broker"
    export KAFKA_BOOTSTRAP="127.0.0.1:$broker" KAFKA_SECURE="$PRIVATE_FOLDER/kafka/secure"
    say "Kafka: $KAFKA_BOOTSTRAP"
}

# Stops what was started and removes its data, so nobody waits for a server that takes its time.
private_servers_stop() {
    [[ -n "$PRIVATE_FOLDER" ]] || return 0
    [[ ! -d "$PRIVATE_FOLDER/kafka" ]] || kafka_stop "$PRIVATE_FOLDER/kafka" 3 || true
    if [[ -d "$PRIVATE_FOLDER/postgres" ]] && postgres_runs "$PRIVATE_FOLDER/postgres"; then
        postgres_stop "$PRIVATE_FOLDER/postgres" immediate || true
    fi
    rm -rf "$PRIVATE_FOLDER"
    PRIVATE_FOLDER=""
}
