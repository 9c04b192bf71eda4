#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A desk that is killed while nothing can be saved: the next one logs the line and the form, once and with the times at
# which they were said, without a key.
#
#   killed_while_not_saved.sh WARROOM
set -euo pipefail
# shellcheck source=tests/gui/screen.sh
source "$(dirname "${BASH_SOURCE[0]}")/screen.sh"
warroom=$1
common=(--data-dir "$work/data" --as carol --playbook erlmcp-incident-response)
"$warroom" declare "${common[@]}" --clock 2026-01-31T14:23:00Z --severity P0 --title 'Pool is full' >/dev/null

keeps() { [ "$(cat "$work"/state/warroom/not-saved/*.jsonl 2>/dev/null | wc -l)" = "$1" ]; }
shown() { "$warroom" show --data-dir "$work/data" --json; }
# Asks the incident's entries as $e; a question is a Python expression.
holds() { shown | python3 -c 'import json,sys; e = json.load(sys.stdin)["entries"]; sys.exit(not eval(sys.argv[1]))' "$1"; }
said='[(x["text"], x["occurred_at"][:16]) for x in e if x["kind"] in ("note", "update")]'

open_desk "$warroom" "${common[@]}" --clock 2026-01-31T14:40:00Z
exec 9<"$work/data/warroom.lock"
flock 9 # as a program that hangs in the middle of writing
xdotool type --delay 3 'connections pile up on prod-2'
xdotool key Return
xdotool key ctrl+u
sleep 0.5
xdotool key ctrl+Return
comes_to keeps 2 || comes_to keeps 2 || { echo "it was not kept" >&2; exit 1; }
kill -KILL "$desk"
wait "$desk" 2>/dev/null || true
flock -u 9
if holds "len($said)"; then echo "nothing was to be written yet" >&2; exit 1; fi

open_desk "$warroom" "${common[@]}" --clock 2026-01-31T15:10:00Z
comes_to holds "len($said) == 2" || { echo "not taken in" >&2; shown >&2; exit 1; }
holds "${said}[0] == ('connections pile up on prod-2', '2026-01-31T14:40')" || { shown >&2; exit 1; }
holds "${said}[1][1] == '2026-01-31T14:40'" || { shown >&2; exit 1; }
comes_to keeps 0
# And it is not offered once more.
if grep -qs prod-2 "$work"/data/drafts/*.json; then echo "still a draft" >&2; exit 1; fi
