#!/usr/bin/env bash
# Sends generated requests to the three services and checks every answer against the OpenAPI documents.
#
# Usage: scripts/fuzz-api.sh [--help]
#
# Builds and starts `eop dev` on free ports and in a temporary folder, gives it some orders and accounts, and lets
# schemathesis run all its phases and checks (scripts/schemathesis.toml) over the 3.1 documents, once per seed, with
# the token of another role each time: admin, alice (a customer), approver, fulfilment. A server error, a status that
# the operation does not list, an answer that breaks its schema, invalid data that are accepted: each fails the run. Of a
# stream the first event is heard (scripts/lib/fuzz_hooks.py).
# Everything is stopped and removed at the end.
#
# Environment:
#   FUZZ_CASES   test cases per operation and phase (default 8)
#   FUZZ_SEEDS   seeds, separated by spaces (default "1 2 3 4")
#   FUZZ_BINARY  the program to test instead of building one
#   FUZZ_KEEP    a folder that gets the logs of the runs, kept also when nothing fails
#   EOP_TEST_PYTHON   a Python with scripts/requirements.txt; without it one is made in the cache

set -euo pipefail
export LC_ALL=C.UTF-8

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
# shellcheck source=scripts/lib/common.sh
source "$here/lib/common.sh"
# shellcheck source=scripts/lib/toolchain.sh
source "$here/lib/toolchain.sh"

case "${1:-}" in
"") ;;
--help | -h)
    print_header_help "${BASH_SOURCE[0]}"
    exit 0
    ;;
*) die "unknown argument '$1'; see scripts/fuzz-api.sh --help" ;;
esac

cases="${FUZZ_CASES:-8}"
read -r -a seeds <<<"${FUZZ_SEEDS:-1 2 3 4}"
roles=(admin alice approver fulfilment)
services=(user order notification)

# These end the session of the token that is used, or change who may log in, what an account may do and which tokens count:
# in the middle of a run they would leave nothing but 401 and 403 behind them. They have runs of their own, after the others.
apart=(logOut changeMyPassword revokeMySession revokeMyOtherSessions setUserRoles lockUser unlockUser changeRole removeRole retireKey)

temp="$(mktemp -d "${TMPDIR:-/tmp}/eop-fuzz.XXXXXX")"
logs="${FUZZ_KEEP:-$temp/logs}"
mkdir -p "$logs"
platform=""
runs=()

stop() {
    local pid
    for pid in "${runs[@]}"; do
        end_process "$pid" 2
    done
    [[ -z "$platform" ]] || end_process "$platform" 10
    rm -rf "$temp"
}
trap stop EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# --- The platform ----------------------------------------------------------------------------------------

declare -A url

start_platform() {
    local ports user order notification portal log="$logs/platform.log" waited=0
    [[ -n "${FUZZ_BINARY:-}" ]] || cargo build --locked --quiet -p eop-platform ||
        die "the platform does not compile"
    # A copy, so that another build meanwhile does not change what runs.
    cp "${FUZZ_BINARY:-${CARGO_TARGET_DIR:-target}/debug/eop}" "$temp/eop"
    ports="$(free_ports 4)"
    read -r user order notification portal <<<"$ports"
    url=([user]="http://127.0.0.1:$user" [order]="http://127.0.0.1:$order"
        [notification]="http://127.0.0.1:$notification")
    # The one in the documents' examples, so that those of logging in and changing the password work.
    export EOP_DEMO_PASSWORD="correct-horse-demo-battery"
    # A token must outlive the longest run. A disk that stalls for some seconds on a busy machine is no fault of the
    # service; a connection that never comes still fails. The platform refuses EOP_ variables that it does not know.
    env -u EOP_TEST_PYTHON -u EOP_TEST_FAST EOP_ACCESS_TOKEN_TTL_S=3600 EOP_DB_ACQUIRE_TIMEOUT_MS=20000 \
        "$temp/eop" dev --data-dir "$temp/data" --user-port "$user" --order-port "$order" \
        --notification-port "$notification" --portal-port "$portal" \
        </dev/null >"$log" 2>&1 &
    platform=$!
    until grep -q '^The platform is ready' "$log"; do
        if ! process_runs "$platform" || ((++waited > 600)); then
            cat "$log" >&2
            die "the platform did not start"
        fi
        sleep 0.1
    done
}

# --- The runs --------------------------------------------------------------------------------------------

failed=0
total=0
number=0

# Starts schemathesis over the document of one service, in the background.
# Usage: begin NAME SERVICE TOKEN SEED OPTION...
begin() {
    local name="$1" service="$2" token="$3" seed="$4"
    shift 4
    FUZZ_RUN="$((++number))" SCHEMATHESIS_HOOKS=fuzz_hooks PYTHONPATH="$here/lib" PYTHONDONTWRITEBYTECODE=1 \
        "$EOP_TEST_PYTHON" -m schemathesis.cli --config-file "$temp/$service.toml" run \
        "${url[$service]}/openapi-3.1.json" --url "${url[$service]}" --header "Authorization: Bearer $token" \
        --checks all --seed "$seed" --max-examples "$cases" "$@" </dev/null >"$logs/$name.log" 2>&1 &
    runs+=("$!")
    names+=("$name")
}

# Waits for what `begin` has started and reports each run in one line, a failed one in full.
finish() {
    local index log summary outcome
    for index in "${!runs[@]}"; do
        log="$logs/${names[$index]}.log"
        outcome=ok
        wait "${runs[$index]}" || outcome=FAILED
        summary="$(grep -E '^ *[0-9]+ generated, ' "$log" | sed 's/^ *//' || true)"
        # A run that has sent nothing has shown nothing.
        [[ -n "$summary" ]] || outcome=FAILED
        if [[ "$outcome" != ok ]]; then
            failed=$((failed + 1))
            cat "$log"
        fi
        total=$((total + ${summary%% *}))
        printf '%-32s %-7s %s\n' "${names[$index]}" "$outcome" "$summary"
    done
    runs=()
    names=()
}

# Fails when the token of a run is not good any more: then the run has met mostly 401.
check_token() {
    local status
    status="$(curl -s -o /dev/null -w '%{http_code}' -H "Authorization: Bearer $2" "${url[user]}/api/v1/me")"
    if [[ "$status" != 200 ]]; then
        echo "error: the run of $1 has lost its token: GET /api/v1/me is answered with $status"
        failed=$((failed + 1))
    fi
}

# Prints how many requests the platform has answered with which status, by its own count, and the operations that have
# never succeeded: a fuzzer that never gets past the door would be content with any service.
report_answers() {
    curl -sf "${url[user]}/metrics" >"$logs/metrics.txt"
    awk -F'"' '/^http_server_request_duration_seconds_count/ && $6 ~ /^\/(api|\.well-known)\// {
                   split($0, parts, " "); count[$8] += parts[2]
                   operation = $4 " " $6
                   if ($4 != "_OTHER" && $8 != 405) { seen[operation]; if ($8 < 300) good[operation] }
               }
               END {
                   for (status in count) printf "%s: %d\n", status, count[status] | "sort | tr \"\\n\" \" \""
                   close("sort | tr \"\\n\" \" \""); print ""
                   for (operation in seen) if (!(operation in good)) print "never succeeded: " operation | "sort"
               }' "$logs/metrics.txt"
}

declare -A token
names=()

prepare() {
    local role value tokens
    tokens="$("$EOP_TEST_PYTHON" "$here/lib/fuzz_prepare.py" "$temp" "$1" "${url[user]}" "${url[order]}" \
        "${url[notification]}")"
    while read -r role value; do
        token[$role]="$value"
    done <<<"$tokens"
}

cd "$EOP_ROOT"
ensure_rust
have curl || apt_install "curl" curl
[[ -n "${EOP_TEST_PYTHON:-}" ]] || ensure_python_tools
started=$SECONDS
say "starting the platform"
start_platform

except=()
only=()
for operation in "${apart[@]}"; do
    except+=(--exclude-operation-id "$operation")
    [[ "$operation" == logOut ]] || only+=(--include-operation-id "$operation")
done

for index in "${!seeds[@]}"; do
    seed="${seeds[$index]}"
    role="${roles[$((index % ${#roles[@]}))]}"
    prepare "$seed"
    for service in "${services[@]}"; do
        filter=()
        [[ "$service" != user ]] || filter=("${except[@]}")
        begin "$service-$role-seed-$seed" "$service" "${token[$role]}" "$seed" "${filter[@]}"
    done
    finish
    check_token "$role" "${token[$role]}"
done

# Bob's session ends in the first of these; the administrator's may.
seed="${seeds[0]}"
begin "logout-bob-seed-$seed" user "${token[bob]}" "$seed" --include-operation-id logOut
begin "accounts-admin-seed-$seed" user "${token[admin]}" "$seed" "${only[@]}"
finish

report_answers
if grep -E '\bpanicked at\b' "$logs/platform.log"; then
    echo "error: the platform has panicked"
    failed=$((failed + 1))
fi
process_runs "$platform" || {
    echo "error: the platform has ended by itself"
    failed=$((failed + 1))
}
printf '\n%d requests from %d seeds in %d s; ' "$total" "${#seeds[@]}" "$((SECONDS - started))"
if ((failed > 0)); then
    echo "failed runs and checks: $failed"
    exit 1
fi
echo "nothing failed"
