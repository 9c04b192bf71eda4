#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A damaged log: the desk says so, gets back what can be read by one key, and goes on with it by the next.
#
#   rescued_log.sh WARROOM
set -euo pipefail
# shellcheck source=tests/gui/screen.sh
source "$(dirname "${BASH_SOURCE[0]}")/screen.sh"
warroom=$1
common=(--data-dir "$work/data" --as carol)
"$warroom" declare "${common[@]}" --severity SEV1 --title 'Pool is full' >/dev/null
for i in 1 2 3; do "$warroom" log "${common[@]}" "note $i" >/dev/null; done
page=$(sqlite3 "$work/data/warroom.db" "SELECT rootpage FROM sqlite_schema WHERE name='entry_hlc'")
head -c 4096 /dev/zero | tr '\0' Z \
    | dd of="$work/data/warroom.db" bs=4096 seek=$((page - 1)) conv=notrunc status=none
if "$warroom" log "${common[@]}" 'into a damaged log' 2>/dev/null; then exit 1; fi

open_desk "$warroom" "${common[@]}"
xdotool key 1
replaced() { ls "$work"/data/replaced-*/warroom.db >/dev/null 2>&1; }
comes_to replaced
sleep 0.5
xdotool key Return
showing() { xdotool search --onlyvisible --pid "$desk" --name 'Pool is full' >/dev/null 2>&1; }
comes_to showing
xdotool windowactivate --sync "$(xdotool search --onlyvisible --pid "$desk" --name 'Pool is full' | tail -n 1)"
xdotool type --delay 5 'and on it goes'
xdotool key Return
noted() { "$warroom" show --data-dir "$work/data" --json | grep -q "\"text\": \"$1\""; }
comes_to noted 'and on it goes'
noted 'note 3'
"$warroom" verify --data-dir "$work/data"
