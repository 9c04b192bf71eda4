#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Types the shipped example into the desk, key by key, from outside the process, and compares the post-mortem with the
# one of the same lines through the command line.
#
#   typed_incident.sh WARROOM EXAMPLE
set -euo pipefail
if [ "${1:-}" != --inside ]; then
    for program in Xvfb xvfb-run openbox xdotool dbus-run-session; do
        command -v "$program" >/dev/null || { echo "skipped: $program is not installed"; exit 77; }
    done
    exec xvfb-run -a -s '-screen 0 1600x1000x24 -nolisten tcp' dbus-run-session -- "$0" --inside "$@"
fi
warroom=$2 example=$3
work=$(mktemp -d)
started=()
finish() {
    for pid in "${started[@]}"; do kill "$pid" 2>/dev/null || true; done
    wait 2>/dev/null || true
    rm -rf "$work"
}
trap finish EXIT
export XDG_RUNTIME_DIR=$work XDG_CONFIG_HOME=$work/config QT_QPA_PLATFORM=xcb
common=(--as carol --playbook erlmcp-incident-response --clock 2026-01-31T15:05:00Z)

"$warroom" log --data-dir "$work/said" "${common[@]}" - <"$example" >/dev/null
"$warroom" export --data-dir "$work/said" -o "$work/said.md"

openbox >/dev/null 2>&1 & started+=($!)
"$warroom" desk --data-dir "$work/typed" "${common[@]}" & started+=($!)
desk=$!
window=
for _ in $(seq 200); do
    window=$(xdotool search --onlyvisible --pid "$desk" 2>/dev/null | tail -n 1) && [ -n "$window" ] && break
    sleep 0.1
done
[ -n "$window" ] || { echo "the desk did not open" >&2; exit 1; }
xdotool windowactivate --sync "$window"

entries() { "$warroom" list --data-dir "$work/typed" --json | grep -c '"id"' || true; }
acts() {
    "$warroom" show --data-dir "$work/typed" --json 2>/dev/null | grep -o '"act": "[^"]*"' | sort -u | wc -l
}

# One act a line of the example; a line that begins with a tab goes on with the one before (Shift+Enter).
typed=0
first=1
while IFS= read -r line || [ -n "$line" ]; do
    case $line in
    $'\t'*)
        xdotool key --clearmodifiers shift+Return
        xdotool type --clearmodifiers --delay 3 -- "${line#$'\t'}"
        ;;
    *)
        if [ "$first" = 0 ]; then
            xdotool key --clearmodifiers Return
            typed=$((typed + 1))
        fi
        xdotool type --clearmodifiers --delay 3 -- "$line"
        first=0
        ;;
    esac
done <"$example"
xdotool key --clearmodifiers Return
typed=$((typed + 1))

for _ in $(seq 100); do
    [ "$(acts)" -ge "$typed" ] && break
    sleep 0.1
done
echo "typed $typed acts, $(acts) in the log of $(entries) incident"
"$warroom" export --data-dir "$work/typed" -o "$work/typed.md"
diff -u "$work/said.md" "$work/typed.md"
"$warroom" verify --data-dir "$work/typed"
[ -z "${WARROOM_PICTURE:-}" ] || import -window root "$WARROOM_PICTURE"
