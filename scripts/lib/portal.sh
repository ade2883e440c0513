# shellcheck shell=bash
# Building the web portal, and the browser that its tests need. Sourced after common.sh.

NODE_NEEDED=20.19

node_is_new_enough() {
    have node && have npm && node -e '
        const [major, minor] = process.versions.node.split(".").map(Number);
        process.exit(major > 20 || (major === 20 && minor >= 19) ? 0 : 1)'
}

ensure_node() {
    node_is_new_enough ||
        die "the portal needs Node.js $NODE_NEEDED or newer with npm: get it from https://nodejs.org/ or your package manager"
}

# Installs exactly what package-lock.json names, unless that is there already.
portal_packages() {
    local folder="$EOP_ROOT/apps/portal" sum
    sum="$(sha256sum "$folder/package-lock.json")"
    [[ "$(cat "$folder/node_modules/.installed" 2>/dev/null)" != "${sum%% *}" ]] || return 0
    say "installing the portal's packages"
    (cd "$folder" && npm ci --no-audit --no-fund --loglevel=error) >&2 || die "npm ci in apps/portal failed (the package registry is needed once)"
    printf '%s\n' "${sum%% *}" >"$folder/node_modules/.installed"
}

# Builds apps/portal/dist, which the program then holds. Nothing is done when nothing has changed.
build_portal() {
    local folder="$EOP_ROOT/apps/portal" newest
    portal_packages
    newest="$(find "$folder/src" "$EOP_ROOT/sdk/typescript/src" "$folder/public" "$folder/index.html" "$folder/vite.config.ts" "$folder/package-lock.json" \
        -newer "$folder/dist/index.html" -print -quit 2>/dev/null)" || newest=all
    [[ -n "$newest" || ! -f "$folder/dist/index.html" ]] || return 0
    say "building the portal"
    (cd "$folder" && npm run --silent build) >&2 || die "the portal could not be built: see above"
}

# Sets CHROMIUM to a browser of this machine.
ensure_chromium() {
    local name
    for name in chromium chromium-browser google-chrome; do
        if have "$name"; then
            CHROMIUM="$(command -v "$name")"
            export CHROMIUM
            return
        fi
    done
    apt_install "a Chromium for the portal's tests" chromium
    CHROMIUM="$(command -v chromium)"
    export CHROMIUM
}
