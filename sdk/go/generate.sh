#!/usr/bin/env bash
# Makes the generated part anew from openapi/platform.json, or with --check says whether it is stale.
# SDK_CACHE: the folder that keeps the generator.

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
version=v2.8.2
generator="${SDK_CACHE:?}/oapi-codegen-$version/oapi-codegen"
if [[ ! -x "$generator" ]]; then
    # Outside of this module, whose dependencies are those of its users.
    (cd / && GOFLAGS=-mod=mod GOBIN="$(dirname "$generator")" go install "github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen@$version")
fi
made="$(mktemp -d)"
trap 'rm -rf "$made"' EXIT
# What it warns of is something that the client would lack.
"$generator" -config tools/oapi-codegen.yaml -o "$made/api.gen.go" ../../openapi/platform.json 2>"$made/log" || { cat "$made/log" >&2 && exit 1; }
if [[ -s "$made/log" ]]; then cat "$made/log" >&2 && exit 1; fi
sed -i '1s#.*#// Code generated from openapi/ by scripts/sdk.sh --generate with oapi-codegen. DO NOT EDIT.#' "$made/api.gen.go"
python3 tools/operations.py ../../openapi/platform.json "$made/api.gen.go" >"$made/operations.gen.go"
gofmt -w "$made"/*.go
if [[ "${1:-}" == --check ]]; then
    if ! diff -q "$made/api.gen.go" api/api.gen.go || ! diff -q "$made/operations.gen.go" operations.gen.go; then
        echo "sdk/go is older than openapi/: run scripts/sdk.sh --generate" >&2
        exit 1
    fi
    unformatted="$(gofmt -l .)"
    [[ -z "$unformatted" ]] || { echo "gofmt: $unformatted" >&2 && exit 1; }
else
    mv "$made/api.gen.go" api/api.gen.go
    mv "$made/operations.gen.go" operations.gen.go
fi
