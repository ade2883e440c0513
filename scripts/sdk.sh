#!/usr/bin/env bash
# Makes the SDKs in sdk/ and drives each through one scenario on the running program, and through a server that fails on purpose.
#
# Usage: scripts/sdk.sh [--generate] [--update] [--release] [--only LANGUAGE,…] [--help]
#
#   (nothing)     say what is stale or breaks clients of the last release, then compile and drive each SDK
#   --generate    write everything that is made from openapi/: platform.json, the collections, the generated parts of the SDKs
#   --update      as without arguments, and write the table in docs/SDKS.md
#   --release     keep the present documents as those of the release, which later ones are compared with
#   --only L,…    only these of typescript, python, go, rust and java
#
# What the scenario is and what must come of it is in sdk/contract. A language whose tools are missing is skipped with one
# line. What is fetched or compiled is kept in ${XDG_CACHE_HOME:-~/.cache}/eop/sdk.
#
# Environment:
#   SDK_BINARY   the program to run instead of building one
#   CI           with any value, a language whose tools are missing is an error

set -euo pipefail
export LC_ALL=C.UTF-8

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
# shellcheck source=scripts/lib/common.sh
source "$here/lib/common.sh"
# shellcheck source=scripts/lib/toolchain.sh
source "$here/lib/toolchain.sh"

action=drive
run_arguments=()
while (($# > 0)); do
    case "$1" in
    --generate) action=generate ;;
    --release) action=release ;;
    --update) run_arguments+=(--update) ;;
    --only)
        run_arguments+=(--only "${2:?--only needs the names of languages}")
        shift
        ;;
    --help | -h)
        print_header_help "${BASH_SOURCE[0]}"
        exit 0
        ;;
    *) die "unknown argument '$1'; see scripts/sdk.sh --help" ;;
    esac
    shift
done

ensure_python
cd "$EOP_ROOT"
export PYTHONDONTWRITEBYTECODE=1
# What the user's Go environment says of other work must not matter.
export GOWORK=off GOFLAGS=
cache="$EOP_CACHE/sdk"

case "$action" in
generate)
    python3 sdk/contract/documents.py write
    python3 sdk/contract/run.py --generate --cache "$cache" "${run_arguments[@]}"
    ;;
release)
    python3 sdk/contract/documents.py release
    ;;
drive)
    python3 sdk/contract/documents.py check
    python3 -m unittest discover --quiet --start-directory sdk/contract --top-level-directory sdk/contract
    python3 sdk/contract/documents.py released
    if [[ -z "${SDK_BINARY:-}" ]]; then
        ensure_rust
        # Together with the others, as the tests were built: other features would compile half of the dependencies anew.
        cargo build --locked --quiet --workspace --exclude eop-fluvio --bin eop
        SDK_BINARY="${CARGO_TARGET_DIR:-$EOP_ROOT/target}/debug/eop"
    fi
    python3 sdk/contract/run.py --eop "$SDK_BINARY" --cache "$cache" "${run_arguments[@]}"
    ;;
esac
