# shellcheck shell=bash
# Runs named steps, remembers how each ended and how long it took, and prints the table at the end.
# Sourced after common.sh.

KEEP_GOING="${KEEP_GOING:-no}"

step_names=()
step_results=()
step_times=()
first_failure=0
current_step=""
current_child=""
started_at="$EPOCHREALTIME"
finish_action=:

# Names the function to call when the script ends, whatever the reason, and starts watching for that.
on_finish() {
    finish_action="$1"
    # A signal can arrive inside a function whose output goes to a log; what is said at the end must not.
    exec {console}>&1
    trap finish EXIT
    trap 'interrupted 129' HUP
    trap 'interrupted 130' INT
    trap 'interrupted 143' TERM
}

seconds_since() {
    awk -v from="$1" -v to="$EPOCHREALTIME" 'BEGIN { printf "%.1f", to - from }'
}

record() {
    step_names+=("$1")
    step_results+=("$2")
    step_times+=("$3")
}

# Runs a function that a step needs first; only the first call with one name does anything. The function
# runs in this shell, because it sets variables; it ends the script by `die` when it fails.
# Usage: prepare NAME FUNCTION
prepare() {
    local name
    for name in "${step_names[@]}"; do
        [[ "$name" != "$1" ]] || return 0
    done
    current_step="$1"
    local from="$EPOCHREALTIME"
    "$2"
    record "$1" ok "$(seconds_since "$from")"
    current_step=""
}

# Runs a command as the step NAME and remembers the result; never fails itself.
# Usage: run_step NAME COMMAND...
run_step() {
    local name="$1" from="$EPOCHREALTIME" status=0
    shift
    current_step="$name"
    printf '\n==> %s: %s\n' "$name" "$*"
    # In a process group of its own, so that an interruption reaches everything that the command started,
    # and waited for in the background, so that it reaches us at once.
    set -m
    "$@" </dev/null &
    current_child=$!
    set +m
    wait "$current_child" || status=$?
    current_child=""
    if ((status == 0)); then
        record "$name" ok "$(seconds_since "$from")"
        printf '==> %s: ok, %s s\n' "$name" "${step_times[-1]}"
    else
        record "$name" "FAILED ($status)" "$(seconds_since "$from")"
        printf '==> %s: FAILED with status %d, %s s\n' "$name" "$status" "${step_times[-1]}"
        ((first_failure != 0)) || first_failure=$status
    fi
    current_step=""
}

# For long steps: true, with a note in the table, when a step has failed before and nobody wants more.
skip_after_failure() {
    if ((first_failure == 0)) || [[ "$KEEP_GOING" == yes ]]; then
        return 1
    fi
    record "$1" "not run" 0.0
}

interrupted() {
    printf '\n==> interrupted\n' >&"$console"
    if [[ -n "$current_child" ]]; then
        kill -TERM -- "-$current_child" 2>/dev/null || true
    fi
    exit "$1"
}

finish() {
    local status=$?
    # Nothing may keep the servers from being stopped, not even a second Ctrl-C.
    trap '' HUP INT TERM
    trap - EXIT
    set +e
    [[ -z "$current_step" ]] || record "$current_step" "FAILED ($status)" "-"
    "$finish_action"
    ((first_failure == 0)) || status=$first_failure
    {
        print_summary
        if ((status == 0)); then
            echo "PASS"
        else
            echo "FAIL (status $status)"
        fi
    } >&"$console"
    exit "$status"
}

print_summary() {
    local index
    printf '\n%-20s %-14s %10s\n' step result seconds
    for index in "${!step_names[@]}"; do
        printf '%-20s %-14s %10s\n' "${step_names[index]}" "${step_results[index]}" "${step_times[index]}"
    done
    printf '%-20s %-14s %10s\n' "in all" "" "$(seconds_since "$started_at")"
}
