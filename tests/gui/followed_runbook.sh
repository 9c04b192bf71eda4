#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# followed_runbook.sh WARROOM FOLDER: a runbook of a team's folder is taken up and followed by keys alone, and the
# post-mortem tells of it.
set -euo pipefail
# shellcheck source=tests/gui/screen.sh
source "$(dirname "${BASH_SOURCE[0]}")/screen.sh"

warroom=$1
export WARROOM_RUNBOOKS=$2
data=$work/data
log() { "$warroom" "$@" --data-dir "$data" --as alice --playbook erlmcp-incident-response; }
entries() { log show --json | grep -c "\"kind\": \"$1\"" || true; }
has() { [ "$(entries "$1")" -ge "$2" ]; }

log declare --severity P0 --description "Pool is full" >/dev/null
open_desk "$warroom" --data-dir "$data" --as alice --playbook erlmcp-incident-response
said() { comes_to has "$1" "$2" || { echo "there is no $1 number $2" >&2; log show >&2; exit 1; }; }

# Its index is read on a thread of its own, which the keys do not wait for.
taken_up() {
    xdotool key alt+b
    xdotool type --delay 20 "connection pool"
    sleep 0.3
    xdotool key Return
    sleep 0.5
    if has runbook 1; then return 0; fi
    xdotool key Escape Escape ctrl+a Delete
    return 1
}
comes_to taken_up || { echo "no runbook was taken up" >&2; exit 1; }
xdotool key alt+Return
said step-done 1
xdotool type --delay 20 "/skip 2 it is as large as it may be"
xdotool key Return
said step-skipped 1
xdotool type --delay 20 "/output 3 recv never returns"
xdotool key Return
said output 1

log export -o "$work/post-mortem.md"
grep -q '^\*\*Database Connection Pool Exhausted\*\* (erlmcp-incident-response\\\.md): 1 of 5 steps done$' "$work/post-mortem.md"
grep -q '| 2 | .* | skipped | [0-9:]* | .* | it is as large as it may be |$' "$work/post-mortem.md"
grep -q '^recv never returns$' "$work/post-mortem.md"
