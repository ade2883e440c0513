# The recipes only name what the scripts and cargo do; `just` lists them.

_default:
    @just --list --unsorted

# Compile everything and its tests once
setup:
    cargo build --locked --workspace --exclude eop-fluvio --all-targets

# Start the whole platform in one process
dev *ARGUMENTS:
    ./scripts/start-local.sh {{ARGUMENTS}}

# Every check and test, on private servers
test *ARGUMENTS:
    ./scripts/test.sh {{ARGUMENTS}}

# The checks and tests that need no server
test-fast:
    ./scripts/test.sh --fast

# Kill the processes and their servers at every point, and check what is left
crash *ARGUMENTS:
    ./scripts/crash-matrix.sh {{ARGUMENTS}}

# Clippy, without tolerance
lint:
    cargo clippy --locked --workspace --exclude eop-fluvio --all-targets -- -D warnings

# Format the code
fmt:
    cargo fmt --all

# Write the OpenAPI documents anew
openapi:
    UPDATE=1 cargo test --locked -p eop-user -p eop-order -p eop-notification -p eop-platform openapi

# Drive the SDKs through their contract; with --generate, write what is made of the documents
sdk *ARGUMENTS:
    ./scripts/sdk.sh {{ARGUMENTS}}

# Measure it against the limits of this machine
bench *ARGUMENTS:
    ./scripts/bench.sh {{ARGUMENTS}}

# Keep PostgreSQL and Kafka running for development
servers-up *WHAT:
    ./scripts/servers.sh up {{WHAT}}

# Stop them
servers-down:
    ./scripts/servers.sh down

# What CI runs
ci:
    bash .ci/run
