#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# One incident from the start page to the exported post-mortem by the keyboard alone, from outside the process. Each act
# may take so many keys beside its text; how many it took is counted and printed.
#
#   whole_incident.sh WARROOM PLAYBOOK
set -euo pipefail
# shellcheck source=tests/gui/screen.sh
source "$(dirname "${BASH_SOURCE[0]}")/screen.sh"
warroom=$1 playbook=$2
export HOME=$work XDG_DATA_HOME=$work/share
mkdir -p "$work/Documents"
me=(--data-dir "$work/data" --as carol --playbook "$playbook")

# The words of the two procedures that are played: the commander, the one who acts, the second status and severity.
case $playbook in
erlmcp-incident-response) who=alice does=bob status=Mitigating second=P1 digit=1 ;;
tai-autonomics-playbook) who=dana does=erin status="Implementing fix" second=SEV-2 digit=2 ;;
*) echo "no words for $playbook" >&2; exit 1 ;;
esac

keys=0 characters=0
press() {
    for key in "$@"; do
        xdotool key --clearmodifiers "$key"
        keys=$((keys + 1))
        sleep 0.05
    done
}
says() {
    xdotool type --clearmodifiers --delay 3 -- "$1"
    characters=$((characters + ${#1}))
}
# took MOST WHAT: the act is done; it took no more than MOST keys beside its text.
took() {
    printf '%-28s %2d keys of %2d, %3d characters of text\n' "$2" "$keys" "$1" "$characters"
    [ "$keys" -le "$1" ] || { echo "too many keys: $2" >&2; exit 1; }
    keys=0 characters=0
}
shown() { "$warroom" show --data-dir "$work/data" "${incident[@]}" --json 2>/dev/null; }
incident=()
# Asks the incident's JSON as $i; a question is a Python expression.
holds() { shown | python3 -c 'import json,sys; i = json.load(sys.stdin); sys.exit(not eval(sys.argv[1]))' "$1" 2>/dev/null; }
expect() { comes_to holds "$1" || { echo "it did not come to this: $1" >&2; shown >&2; exit 1; }; }
ended() { ! kill -0 "$desk" 2>/dev/null; }
# The desk of the next part of the incident; the one before is closed as a person closes a window.
desk_at() {
    if [ -n "${desk:-}" ]; then
        xdotool key --clearmodifiers alt+F4
        comes_to ended || { echo "the desk does not close" >&2; exit 1; }
    fi
    open_desk "$warroom" "${me[@]}" --clock "$1"
    sleep 0.5
}
title_is() { xdotool getactivewindow getwindowname | grep -q -- "$1"; }

desk_at 2026-03-02T10:02:00Z
press ctrl+d
says 'Half of the requests fail'
press Tab
says 'every customer'
press Tab
says '-4m'
press ctrl+Return
took 4 'declare, with all that is known'
comes_to title_is 'Half of the requests fail'
incident=(INC-2026-03-02-001)
expect 'i["milestones"]["impact_started"].startswith("2026-03-02T09:58")'

press alt+a
took 1 'acknowledge'
expect 'i["milestones"]["acknowledged"]'

press ctrl+r Return
says "$who"
press Return
took 4 'assign a role'
expect '[r for r in i["roles"] if r["role"] == "Incident Commander"]'

says '? the new pool size is too small'
press Return
took 1 'hypothesis'
says "+ @$does 10m Roll back to v2.1.3"
press Return
took 1 'action'
expect '[a for a in i["actions"] if a["owner"] and a["state"] == "open"]'

press ctrl+u ctrl+Return
took 2 'first status update'
expect 'len([e for e in i["entries"] if e["kind"] == "update"]) == 1'
expect '"every customer" in [e for e in i["entries"] if e["kind"] == "update"][0]["text"]'

desk_at 2026-03-02T10:17:00Z
press alt+t 2
took 2 'status'
expect "i['status'] == '$status'"
says '/start 1'
press Return
took 1 'action under way'
press ctrl+u ctrl+Return
took 2 'regular status update'
expect 'len([e for e in i["entries"] if e["kind"] == "update"]) == 2'

desk_at 2026-03-02T10:32:00Z
press alt+n ctrl+Return
took 2 'status update, no change'
expect '"No change since 10:17" in [e for e in i["entries"] if e["kind"] == "update"][2]["text"]'
press alt+s $digit
took 2 'severity'
expect "i['severity'] == '$second'"

desk_at 2026-03-02T10:41:00Z
says '/done 1'
press Return
took 1 'action done'
press alt+r
says 'Rolled back to v2.1.3'
press ctrl+Return
sleep 1
press ctrl+Return
took 3 'resolve with its notice'
expect 'i["milestones"]["resolved"] and len([e for e in i["entries"] if e["kind"] == "update"]) == 4'
expect '"Rolled back to v2.1.3" in [e for e in i["entries"] if e["kind"] == "update"][3]["text"]'

says "/followup @$does due 2026-03-09 prio $second Alert on pool saturation"
press Return
took 1 'follow-up'
press ctrl+e
sleep 0.5
says 'The pool was halved by mistake'
press ctrl+Return
took 2 'section, and export'
written=$work/Documents/INC-2026-03-02-001.md
comes_to test -s "$written" || { echo "no post-mortem" >&2; exit 1; }
grep -q 'Half of the requests fail' "$written"
grep -q 'The pool was halved by mistake' "$written"
grep -q 'Alert on pool saturation' "$written"
press alt+c ctrl+Return
took 2 'close'
expect 'i["milestones"]["closed"]'
press alt+Home
took 1 'back to the start page'
comes_to title_is '^Warroom$'
"$warroom" verify --data-dir "$work/data" "${incident[@]}"
