#!/usr/bin/env bash
# Watches a running platform with a real Prometheus and a real Alertmanager, by the files that an installation uses.
#
# Usage: scripts/observe.sh [--help] [--pictures FOLDER | --traces]
#
#   --traces            follow traces instead: a real collector by deploy/otel-collector, and Jaeger for a store. Both are
#                       built from source the first time, which takes minutes and needs Go
#   --pictures FOLDER   also draw what each dashboard shows, as PNG (needs matplotlib, which is not installed for you)
#   OBSERVE_BINARY      watch this eop instead of building one
#
# Starts `eop dev`, Prometheus with deploy/prometheus (its times shortened) and Alertmanager, in a folder of their own.
# Asks every query of every dashboard, and every rule, on the idle platform and again after people have worked on it:
# each must give a finite number. Follows an exemplar to its trace, and kills the platform to see an alert fire and end.
# With --traces, finds an order in the trace store, in one piece from the request to the provider, and by an exemplar.
set -euo pipefail
export LC_ALL=C.UTF-8

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
# shellcheck source=scripts/lib/common.sh
source "$here/lib/common.sh"
# shellcheck source=scripts/lib/toolchain.sh
source "$here/lib/toolchain.sh"
# shellcheck source=scripts/lib/deploy.sh
source "$here/lib/deploy.sh"
# shellcheck source=scripts/lib/realparts.sh
source "$here/lib/realparts.sh"

if [[ "${1:-}" == --help || "${1:-}" == -h ]]; then
    print_header_help "${BASH_SOURCE[0]}"
    exit 0
fi

[[ -n "${EOP_TEST_PYTHON:-}" ]] || ensure_python_tools
ensure_promtool
cd "$EOP_ROOT"
parts=()
if [[ "${1:-}" == --traces ]]; then
    shift
    collector="$(otel_collector)"
    store="$(jaeger)"
    parts=(--collector "$collector" --store "$store")
fi
if [[ -z "${OBSERVE_BINARY:-}" ]]; then
    # Together with the others, as the tests are built: other features would compile half of the dependencies anew.
    cargo build --locked --quiet --workspace --exclude eop-fluvio --bins || die "the platform does not compile"
fi
exec "$EOP_TEST_PYTHON" "$here/lib/observe.py" --eop "${OBSERVE_BINARY:-${CARGO_TARGET_DIR:-target}/debug/eop}" "${parts[@]}" "$@"
