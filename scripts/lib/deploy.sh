# shellcheck shell=bash
# What is checked of deploy/ and docker-compose.yml on a machine without containers. Sourced after toolchain.sh.

# Prometheus' and Alertmanager's own checkers.
ensure_promtool() {
    if ! have promtool; then
        apt_install "promtool" prometheus
        # The package starts a server that nobody here asked for.
        ! have service || service prometheus stop >/dev/null 2>&1 || true
    fi
    if ! have amtool; then
        apt_install "amtool" prometheus-alertmanager
        ! have service || service prometheus-alertmanager stop >/dev/null 2>&1 || true
    fi
}

# Dashboards are written by a small typed program; Grafana's own types check them.
check_dashboards() {
    local folder=deploy/grafana/generate
    if ! have npm; then
        [[ -z "${CI:-}" ]] || die "npm is missing, so the dashboards cannot be checked"
        say "no npm: the dashboards are not checked"
        return
    fi
    [[ -d "$folder/node_modules" ]] || (cd "$folder" && npm ci --silent --no-audit --no-fund) || return
    (cd "$folder" && npx tsc && node build/main.js --check)
}

check_deploy() {
    local tools
    tools="$(dirname "$EOP_TEST_PYTHON")"
    "$tools/hadolint" deploy/docker/Dockerfile || return
    promtool check config deploy/prometheus/prometheus.yml || return
    promtool test rules deploy/prometheus/tests/*.yml || return
    amtool check-config deploy/alertmanager/alertmanager.yml || return
    check_dashboards || return
    check_compose "$tools/docker-compose" || return
}

# Compose reads the secrets' paths only, so that empty files do.
check_compose() {
    local compose="$1" folder
    folder="$(mktemp -d)"
    "$compose" --project-directory "$EOP_ROOT" -f docker-compose.yml --profile observability config --format json \
        >"$folder/compose.json" || return
    "$EOP_TEST_PYTHON" scripts/lib/check_deploy.py "$folder/compose.json" || return
    rm -rf "$folder"
}
