#!/usr/bin/env bash
# Lints the documents: Redocly and Spectral over openapi/, AsyncAPI's parser over openapi/events/.
#
# Usage: scripts/lint-documents.sh [--help]
#
# A warning or a hint is a failure as well. What clients are made of the documents, and what these can do, is scripts/sdk.sh.
# Needs Node 20. What npm fetches is kept in ${XDG_CACHE_HOME:-~/.cache}/eop/lint.

set -euo pipefail
export LC_ALL=C.UTF-8

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
# shellcheck source=scripts/lib/common.sh
source "$here/lib/common.sh"

case "${1:-}" in
"") ;;
--help | -h)
    print_header_help "${BASH_SOURCE[0]}"
    exit 0
    ;;
*) die "unknown argument '$1'; see scripts/lint-documents.sh --help" ;;
esac
for tool in node npm; do
    have "$tool" || die "$tool is missing: get Node 20 from https://nodejs.org/ or your package manager"
done

work="$EOP_CACHE/lint"
log="$(mktemp)"
trap 'rm -f "$log"' EXIT

mkdir -p "$work"
cd "$work"
is_new=yes
[[ -d node_modules ]] && cmp -s "$here/lint/package.json" package.json && is_new=no
cp "$here"/lint/* .
[[ "$is_new" == no ]] || npm install --no-audit --no-fund --loglevel=error >&2

say "linting the documents"
if ! npx redocly lint --config redocly.yaml "$EOP_ROOT"/openapi/*.json >"$log" 2>&1 || grep -q ' warning  ' "$log"; then
    cat "$log" >&2
    die "Redocly finds fault with the documents"
fi
npx spectral lint --quiet --fail-severity=hint -r spectral.yaml "$EOP_ROOT"/openapi/*.json
node asyncapi.mjs "$EOP_ROOT"/openapi/events/*.json || die "AsyncAPI's parser finds fault with the documents of events"
