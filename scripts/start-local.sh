#!/usr/bin/env bash
# Builds the whole platform and starts it in one process, on embedded stores: nothing else to install.
#
# Usage: scripts/start-local.sh [--debug] [--compose] [--help] [ARGUMENT...]
#
#   --debug       build without optimisation: the first build takes a few minutes less, everything runs slower
#   --compose     in containers instead, each part on its own, with Grafana: needs Docker with its compose plugin
#   ARGUMENT...   handed to `eop dev`; `scripts/start-local.sh -- --help` lists what it takes
#
# Needs a Rust toolchain (rustup picks the version that rust-toolchain.toml names) and a C compiler, and says
# how to get either. With Node.js 20.19 or newer it builds the web portal too; without, everything else starts all the
# same, and the portal's address says what is missing. The first build takes several minutes, later ones only what has changed.

set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
# shellcheck source=scripts/lib/common.sh
source "$here/lib/common.sh"
# shellcheck source=scripts/lib/compose.sh
source "$here/lib/compose.sh"
# shellcheck source=scripts/lib/toolchain.sh
source "$here/lib/toolchain.sh"
# shellcheck source=scripts/lib/portal.sh
source "$here/lib/portal.sh"

profile=release
compose=no
arguments=()
while (($# > 0)); do
    case "$1" in
    --debug) profile=dev ;;
    --compose) compose=yes ;;
    --help | -h)
        print_header_help "${BASH_SOURCE[0]}"
        exit 0
        ;;
    --)
        shift
        arguments+=("$@")
        break
        ;;
    *) arguments+=("$1") ;;
    esac
    shift
done

if [[ "$compose" == yes ]]; then
    cd "$EOP_ROOT"
    compose_up
    exit
fi

ensure_rust
ensure_c_compiler

cd "$EOP_ROOT"
if node_is_new_enough; then
    build_portal
else
    say "no Node.js $NODE_NEEDED or newer: the portal is left out; get it from https://nodejs.org/ or your package manager"
fi
say "building the platform (profile $profile)"
cargo build --locked --profile "$profile" -p eop-platform

folder="$profile"
[[ "$profile" != dev ]] || folder=debug
say "starting it"
exec "${CARGO_TARGET_DIR:-target}/$folder/eop" dev "${arguments[@]}"
