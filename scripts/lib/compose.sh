# shellcheck shell=bash
# The whole platform in containers. Sourced after common.sh.

# Makes each secret that is not there yet. The folder is closed to others; the files are readable, because the
# programs in the containers run as nobody in particular.
compose_secrets() {
    local folder="$EOP_ROOT/deploy/secrets" password service
    mkdir -p "$folder"
    chmod 700 "$folder"
    [[ -s "$folder/master_key" ]] || openssl rand -base64 32 >"$folder/master_key"
    [[ -s "$folder/postgres_password" ]] || openssl rand -hex 24 >"$folder/postgres_password"
    [[ -s "$folder/admin_password" ]] || openssl rand -hex 12 >"$folder/admin_password"
    password="$(cat "$folder/postgres_password")"
    for service in user order notification; do
        printf 'postgres://eop_%s:%s@postgres:5432/%sdb\n' "$service" "$password" "$service" >"$folder/${service}_database_url"
    done
    chmod 644 "$folder"/*
}

# Builds the image, starts everything, waits until it is healthy, and says where it is.
compose_up() {
    have docker || die "docker is missing: install Docker Engine with its compose plugin, or leave --compose out"
    have openssl || apt_install "openssl, which makes the secrets" openssl
    compose_secrets
    docker compose --profile observability up --build --detach --wait || die "see: docker compose --profile observability ps"
    cat <<TEXT

The platform is up.

  portal       http://127.0.0.1:3001
  user         http://127.0.0.1:8090/swagger-ui/
  order        http://127.0.0.1:8081/swagger-ui/
  notification http://127.0.0.1:8082/swagger-ui/
  mails        http://127.0.0.1:8025
  grafana      http://127.0.0.1:3000    admin, admin
  prometheus   http://127.0.0.1:9090    alertmanager  http://127.0.0.1:9093

  The administrator is admin@example.com; the password is in deploy/secrets/admin_password.
  Stop it with: docker compose --profile observability down
TEXT
}
