#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes the pictures of the README anew, of the shipped example in the middle of its outage; needs no display.
#
#   pictures.sh [WARROOM [FOLDER]]
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
warroom=${1:-$root/build/release/app/warroom}
pictures=${2:-$root/resources/pictures}
# shellcheck source-path=SCRIPTDIR source=example.sh
source "$root/packaging/example.sh"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$pictures"
begin_example "$work"
at 2026-01-12T09:12:00Z log - >/dev/null <<'LINES'
/incident declare P2 Registry lookups take two seconds
/role IC @bob
/mitigated
/resolve Index rebuilt
/followup @dave due 2026-01-20 prio P1 Alarm on the time of a lookup
/close
LINES
moment=2026-01-31T14:42:41Z
log_example "$moment" 26 >/dev/null

for place in desk start declare update; do
    show=()
    [ "$place" = desk ] || show=(--show "$place")
    take_picture "$moment" "$work/$place.png" --size 1280x720 "${show[@]}"
    # As few colours as the eye does not miss; without ImageMagick they are larger.
    if command -v convert >/dev/null; then
        convert "$work/$place.png" +dither -colors 96 -strip "png8:$pictures/$place.png"
    else
        cp "$work/$place.png" "$pictures/$place.png"
    fi
done
