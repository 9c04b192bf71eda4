#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A desk that is killed while somebody types: the next one has the line apart from what is typed there, Esc brings it
# back, and Enter logs it as of its first key.
#
#   killed_while_typing.sh WARROOM
set -euo pipefail
# shellcheck source=tests/gui/screen.sh
source "$(dirname "${BASH_SOURCE[0]}")/screen.sh"
warroom=$1
common=(--data-dir "$work/data" --as carol --playbook erlmcp-incident-response)
"$warroom" declare "${common[@]}" --clock 2026-01-31T14:23:00Z --severity P0 --title 'Pool is full' >/dev/null

drafted() { grep -qs "$1" "$work"/data/drafts/*.json; }
noted() { "$warroom" show --data-dir "$work/data" --json | grep -q "\"text\": \"$1\""; }

open_desk "$warroom" "${common[@]}" --clock 2026-01-31T14:40:00Z
xdotool type --delay 3 'connections pile up on prod-2'
comes_to drafted 'connections pile up on prod-2'
kill -KILL "$desk"
wait "$desk" 2>/dev/null || true
if noted 'connections pile up on prod-2'; then echo "logged without Enter" >&2; exit 1; fi

open_desk "$warroom" "${common[@]}" --clock 2026-01-31T14:50:00Z
xdotool type --delay 3 'pool is fine'
xdotool key Return
comes_to noted 'pool is fine'
comes_to drafted 'connections pile up on prod-2'
xdotool key Escape Return
comes_to noted 'connections pile up on prod-2'
"$warroom" show --data-dir "$work/data" --json | grep -q '"occurred_at": "2026-01-31T14:40:0'
comes_to eval '! drafted connections'
