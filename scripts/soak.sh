#!/usr/bin/env bash
# Lets orders come for half an hour at 70 % of what this machine sustains, and says whether anything grows.
#
# Usage: scripts/soak.sh [--help] [--minutes N] [--rate N] [--page FILE]
#
#   --minutes N    how long (default 30); a few are enough to try the script, and not to find a leak
#   --rate N       orders per second, instead of 70 % of what is measured first
#   --page FILE    write the figures as a page, docs/SOAK.md
#
# Three services on a private PostgreSQL and a private Kafka broker, and a mail server, as for P4 of scripts/bench.sh, whose
# programs it builds. Every ten seconds: memory of each service, what the answers took, what waits in the outbox and to be
# mailed. Ends with a table, and with an error if memory, answers or queues keep growing after the first fifth of the time, or if
# the outbox does not become empty at the end. Let nothing else run meanwhile.
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
if [[ "${1:-}" == --help || "${1:-}" == -h ]]; then
    # shellcheck source=scripts/lib/common.sh
    source "$here/lib/common.sh"
    print_header_help "${BASH_SOURCE[0]}"
    exit 0
fi
exec "$here/bench.sh" soak --json "${CARGO_TARGET_DIR:-target}/soak.json" "$@"
