#!/usr/bin/env bash
# Lets the platform's processes die at every point where it matters, and their connections fall silent, under load, and
# checks what is left.
#
# Usage: scripts/crash-matrix.sh [--kills N] [--page FILE] [--help]
#
#   (nothing)      each point once in both modes, a few kills at random moments, the broker, PostgreSQL, and three silences
#   --kills N      go on through the points, random moments and silences until there were N
#   --page FILE    write the table to FILE, such as docs/CRASH-MATRIX.md, instead of the build folder
#
# The processes are debug builds with the feature `crash-points`: when the file CRASH_AT says <point>:<passage>, the
# process whose passage comes first dies there by SIGKILL. They run as `eop dev`, and as two instances of each of
# the three services on a private PostgreSQL and a private Kafka broker, behind proxies that can fall silent. What was acknowledged is compared with what is there when everything is
# quiet; the exit status is not 0 when something is missing, is there twice or in another order. Each kill is
# a line of the output; 160 take seven minutes on two cores. People stay signed in for an hour, so a run that
# takes longer fails.
#
# The driver calls this script for what only the owner of the servers can do:
#   --kill-postgres FOLDER PORT    kill the cluster of FOLDER by SIGKILL and start it again
#   --kill-kafka FOLDER PORT       the same for a broker

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
# shellcheck source=scripts/lib/private.sh
source "$here/lib/private.sh"

stop_servers() {
    # Once, and to the end, not even stopped by a second Ctrl-C.
    trap - EXIT
    trap '' HUP INT TERM
    private_servers_stop
}

run_matrix() {
    # The same set of crates as in scripts/test.sh, so that little is compiled a second time; the tests of the
    # services' interfaces are only named because cargo builds the programs with them.
    local build=(test --locked --workspace --exclude eop-fluvio --features eop-platform/crash-points)
    cargo "${build[@]}" --no-run --test journey --test api
    cargo "${build[@]}" --test journey -- --nocapture matrix
}

kills="" page=""
while (($# > 0)); do
    case "$1" in
    --kills)
        kills="${2:-}"
        [[ "$kills" =~ ^[1-9][0-9]*$ ]] || die "--kills needs a number; see scripts/crash-matrix.sh --help"
        shift
        ;;
    --page)
        [[ -n "${2:-}" ]] || die "--page needs a file; see scripts/crash-matrix.sh --help"
        page="$(realpath -m "$2")"
        shift
        ;;
    --kill-postgres | --kill-kafka)
        (($# == 3)) || die "$1 needs a folder and a port; see scripts/crash-matrix.sh --help"
        case "$1" in
        --kill-postgres)
            ensure_postgres
            postgres_kill "$2"
            postgres_start "$2" "$3"
            ;;
        --kill-kafka)
            kafka_kill "$2"
            kafka_start "$2" "$3"
            ;;
        esac
        exit 0
        ;;
    --help | -h)
        print_header_help "${BASH_SOURCE[0]}"
        exit 0
        ;;
    *) die "unknown argument '$1'; see scripts/crash-matrix.sh --help" ;;
    esac
    shift
done

cd "$EOP_ROOT"
ensure_rust
ensure_librdkafka_build
ensure_python_tools
# What cannot be installed is said now, not after the long build.
ensure_postgres
ensure_kafka
trap stop_servers EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM
private_postgres_start
private_kafka_start
export CRASH_SERVERS="$PRIVATE_FOLDER" CRASH_KILLS="$kills" CRASH_PAGE="${page:-${CARGO_TARGET_DIR:-$EOP_ROOT/target}/crash-matrix.md}"
run_matrix
say "the table: $CRASH_PAGE"
