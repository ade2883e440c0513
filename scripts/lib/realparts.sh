# shellcheck shell=bash
# Parts of an installation that come in containers, built from their own sources for a machine without containers. Sourced
# after common.sh. What is built is kept in the cache folder: the first time takes minutes, and needs Go and the network.

# Prints the path of a program, built if it is not there yet.
# Usage: real_part NAME VERSION FOLDER PACKAGE
real_part() {
    local name="$1" version="$2" folder="$3" package="$4"
    local program="$EOP_CACHE/parts/$name-$version"
    if [[ ! -x "$program" ]]; then
        have go || die "go is missing, so $name cannot be built; install Go 1.26 or newer (https://go.dev/dl/)"
        say "building $name $version; this is done once, and takes minutes"
        mkdir -p "$EOP_CACHE/parts"
        local from="$SECONDS"
        # By the versions and checksums that are checked in: nothing is looked up, and nothing changes by itself.
        (cd "$folder" && GOFLAGS=-mod=readonly CGO_ENABLED=0 go build -ldflags='-s -w' -o "$program.new" "$package") >&2 ||
            die "$name $version does not compile"
        mv "$program.new" "$program"
        say "built $name $version in $((SECONDS - from)) s"
    fi
    printf '%s\n' "$program"
}

# The collector, with the parts that deploy/otel-collector names.
otel_collector() {
    real_part otelcol 0.155.0 "$EOP_ROOT/scripts/otelcol" .
}

# Jaeger 2, whose module calls itself 1.76.
jaeger() {
    real_part jaeger 1.76.0 "$EOP_ROOT/scripts/jaeger" github.com/jaegertracing/jaeger/cmd/jaeger
}
