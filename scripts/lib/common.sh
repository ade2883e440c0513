# shellcheck shell=bash
# shellcheck disable=SC2034 # the variables are for those who source this
# Paths, messages and small checks that every script here shares. Sourced, never run.

EOP_ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
# What was downloaded or built once and does not change: a second run needs no network.
EOP_CACHE="${XDG_CACHE_HOME:-$HOME/.cache}/eop"

say() { printf '%s\n' "==> $*" >&2; }

die() {
    printf '%s\n' "error: $*" >&2
    exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }

is_root() { [[ "$(id -u)" -eq 0 ]]; }

# Prints the part of a script's own header comment that serves as its --help text.
print_header_help() {
    awk 'NR > 1 && !/^#/ { exit } NR > 1 { sub(/^# ?/, ""); print }' "$1"
}

# Makes sure that Debian packages are there: installs them as root, otherwise says what to type.
# Usage: apt_install REASON PACKAGE...
apt_install() {
    local reason="$1"
    shift
    if ! have apt-get; then
        die "$reason is missing; install it with your package manager (on Debian: $*)"
    fi
    if ! is_root; then
        die "$reason is missing; run: sudo apt-get install $*"
    fi
    if [[ -z "${EOP_APT_UPDATED:-}" ]]; then
        say "apt-get update"
        apt-get update -qq >&2 || die "apt-get update failed, so $reason ($*) cannot be installed"
        EOP_APT_UPDATED=1
    fi
    say "apt-get install $*"
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >&2 ||
        die "apt-get install $* failed, so $reason is still missing"
}

# Prints N different TCP ports of 127.0.0.1 that nothing listens on. They lie below the range from which
# the kernel picks the local ports of outgoing connections, so none of those can take one meanwhile.
free_ports() {
    python3 - "$1" <<'PYTHON'
import random, socket, sys

found = []
for port in random.sample(range(20000, 32000), 12000):
    with socket.socket() as probe:
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            continue
    found.append(port)
    if len(found) == int(sys.argv[1]):
        break
print(*found)
PYTHON
}

port_is_free() {
    ! (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

# Ends one process that we started: politely, then for certain.
# Usage: end_process PID SECONDS_TO_WAIT
end_process() {
    local pid="$1" tenths=$(($2 * 10))
    kill -TERM "$pid" 2>/dev/null || return 0
    while ((tenths-- > 0)) && process_runs "$pid"; do
        sleep 0.1
    done
    kill -KILL "$pid" 2>/dev/null || true
}

# Waits until none of these processes lives any more.
# Usage: wait_until_gone "PID PID ..."
wait_until_gone() {
    local pid
    for pid in $1; do
        while process_runs "$pid"; do
            sleep 0.05
        done
    done
}

# True for a living process. A zombie counts as gone: it has ended, only nobody has asked for its status.
process_runs() {
    kill -0 "$1" 2>/dev/null && [[ "$(ps -o stat= -p "$1" 2>/dev/null)" != Z* ]]
}
