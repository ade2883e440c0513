# shellcheck shell=bash
# A private one-node Kafka broker (KRaft): fetched, formatted, started and stopped. Sourced after common.sh.

KAFKA_VERSION=4.2.0
KAFKA_LIBS="$EOP_CACHE/kafka-$KAFKA_VERSION"
# How the broker's Java runs: by default small and quick to start.
KAFKA_JAVA_OPTIONS="${KAFKA_JAVA_OPTIONS:--Xms64m -Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1}"

# Makes sure that Java and the broker's jars are there; Maven is needed only for the first fetch.
ensure_kafka() {
    have java || apt_install "Java 17 or newer" default-jre-headless
    local java
    java="$(java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.specification.version = //p')"
    if ! [[ "$java" =~ ^[0-9]+$ ]] || ((java < 17)); then
        die "Kafka $KAFKA_VERSION needs Java 17 or newer; 'java' on PATH is ${java:-unknown}"
    fi
    [[ -d "$KAFKA_LIBS" ]] && return
    have mvn || apt_install "Maven, to fetch Kafka's jars" maven
    say "fetching Kafka $KAFKA_VERSION (about 43 MB) into $KAFKA_LIBS"
    local fresh
    mkdir -p "$EOP_CACHE"
    fresh="$(mktemp -d "$EOP_CACHE/kafka-fetch.XXXXXX")"
    mvn --quiet --batch-mode -Dstyle.color=never --strict-checksums --file "$EOP_ROOT/scripts/kafka/pom.xml" dependency:copy-dependencies \
        -Dkafka.version="$KAFKA_VERSION" -DoutputDirectory="$fresh" -DincludeScope=runtime >&2 || {
        rm -rf "$fresh"
        die "Maven could not fetch Kafka $KAFKA_VERSION"
    }
    chmod 755 "$fresh"
    # The rename makes a fetch that was interrupted invisible to the next run.
    mv -T "$fresh" "$KAFKA_LIBS" 2>/dev/null || rm -rf "$fresh"
    [[ -d "$KAFKA_LIBS" ]] || die "$KAFKA_LIBS could not be made"
}

# Runs one of Kafka's own Java programs, such as kafka.tools.StorageTool.
kafka_java() {
    java -Xms64m -Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp "$KAFKA_LIBS/*" \
        -Dlog4j2.configurationFile="$EOP_ROOT/scripts/kafka/log4j2.properties" "$@"
}

# Makes what the protected listeners need, in FOLDER: an authority (ca.pem) and another one that nobody trusts
# (other.pem), certificates for localhost by the first, one of them expired, and one for a client.
# Usage: kafka_certificates FOLDER
kafka_certificates() {
    local folder="$1" name days
    have openssl || apt_install "OpenSSL" openssl
    mkdir -p "$folder"
    [[ -f "$folder/client.pem" ]] && return
    (
        cd "$folder"
        printf 'subjectAltName=DNS:localhost,IP:127.0.0.1\n' >names.ext
        for name in ca other; do
            openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout "$name.key" -out "$name.pem" \
                -subj "/CN=$name of the tests" -days 30
        done
        # With 0 days a certificate has expired by the time it is shown.
        for name in expired:0 broker:30 client:30; do
            days="${name#*:}" name="${name%:*}"
            openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout "$name.key" -out "$name.csr" \
                -subj "/CN=$name"
            openssl x509 -req -in "$name.csr" -CA ca.pem -CAkey ca.key -CAcreateserial -days "$days" \
                -extfile names.ext -out "$name.pem"
            cat "$name.key" "$name.pem" ca.pem >"$name.store"
        done
    ) >"$folder/certificates.log" 2>&1 || {
        cat "$folder/certificates.log" >&2
        die "the certificates for Kafka could not be made"
    }
}

# Adds listeners that ask for more than the plain one to the configuration in FOLDER, and writes where they are to
# FOLDER/secure/listeners: one with TLS and a password (user eop, password correct-horse), one with an expired
# certificate, and one that wants a certificate of the client.
# Usage: kafka_secure FOLDER SASL_PORT EXPIRED_PORT MUTUAL_PORT
kafka_secure() {
    local folder="$1" secure="$1/secure"
    kafka_certificates "$secure"
    printf 'sasl=localhost:%s\nexpired=localhost:%s\nmutual=localhost:%s\n' "$2" "$3" "$4" >"$secure/listeners"
    sed -i -e "/^listeners=/s|\$|,SASL://localhost:$2,EXPIRED://localhost:$3,MUTUAL://localhost:$4|" \
        -e "/^advertised.listeners=/s|\$|,SASL://localhost:$2,EXPIRED://localhost:$3,MUTUAL://localhost:$4|" \
        -e "/^listener.security.protocol.map=/s|\$|,SASL:SASL_SSL,EXPIRED:SSL,MUTUAL:SSL|" "$folder/server.properties"
    sed -e "s|@SECURE@|$secure|g" "$EOP_ROOT/scripts/kafka/secure.properties" >>"$folder/server.properties"
}

# Writes the configuration in FOLDER and formats its storage. The ports are part of the configuration; the last three
# are those of the protected listeners, if there are to be such.
# Usage: kafka_init FOLDER BROKER_PORT CONTROLLER_PORT [SASL_PORT EXPIRED_PORT MUTUAL_PORT]
kafka_init() {
    local folder="$1" broker="$2" controller="$3" scram=()
    mkdir -p "$folder"
    sed -e "s|@BROKER_PORT@|$broker|g" -e "s|@CONTROLLER_PORT@|$controller|g" -e "s|@DATA@|$folder/data|g" \
        "$EOP_ROOT/scripts/kafka/server.properties" >"$folder/server.properties"
    if (($# > 3)); then
        kafka_secure "$folder" "$4" "$5" "$6"
        scram=(--add-scram 'SCRAM-SHA-256=[name=eop,password=correct-horse]'
            --add-scram 'SCRAM-SHA-512=[name=eop,password=correct-horse]')
    fi
    [[ -f "$folder/data/meta.properties" ]] && return
    kafka_java kafka.tools.StorageTool format --cluster-id EopLocalClusterAAAAAAA --config "$folder/server.properties" \
        "${scram[@]}" >"$folder/format.log" 2>&1 || {
        cat "$folder/format.log" >&2
        die "Kafka's storage in $folder/data could not be formatted"
    }
}

# Starts the broker of FOLDER, writes its process id to FOLDER/pid and returns when a metadata request is
# answered with a broker in it: an open port alone is not yet a broker that takes records.
# Usage: kafka_start FOLDER BROKER_PORT
kafka_start() {
    local folder="$1" port="$2" pid options
    read -r -a options <<<"$KAFKA_JAVA_OPTIONS"
    # In a session of its own, so that Ctrl-C ends the tests first and the broker by our hand afterwards.
    setsid java "${options[@]}" -cp "$KAFKA_LIBS/*" \
        -Dlog4j2.configurationFile="$EOP_ROOT/scripts/kafka/log4j2.properties" \
        kafka.Kafka "$folder/server.properties" </dev/null >"$folder/server.log" 2>&1 9>&- &
    pid=$!
    disown "$pid"
    echo "$pid" >"$folder/pid"
    python3 "$EOP_ROOT/scripts/kafka/ready.py" "127.0.0.1:$port" --wait 60 --pid "$pid" || {
        tail -n 20 "$folder/server.log" >&2
        die "Kafka did not start; its log is $folder/server.log"
    }
}

kafka_runs() {
    local pid
    pid="$(cat "$1/pid" 2>/dev/null)" && process_runs "$pid" &&
        tr '\0' ' ' <"/proc/$pid/cmdline" 2>/dev/null | grep -qF "kafka.Kafka $1/server.properties"
}

# Kills the broker of FOLDER by SIGKILL, and returns when it is gone.
# Usage: kafka_kill FOLDER
kafka_kill() {
    kafka_runs "$1" || die "no broker runs in $1"
    local pid
    pid="$(cat "$1/pid")"
    kill -KILL "$pid"
    wait_until_gone "$pid"
}

# Usage: kafka_stop FOLDER [SECONDS]; the broker is killed when it has not stopped after SECONDS (10).
kafka_stop() {
    kafka_runs "$1" && end_process "$(cat "$1/pid")" "${2:-10}"
    rm -f "$1/pid"
}
