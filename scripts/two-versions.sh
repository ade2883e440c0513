#!/usr/bin/env bash
# Runs the build of an older commit beside this one, on one database and broker, under load, with the migration in between.
#
# Usage: scripts/two-versions.sh OLD_COMMIT [--seconds N] [--page FILE] [--help]
#
#   OLD_COMMIT     whose build is the older version, such as a release tag
#   --older FILE   the older version's program, where it is built already
#   --newer FILE   this version's program, where it is built already
#   --seconds N    how long each of the four phases lasts (30)
#   --page FILE    write the outcome to FILE, such as docs/TWO-VERSIONS.md
#
# The phases: the old services alone; the new ones start beside them, which migrates the databases, and both work; the old
# ones are killed by SIGKILL and started again on the migrated databases, as a node that crashes in a rollout; the old ones
# are stopped and the new ones go on alone. Orders are placed at both order services all the time, each under a key that is
# repeated at the other one when the first one does not answer. In the end everything that was acknowledged is compared with
# what is there; the exit status is not 0 when something is lost or there twice, or an old service did not come back.

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

commit="" older="" newer="" seconds=30 page=""
while (($# > 0)); do
    case "$1" in
    --seconds) seconds="${2:?--seconds needs a number}" && shift ;;
    --older) older="$(realpath -e "${2:?--older needs a file}")" && shift ;;
    --newer) newer="$(realpath -e "${2:?--newer needs a file}")" && shift ;;
    --page) page="$(realpath -m "${2:?--page needs a file}")" && shift ;;
    --help | -h) print_header_help "${BASH_SOURCE[0]}" && exit 0 ;;
    -*) die "unknown option '$1'; see scripts/two-versions.sh --help" ;;
    *) commit="$1" ;;
    esac
    shift
done
[[ -n "$commit" ]] || die "name the older commit; see scripts/two-versions.sh --help"
commit="$(git -C "$EOP_ROOT" rev-parse --verify "$commit^{commit}")" || die "there is no such commit"

work="$(mktemp -d "${TMPDIR:-/tmp}/eop-two-versions.XXXXXX")"
declare -A pids=()

# shellcheck disable=SC2329 # called by the trap below
stop_all() {
    trap - EXIT
    trap '' HUP INT TERM
    local name
    for name in "${!pids[@]}"; do
        kill -KILL "${pids[$name]}" 2>/dev/null || true
    done
    private_servers_stop
    git -C "$EOP_ROOT" worktree remove --force "$work/old" 2>/dev/null || true
    rm -rf "$work"
}
trap stop_all EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

# --- Two builds ------------------------------------------------------------------------------------------

# As the tests build it, so that little is compiled a second time.
build() {
    (cd "$1" && cargo test --locked --workspace --exclude eop-fluvio --no-run --test journey) || die "$1 does not build"
}

build_older() {
    say "building $(git -C "$EOP_ROOT" rev-parse --short "$commit"), the older version"
    git -C "$EOP_ROOT" worktree add --quiet --detach "$work/old" "$commit"
    # What both have in common is not built twice: files are shared, and replaced rather than changed.
    if [[ -d "$EOP_ROOT/target/debug" ]]; then
        mkdir "$work/old/target"
        cp -al "$EOP_ROOT/target/debug" "$work/old/target/debug"
        rm -f "$work/old/target/debug/.cargo-lock"
    fi
    build "$work/old"
    older="$work/old/target/debug/eop"
}

[[ -n "$older" ]] || build_older
if [[ -z "$newer" ]]; then
    say "building this version"
    build "$EOP_ROOT"
    newer="$EOP_ROOT/target/debug/eop"
fi
declare -A program=([old]="$older" [new]="$newer")

# --- One database and broker -----------------------------------------------------------------------------

private_postgres_start
private_kafka_start
ensure_python_tools
for name in userdb orderdb notificationdb; do
    "$POSTGRES_BIN/psql" "$TEST_DATABASE_URL" --quiet --command "CREATE DATABASE $name"
done
postgres_port="$(sed -E 's|.*:([0-9]+)/.*|\1|' <<<"$TEST_DATABASE_URL")"
read -r smtp old_user old_order old_notification new_user new_order new_notification <<<"$(free_ports 7)"
"$EOP_TEST_PYTHON" "$here/smtp-sink.py" --port "$smtp" --out "$work/mails" >"$work/smtp.log" 2>&1 &
pids[smtp]=$!

EOP_MASTER_KEY="$(head -c 32 /dev/urandom | base64)"
export EOP_MASTER_KEY EOP_BROKER_URL="kafka://$KAFKA_BOOTSTRAP" EOP_ISSUER="http://127.0.0.1:$old_user"
export EOP_SMTP_URL="smtp://127.0.0.1:$smtp?tls=none" EOP_ACCESS_TOKEN_TTL_S=3600 EOP_LOG=info
declare -A users=([old]="$old_user" [new]="$new_user")
unset EOP_DATABASE_URL
# The services refuse names of settings that they do not know.
export -n EOP_TEST_PYTHON

# Starts a service of a version and waits until it is ready; gives up when it ends, or after a minute.
# Usage: start VERSION SERVICE PORT
start() {
    local version="$1" service="$2" port="$3" waited=0
    EOP_DATABASE_URL="postgres://postgres@127.0.0.1:$postgres_port/${service}db" \
        EOP_JWKS_URL="http://127.0.0.1:${users[$version]}/.well-known/jwks.json" \
        "${program[$version]}" serve "$service" --http-addr "127.0.0.1:$port" >>"$work/$version-$service.log" 2>&1 &
    pids[$version-$service]=$!
    until curl --silent --fail --output /dev/null --max-time 2 "http://127.0.0.1:$port/health/ready"; do
        process_runs "${pids[$version-$service]}" || return 1
        ((++waited < 240)) || return 1
        sleep 0.25
    done
}

load() {
    "$EOP_TEST_PYTHON" "$here/lib/two_versions.py" load --users "$1" --old "$2" --new "$3" --seconds "$4" --out "$work/run-$5"
}

at() { printf 'http://127.0.0.1:%s' "$1"; }

# --- The rollout -----------------------------------------------------------------------------------------

say "phase 1: the old services alone"
start old user "$old_user" || die "$(tail -n 3 "$work/old-user.log")"
EOP_DATABASE_URL="postgres://postgres@127.0.0.1:$postgres_port/userdb" "${program[old]}" admin create \
    --email admin@example.com <<<"seventeen purple umbrellas"
start old order "$old_order" || die "$(tail -n 3 "$work/old-order.log")"
start old notification "$old_notification" || die "$(tail -n 3 "$work/old-notification.log")"
load "$(at "$old_user")" "$(at "$old_order")" - "$seconds" 1

say "phase 2: the new services start beside them and migrate"
load "$(at "$old_user")" "$(at "$old_order")" "$(at "$new_order")" "$((2 * seconds))" 2 &
loading=$!
start new user "$new_user" || die "$(tail -n 3 "$work/new-user.log")"
start new order "$new_order" || die "$(tail -n 3 "$work/new-order.log")"
start new notification "$new_notification" || die "$(tail -n 3 "$work/new-notification.log")"
wait "$loading"

say "phase 3: the old services crash and come back"
load "$(at "$new_user")" "$(at "$old_order")" "$(at "$new_order")" "$seconds" 3 &
loading=$!
back=""
for service in user order notification; do
    kill -KILL "${pids[old-$service]}"
    port="old_$service"
    if start old "$service" "${!port}"; then
        back+="| the old $service service after the migration | came back |"$'\n'
    else
        reason="$(sed -E 's/\x1b\[[0-9;]*m//g' "$work/old-$service.log" | tail -n 1 | cut -c 1-300)"
        back+="| the old $service service after the migration | did not come back: ${reason//|//} |"$'\n'
    fi
done
wait "$loading"

say "phase 4: the new services alone"
for service in user order notification; do
    kill -TERM "${pids[old-$service]}" 2>/dev/null || true
done
load "$(at "$new_user")" - "$(at "$new_order")" "$seconds" 4

# --- What is left ----------------------------------------------------------------------------------------

status=0
"$EOP_TEST_PYTHON" "$here/lib/two_versions.py" verdict --psql "$POSTGRES_BIN/psql" --port "$postgres_port" \
    --mails "$work/mails" --out "$work/table" "$work"/run-? || status=1
warned="$(grep -hc 'migrated by a newer version' "$work"/old-*.log | paste -sd+ | bc || true)"
printf '%s' "$back"
[[ "$back" != *"did not"* ]] || status=1
if [[ -n "$page" ]]; then
    {
        printf '# Two versions beside each other\n\n'
        # shellcheck disable=SC2016 # these backquotes are Markdown
        printf 'Written by `scripts/two-versions.sh %s`: the build of that commit beside the build of %s, on one\n' \
            "$(git -C "$EOP_ROOT" rev-parse --short "$commit")" "$(git -C "$EOP_ROOT" rev-parse --short HEAD)"
        printf 'PostgreSQL and one Kafka broker, under load, with the migration in between; the script says what the phases are.\n\n'
        cat "$work/table"
        printf '%s| starts of old services with the warning that the database is newer | %s |\n' "$back" "${warned:-0}"
    } >"$page"
fi
exit "$status"
