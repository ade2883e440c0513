#!/usr/bin/env bash
# Generates clients in four languages from the OpenAPI documents, and lets each place and read a fresh order.
#
# Usage: scripts/check-clients.sh [--lint] [--help]
#
#   --lint   only lint the documents, for which Node is enough
#
# Lints all documents with Redocly and Spectral, those of events with AsyncAPI's parser, makes clients of the order service with openapi-typescript,
# openapi-python-client, oapi-codegen and openapi-generator (Java), compiles them, starts `eop dev` on free ports and in
# a temporary folder, and runs the programs in scripts/clients with them: each places an order as alice, reads it and its
# history, and checks what has no value yet. A warning of a generator is a failure, because it stands for something that
# the client lacks. Everything is stopped and removed at the end.
#
# Needs Node 20, Python 3, Go, Maven and Java 17. What they fetch is kept in ${XDG_CACHE_HOME:-~/.cache}/eop/clients.
#
# Environment:
#   CLIENTS_BINARY   the program to run instead of building one

set -euo pipefail
export LC_ALL=C.UTF-8

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
# shellcheck source=scripts/lib/common.sh
source "$here/lib/common.sh"
# shellcheck source=scripts/lib/toolchain.sh
source "$here/lib/toolchain.sh"

only_lint=no
case "${1:-}" in
"") ;;
--lint) only_lint=yes ;;
--help | -h)
    print_header_help "${BASH_SOURCE[0]}"
    exit 0
    ;;
*) die "unknown argument '$1'; see scripts/check-clients.sh --help" ;;
esac

tools=(node npm)
[[ "$only_lint" == yes ]] || tools+=(python3 go mvn java curl)
for tool in "${tools[@]}"; do
    have "$tool" || die "$tool is missing; see scripts/check-clients.sh --help for what is needed"
done

work="$EOP_CACHE/clients"
temp="$(mktemp -d "${TMPDIR:-/tmp}/eop-clients.XXXXXX")"
platform=""
stop() {
    [[ -z "$platform" ]] || end_process "$platform" 10
    rm -rf "$temp"
}
trap stop EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# --- The platform ----------------------------------------------------------------------------------------

user_url=""
order_url=""

start_platform() {
    local ports user order notification portal log="$temp/platform.log" waited=0
    [[ -n "${CLIENTS_BINARY:-}" ]] || cargo build --locked --quiet -p eop-platform ||
        die "the platform does not compile"
    cp "${CLIENTS_BINARY:-${CARGO_TARGET_DIR:-target}/debug/eop}" "$temp/eop"
    ports="$(free_ports 4)"
    read -r user order notification portal <<<"$ports"
    user_url="http://127.0.0.1:$user"
    order_url="http://127.0.0.1:$order"
    # The platform refuses EOP_ variables that it does not know.
    env -u EOP_TEST_PYTHON -u EOP_TEST_FAST "$temp/eop" dev --data-dir "$temp/data" --user-port "$user" --order-port "$order" \
        --notification-port "$notification" --portal-port "$portal" </dev/null >"$log" 2>&1 &
    platform=$!
    until grep -qs '^The platform is ready' "$log"; do
        if ! process_runs "$platform" || ((++waited > 600)); then
            cat "$log" >&2
            die "the platform did not start"
        fi
        sleep 0.1
    done
}

log_in() {
    curl -sf "$user_url/api/v1/auth/login" -H 'Content-Type: application/json' \
        -d '{"email":"alice@demo.test","password":"correct-horse-demo-battery"}' |
        python3 -c 'import json, sys; print(json.load(sys.stdin)["access_token"])'
}

# --- The clients -----------------------------------------------------------------------------------------

# Runs a generator quietly; what it warns of is an error.
generate() {
    local log="$temp/generate.log"
    "$@" >"$log" 2>&1 || {
        cat "$log" >&2
        die "$1 failed"
    }
    if grep -iE '^ *(warn|error)' "$log" >&2; then
        die "$1 has left something out"
    fi
}

prepare_node() {
    mkdir -p "$work/typescript"
    cd "$work/typescript"
    local is_new=yes
    [[ -d node_modules ]] && cmp -s "$here/clients/typescript/package.json" package.json && is_new=no
    cp "$here"/clients/typescript/* .
    [[ "$is_new" == no ]] || npm install --no-audit --no-fund --loglevel=error >&2
}

lint() {
    cd "$work/typescript"
    if ! npx redocly lint --config redocly.yaml "$EOP_ROOT"/openapi/*.json >"$temp/redocly.log" 2>&1 ||
        grep -q ' warning  ' "$temp/redocly.log"; then
        cat "$temp/redocly.log" >&2
        die "Redocly finds fault with the documents"
    fi
    npx spectral lint --quiet --fail-severity=hint -r spectral.yaml "$EOP_ROOT"/openapi/*.json
    node asyncapi.mjs "$EOP_ROOT"/openapi/events/*.json || die "AsyncAPI's parser finds fault with the documents of events"
}

make_typescript() {
    cd "$work/typescript"
    npx openapi-typescript "$EOP_ROOT/openapi/order.json" -o order.ts --alphabetize >&2
    npx tsc
}

make_python() {
    mkdir -p "$work/python"
    cd "$work/python"
    if [[ ! -x venv/bin/openapi-python-client || "$here/clients/python/requirements.txt" -nt venv/bin/openapi-python-client ]]; then
        python3 -m venv venv
        venv/bin/pip install --quiet --disable-pip-version-check -r "$here/clients/python/requirements.txt" >&2
        touch venv/bin/openapi-python-client
    fi
    cp "$here/clients/python/check.py" .
    PATH="$PWD/venv/bin:$PATH" generate openapi-python-client generate --path "$EOP_ROOT/openapi/order.json" \
        --meta none --output-path orders --overwrite
}

make_go() {
    mkdir -p "$work/go"
    cd "$work/go"
    cp "$here"/clients/go/* .
    [[ -x ../bin/oapi-codegen ]] ||
        GOBIN="$work/bin" go install github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen@v2.8.2 >&2
    generate ../bin/oapi-codegen -config oapi-codegen.yaml -o orders.go "$EOP_ROOT/openapi/order.json"
    go mod tidy >/dev/null 2>&1
    go build -o check .
}

make_java() {
    mkdir -p "$work/java"
    cd "$work/java"
    cp -r "$here"/clients/java/* .
    mvn --quiet --batch-mode -Dstyle.color=never -Dspec="$EOP_ROOT/openapi/order.json" compile \
        dependency:build-classpath -Dmdep.outputFile=classpath >"$temp/maven.log" 2>&1 || {
        tail -n 40 "$temp/maven.log" >&2
        die "the Java client does not compile"
    }
}

cd "$EOP_ROOT"
started=$SECONDS
say "linting the documents"
prepare_node
lint
[[ "$only_lint" == no ]] || exit 0
cd "$EOP_ROOT"
ensure_rust
say "starting the platform"
start_platform
for language in typescript python go java; do
    say "making the client in $language"
    "make_$language"
done

token="$(log_in)"
run() {
    local language="$1" number
    shift
    number="$("$@" "$order_url" "$token")" || die "the client in $language cannot place and read a fresh order"
    printf '%-12s placed and read %s\n' "$language" "$number"
}
cd "$work/typescript" && run typescript node check.js
cd "$work/python" && run python venv/bin/python check.py
cd "$work/go" && run go ./check
cd "$work/java" && run java java -cp "target/classes:$(cat classpath)" check.Check
printf '\nfour clients in %d s\n' "$((SECONDS - started))"
