#!/usr/bin/env bash
# Makes the generated part anew from openapi/platform.json, or with --check says whether it is stale.
# SDK_CACHE: the folder that keeps the tools.

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
tools="${SDK_CACHE:?}/python"
if ! cmp -s requirements.txt "$tools/.installed"; then
    python3 -m venv --clear "$tools"
    "$tools/bin/pip" install --quiet --disable-pip-version-check -r requirements.txt
    cp requirements.txt "$tools/.installed"
fi
made="$(mktemp -d)"
trap 'rm -rf "$made"' EXIT
export PATH="$tools/bin:$PATH"
openapi-python-client generate --path ../../openapi/platform.json --meta none --output-path "$made/_generated" \
    >"$made/log" 2>&1 || { cat "$made/log" >&2 && exit 1; }
# What it warns of is something that the client would lack.
if grep -iE '^ *(warn|error)' "$made/log" >&2; then exit 1; fi
banner="# Generated from openapi/ by scripts/sdk.sh --generate. Do not edit."
find "$made/_generated" -name '*.py' -exec sed -i "1i $banner" {} +
python3 tools/facade.py ../../openapi/platform.json "$made/_generated" >"$made/operations.py"
ruff check --quiet --isolated --select I --fix --line-length 130 "$made/operations.py"
ruff format --quiet --isolated --line-length 130 "$made/operations.py"
find "$made" -name .ruff_cache -prune -exec rm -rf {} +
if [[ "${1:-}" == --check ]]; then
    if ! diff -rq --exclude=__pycache__ "$made/_generated" src/eop/_generated ||
        ! diff -q "$made/operations.py" src/eop/operations.py; then
        echo "sdk/python is older than openapi/: run scripts/sdk.sh --generate" >&2
        exit 1
    fi
    ruff check --quiet src tests tools && ruff format --quiet --check src/eop tests tools
else
    rm -rf src/eop/_generated
    mv "$made/_generated" src/eop/_generated
    mv "$made/operations.py" src/eop/operations.py
fi
