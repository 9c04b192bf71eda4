#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Types the shipped example into the desk, key by key, from outside the process, and compares the post-mortem with the
# one of the same lines through the command line.
#
#   typed_incident.sh WARROOM EXAMPLE
set -euo pipefail
# shellcheck source=tests/gui/screen.sh
source "$(dirname "${BASH_SOURCE[0]}")/screen.sh"
warroom=$1 example=$2
common=(--as carol --playbook erlmcp-incident-response --clock 2026-01-31T15:05:00Z)

"$warroom" log --data-dir "$work/said" "${common[@]}" - <"$example" >/dev/null
"$warroom" export --data-dir "$work/said" -o "$work/said.md"

open_desk "$warroom" --data-dir "$work/typed" "${common[@]}"

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

# However slow the machine is: it is waited for as long as it gets on.
more_than() { [ "$(acts)" -gt "$1" ]; }
for _ in $(seq 0 "$typed"); do
    [ "$(acts)" -lt "$typed" ] || break
    comes_to more_than "$(acts)" || break # the post-mortems say what is missing
done
echo "typed $typed acts, $(acts) in the log of $(entries) incident"
"$warroom" export --data-dir "$work/typed" -o "$work/typed.md"
diff -u "$work/said.md" "$work/typed.md"
"$warroom" verify --data-dir "$work/typed"
[ -z "${WARROOM_PICTURE:-}" ] || import -window root "$WARROOM_PICTURE"
