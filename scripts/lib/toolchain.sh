# shellcheck shell=bash
# What the build and the tests need besides the servers: Rust, a C toolchain, Python, cargo-deny. Sourced.

CARGO_DENY_VERSION=0.20.2

ensure_rust() {
    # rustup's default place is not on PATH before the first new login shell.
    have cargo || PATH="$HOME/.cargo/bin:$PATH"
    if ! have cargo; then
        die "no Rust toolchain: install rustup (https://rustup.rs, or your system's 'rustup' package) and run this again;" \
            "rust-toolchain.toml then picks the right version by itself"
    fi
    (cd "$EOP_ROOT" && cargo --version >/dev/null) ||
        die "cargo is installed but cannot run the toolchain that rust-toolchain.toml names; run: rustup toolchain install"
}

ensure_c_compiler() {
    have cc || apt_install "a C compiler" build-essential
}

# The Kafka adapter compiles librdkafka from its sources and links the system's OpenSSL.
ensure_librdkafka_build() {
    ensure_c_compiler
    have make || apt_install "make" build-essential
    if ! have pkg-config || ! pkg-config --exists openssl; then
        apt_install "the OpenSSL headers for librdkafka" pkg-config libssl-dev
    fi
}

ensure_python() {
    have python3 || apt_install "Python 3" python3 python3-venv
}

# A Python environment with exactly scripts/requirements.txt. Sets EOP_TEST_PYTHON.
# The folder is named after the list's checksum, so a changed list makes a new environment.
ensure_python_tools() {
    ensure_python
    local list="$EOP_ROOT/scripts/requirements.txt" sum venv
    sum="$(sha256sum "$list")"
    venv="$EOP_CACHE/python-${sum:0:12}"
    if [[ ! -f "$venv/.complete" ]]; then
        say "installing scripts/requirements.txt into $venv"
        rm -rf "$venv"
        if ! python3 -m venv "$venv" >/dev/null 2>&1; then
            apt_install "Python's venv module" python3-venv
            python3 -m venv --clear "$venv" || die "python3 -m venv $venv failed"
        fi
        "$venv/bin/python3" -m pip install --quiet --disable-pip-version-check -r "$list" ||
            die "pip could not install scripts/requirements.txt (Python 3.10 or newer and the package index are needed once)"
        touch "$venv/.complete"
    fi
    export EOP_TEST_PYTHON="$venv/bin/python3"
}

# Sets CARGO_DENY to a cargo-deny of exactly the pinned version; compiled once, unoptimised, in the cache.
ensure_cargo_deny() {
    if [[ "$(cargo-deny --version 2>/dev/null)" == "cargo-deny $CARGO_DENY_VERSION" ]]; then
        CARGO_DENY=cargo-deny
        return
    fi
    local root="$EOP_CACHE/cargo-deny-$CARGO_DENY_VERSION"
    CARGO_DENY="$root/bin/cargo-deny"
    if [[ ! -x "$CARGO_DENY" ]]; then
        say "compiling cargo-deny $CARGO_DENY_VERSION, once"
        ensure_c_compiler
        # Without debug information, which nobody reads here, the build is a good deal shorter.
        CARGO_PROFILE_DEV_DEBUG=0 cargo install --locked --debug --quiet --root "$root" \
            "cargo-deny@$CARGO_DENY_VERSION" || die "cargo install cargo-deny@$CARGO_DENY_VERSION failed"
    fi
}
