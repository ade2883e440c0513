#!/bin/sh
# Runs once, when the volume is empty: one database and one role per service, none of which sees the others.
set -eu
for service in user order notification; do
    password="$(cat /run/secrets/postgres_password)"
    psql --set=ON_ERROR_STOP=1 --username "$POSTGRES_USER" --set=role="eop_$service" --set=password="$password" \
        --set=database="${service}db" <<'SQL'
CREATE ROLE :"role" LOGIN PASSWORD :'password';
CREATE DATABASE :"database" OWNER :"role";
REVOKE CONNECT ON DATABASE :"database" FROM PUBLIC;
SQL
done
