#!/usr/bin/env bash
# Makes the generated part anew from openapi/platform.json, or with --check says whether it is stale.

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
cargo build --locked --quiet -p eop-sdk-gen
made="$(mktemp)"
trap 'rm -f "$made"' EXIT
"${CARGO_TARGET_DIR:-target}/debug/eop-sdk-gen" ../../openapi/platform.json >"$made"
if [[ "${1:-}" == --check ]]; then
    if ! diff -q "$made" client/src/generated.rs; then
        echo "sdk/rust is older than openapi/: run scripts/sdk.sh --generate" >&2
        exit 1
    fi
    cargo fmt --check
else
    cp "$made" client/src/generated.rs
fi
