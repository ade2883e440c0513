#!/usr/bin/env bash
# Measures the platform against the physical limit of this machine, and prints a table.
#
# Usage: scripts/bench.sh [--help] [ARGUMENT...]
#
#   ARGUMENT...   handed to eop-bench; `scripts/bench.sh -- --help` lists what it takes, such as
#                 p1 p3            only these measures
#                 --runs N         runs of each measure (default 5; the median is reported)
#                 --page FILE      write the page of the documentation, docs/BENCHMARKS.md
#
# Builds everything with optimisation, starts a private PostgreSQL and a private Kafka broker, measures, and
# stops them. The figures also go to target/bench.json. Let nothing else run meanwhile: the table says what
# did. What is missing is installed as by scripts/test.sh; wrk, which makes the load, comes with Debian.

set -euo pipefail
export LC_ALL=C.UTF-8

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
# shellcheck source=scripts/lib/common.sh
source "$here/lib/common.sh"
# shellcheck source=scripts/lib/toolchain.sh
source "$here/lib/toolchain.sh"
# As servers are set up, not as what is quick to start: the baseline has it too.
POSTGRES_OPTIONS="-c shared_buffers=1GB -c max_wal_size=4GB -c checkpoint_timeout=15min"
# shellcheck source=scripts/lib/postgres.sh
source "$here/lib/postgres.sh"
KAFKA_JAVA_OPTIONS="-Xms512m -Xmx512m -XX:+UseSerialGC"
# shellcheck source=scripts/lib/kafka.sh
source "$here/lib/kafka.sh"
# shellcheck source=scripts/lib/private.sh
source "$here/lib/private.sh"

case "${1:-}" in
--help | -h)
    print_header_help "${BASH_SOURCE[0]}"
    exit 0
    ;;
--) shift ;;
esac

ensure_rust
ensure_librdkafka_build
ensure_python_tools
# What cannot be installed is said now, not after the long build.
ensure_postgres
ensure_kafka
have wrk || apt_install "wrk, which makes the load" wrk

cd "$EOP_ROOT"
say "building the platform and the measures"
cargo build --locked --release -p eop-platform --features kafka
cargo build --locked --release -p eop-bench

trap private_servers_stop EXIT
private_postgres_start
private_kafka_start

folder="${CARGO_TARGET_DIR:-target}/release"
"$folder/eop-bench" --program "$folder/eop" "$@"
