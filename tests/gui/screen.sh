# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Sourced with the test's arguments: a screen, a window manager and a session bus of the test's own, a folder $work
# that goes with it, and the desk opened on it. Everything that is started ends with the test, by its id.
if [ "${1:-}" != --inside ]; then
    for program in Xvfb xvfb-run openbox xdotool dbus-run-session; do
        command -v "$program" >/dev/null || { echo "skipped: $program is not installed"; exit 77; }
    done
    # From a number of its own: two that look for a free one at the same time would find the same.
    exec xvfb-run -a -n $((100 + $$ % 50000)) -s '-screen 0 1600x1000x24 -nolisten tcp' dbus-run-session -- "$0" --inside "$@"
fi
shift
work=$(mktemp -d)
started=()
finish() {
    for pid in "${started[@]}"; do kill "$pid" 2>/dev/null || true; done
    wait 2>/dev/null || true
    rm -rf "$work"
}
trap finish EXIT
export XDG_RUNTIME_DIR=$work XDG_CONFIG_HOME=$work/config XDG_STATE_HOME=$work/state QT_QPA_PLATFORM=xcb
start_window_manager() {
    openbox >>"$work/openbox.log" 2>&1 & started+=($!)
    manager=$!
}
start_window_manager

# comes_to COMMAND: waits up to ten seconds until it succeeds.
comes_to() {
    for _ in $(seq 100); do
        if "$@"; then return 0; fi
        sleep 0.1
    done
    return 1
}

# A window can be given the keyboard only once the window manager has said what it supports.
# One that gave up, because the screen was not ready for it, is started again.
is_managed() {
    if xdotool get_desktop >/dev/null 2>&1; then return 0; fi
    kill -0 "$manager" 2>/dev/null || start_window_manager
    return 1
}
comes_to is_managed || { echo "the window manager did not start:" >&2; cat "$work/openbox.log" >&2; exit 1; }

# open_desk WARROOM ARGUMENTS: its process is then $desk, its window has the keyboard.
open_desk() {
    "$1" desk "${@:2}" & started+=($!)
    desk=$!
    local window=
    for _ in $(seq 200); do
        window=$(xdotool search --onlyvisible --pid "$desk" 2>/dev/null | tail -n 1) && [ -n "$window" ] && break
        sleep 0.1
    done
    [ -n "$window" ] || { echo "the desk did not open" >&2; exit 1; }
    xdotool windowactivate --sync "$window"
}
