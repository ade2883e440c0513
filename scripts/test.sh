#!/usr/bin/env bash
# Runs the project's checks and tests, and starts what they need.
#
# Usage: scripts/test.sh [--fast] [--docs] [--keep-going] [--only STEP] [--skip STEP,…] [--help]
#
#   (nothing)      every step, with a private PostgreSQL and a private Kafka broker on free ports
#   --fast         only what needs no server: fmt, shell, and the tests of all crates but the Kafka and
#                  Fluvio adapters; a test that would need a server says in one line that it is skipped
#   --docs         also build the API documentation of the crates (step docs)
#   --keep-going   run the long steps too after a step has failed
#   --only STEP    run one step, with the servers if it needs them
#   --skip STEP,…  leave these steps out
#
# Steps, in order:
#   fmt      cargo fmt --check
#   shell    bash -n and shellcheck over the scripts
#   deny     cargo deny: layering bans, licences and sources of all dependencies
#   deploy   what deploy/ and docker-compose.yml say: compose config, Dockerfile, rules and their tests, dashboards
#   documents  scripts/lint-documents.sh: Redocly and Spectral over openapi/, AsyncAPI's parser over openapi/events/
#   portal   the web portal: lint, types and their drift from openapi/, unit tests, build, size
#   clippy   cargo clippy -D warnings, all crates but the Fluvio adapter             (long)
#   test     cargo test, all crates but the Fluvio adapter, on PostgreSQL and Kafka  (long)
#   fluvio   cargo clippy -D warnings of the Fluvio adapter and its wiring, and those of its tests that need no
#            cluster                                                                (long)
#   browser  the portal's journeys in Chromium against the built program               (long)
#   sdk      scripts/sdk.sh: what is made of openapi/ is not stale and breaks nobody's client; each SDK of sdk/ is compiled,
#            driven against the built program and against a server with faults         (long)
#   observe  scripts/observe.sh: a real Prometheus and Alertmanager watch the built program (long)
#   docs     cargo doc, warnings refused; only with --docs or --only docs            (long)
#   fuzz     scripts/fuzz-api.sh: generated requests against the services            (long)
#   crash    scripts/crash-matrix.sh: processes and servers killed under load, at each point once (long)
#   openapi  no step may have changed the checked-in documents under openapi/
#
# After a failure the steps that are not long still run. The exit status is that of the first failed step;
# 130 after Ctrl-C. The servers are stopped and their data removed in every case.
#
# What is missing is installed: Debian packages by apt-get (as root; otherwise the command to type is
# printed), Chromium among them, the portal's packages by npm, and Kafka's jars, cargo-deny and the Python tools into ${XDG_CACHE_HOME:-~/.cache}/eop, where the
# next run finds them without a network.
#
# Environment:
#   TEST_DATABASE_URL   use this PostgreSQL (a superuser's URL) instead of starting one
#   KAFKA_BOOTSTRAP     use this Kafka broker (HOST:PORT) instead of starting one
#   FLUVIO_ENDPOINT     a Fluvio cluster; with it the Fluvio adapter's tests run too
# The tests find these, and in EOP_TEST_PYTHON a Python with scripts/requirements.txt. EOP_TEST_FAST=1 tells
# them that --fast was given.

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
# shellcheck source=scripts/lib/deploy.sh
source "$here/lib/deploy.sh"
# shellcheck source=scripts/lib/steps.sh
source "$here/lib/steps.sh"
# shellcheck source=scripts/lib/portal.sh
source "$here/lib/portal.sh"

without_fluvio=(--workspace --exclude eop-fluvio)

# --- The servers -----------------------------------------------------------------------------------------

start_servers() {
    [[ -n "${TEST_DATABASE_URL:-}" ]] || prepare "start postgresql" private_postgres_start
    [[ -n "${KAFKA_BOOTSTRAP:-}" ]] || prepare "start kafka" private_kafka_start
}

# --- The steps -------------------------------------------------------------------------------------------

step_fmt() {
    run_step fmt cargo fmt --all --check
}

step_shell() {
    prepare "python tools" ensure_python_tools
    run_step shell check_shell
}

check_shell() {
    local scripts=(scripts/*.sh scripts/lib/*.sh sdk/*/*.sh .ci/run) script
    for script in "${scripts[@]}"; do
        bash -n "$script" || return
    done
    "$(dirname "$EOP_TEST_PYTHON")/shellcheck" --external-sources "${scripts[@]}"
}

step_deny() {
    prepare "cargo-deny" ensure_cargo_deny
    run_step deny "$CARGO_DENY" --locked check --hide-inclusion-graph bans licenses sources
}

step_deploy() {
    prepare "python tools" ensure_python_tools
    prepare "promtool and amtool" ensure_promtool
    run_step deploy check_deploy
}

step_observe() {
    prepare "python tools" ensure_python_tools
    prepare "promtool and amtool" ensure_promtool
    run_step observe scripts/observe.sh
}

step_documents() {
    prepare "node" ensure_node
    run_step documents scripts/lint-documents.sh
}

step_portal() {
    prepare "node" ensure_node
    prepare "portal packages" portal_packages
    run_step portal check_portal
}

check_portal() {
    cd apps/portal || return
    npm run --silent lint && npm run --silent api -- --check && npm test --silent && npm run --silent build && npm run --silent budget
}

step_browser() {
    prepare "node" ensure_node
    prepare "portal packages" portal_packages
    prepare "portal" build_portal
    prepare "chromium" ensure_chromium
    run_step browser browser_journeys
}

browser_journeys() {
    # Together with the others, as the tests were built: other features would compile half of the dependencies anew.
    EOP_REQUIRE_PORTAL=1 cargo build --locked "${without_fluvio[@]}" --bin eop || return
    EOP_BIN="${CARGO_TARGET_DIR:-$EOP_ROOT/target}/debug/eop" node apps/portal/e2e/run.mjs
}

step_sdk() {
    run_step sdk scripts/sdk.sh
}

step_clippy() {
    prepare "native libraries" ensure_librdkafka_build
    run_step clippy cargo clippy --locked "${without_fluvio[@]}" --all-targets -- -D warnings
}

step_test() {
    prepare "native libraries" ensure_librdkafka_build
    local crates=("${without_fluvio[@]}")
    if [[ "$mode" == fast ]]; then
        export EOP_TEST_FAST=1
        crates+=(--exclude eop-kafka)
    else
        prepare "python tools" ensure_python_tools
        prepare "promtool" ensure_promtool
        start_servers
    fi
    run_step test cargo_test "${crates[@]}"
}

# Runs cargo test, leaves its output as it is, and counts what it reports: a run without any test has failed.
cargo_test() {
    local log status=0
    log="$(mktemp)"
    cargo test --locked --no-fail-fast "$@" 2>&1 | tee "$log" || status=$?
    awk '/^test result:/ { passed += $4; failed += $6; ignored += $8 }
         END {
             printf "\ntests: %d passed, %d failed, %d skipped\n", passed, failed, ignored
             exit passed + failed == 0
         }' "$log" || {
        echo "error: cargo test ran no test" >&2
        ((status != 0)) || status=1
    }
    rm -f "$log"
    return "$status"
}

step_fluvio() {
    if [[ -n "${FLUVIO_ENDPOINT:-}" ]]; then
        run_step fluvio cargo_test -p eop-fluvio
    else
        run_step fluvio fluvio_without_cluster
    fi
}

fluvio_without_cluster() {
    cargo clippy --locked -p eop-fluvio -p eop-assembly --features eop-assembly/fluvio --all-targets -- -D warnings || return
    cargo test --locked -p eop-fluvio --lib
}

step_docs() {
    prepare "native libraries" ensure_librdkafka_build
    run_step docs env RUSTDOCFLAGS="-D warnings" cargo doc --locked "${without_fluvio[@]}" --no-deps
}

step_fuzz() {
    prepare "python tools" ensure_python_tools
    prepare "native libraries" ensure_librdkafka_build
    start_servers
    run_step fuzz scripts/fuzz-api.sh
}

step_crash() {
    run_step crash scripts/crash-matrix.sh
}

step_openapi() {
    run_step openapi openapi_is_unchanged
}

openapi_is_unchanged() {
    local changed
    git diff --exit-code -- openapi/ || return
    changed="$(git status --porcelain -- openapi/)" || return
    if [[ -n "$changed" ]]; then
        printf '%s\n' "$changed" "error: openapi/ differs from what is checked in; regenerate and commit it" >&2
        return 1
    fi
}

# --- The command line ------------------------------------------------------------------------------------

mode=full
docs=no
only=""
skipped=""
while (($# > 0)); do
    case "$1" in
    --fast) mode=fast ;;
    --docs) docs=yes ;;
    --keep-going) KEEP_GOING=yes ;;
    --skip)
        skipped="${2:-}"
        shift
        ;;
    --only)
        only="${2:-}"
        shift
        ;;
    --help | -h)
        print_header_help "${BASH_SOURCE[0]}"
        exit 0
        ;;
    *) die "unknown argument '$1'; see scripts/test.sh --help" ;;
    esac
    shift || die "--only and --skip need the name of a step; see scripts/test.sh --help"
done

if [[ -n "$only" ]]; then
    steps=("$only")
elif [[ "$mode" == fast ]]; then
    steps=(fmt shell test)
else
    steps=(fmt shell deny deploy documents portal clippy test browser sdk observe fluvio)
    [[ "$docs" == no ]] || steps+=(docs)
    # Until every service can be asked, there is nothing to send generated requests to.
    [[ ! -x "$EOP_ROOT/scripts/fuzz-api.sh" ]] || steps+=(fuzz)
    steps+=(crash openapi)
fi
for step in "${steps[@]}"; do
    declare -F "step_$step" >/dev/null || die "there is no step '$step'; see scripts/test.sh --help"
done

cd "$EOP_ROOT"
ensure_rust
on_finish private_servers_stop
for step in "${steps[@]}"; do
    [[ ",$skipped," != *",$step,"* ]] || continue
    case "$step" in
    clippy | test | browser | sdk | observe | fluvio | docs | fuzz | crash) skip_after_failure "$step" || "step_$step" ;;
    *) "step_$step" ;;
    esac
done
