#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds Warroom and opens the desk; arguments go to "warroom desk". Without a display it
# plays the shipped example into a data folder of its own and leaves demo/post-mortem.md and demo/desk.png.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source-path=SCRIPTDIR source=packages.sh
source "$root/packaging/packages.sh"

install_packages "${packages_to_build[@]}" "${packages_to_run[@]}"
cmake -S "$root" --preset release >/dev/null
cmake --build "$root/build/release"
warroom=$root/build/release/app/warroom

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec "$warroom" desk "$@"
fi

demo=$root/demo
here=(--data-dir "$demo/data" --clock 2026-01-31T15:00:00Z --as carol --playbook erlmcp-incident-response)
export LC_ALL=C.UTF-8 XDG_RUNTIME_DIR=${XDG_RUNTIME_DIR:-$demo/data}
mkdir -p "$demo"
rm -rf "$demo/data"
"$warroom" log "${here[@]}" - <"$root/resources/examples/websocket-outage.txt" >"$demo/acts.txt"
"$warroom" export "${here[@]}" -o "$demo/post-mortem.md"
"$warroom" desk "${here[@]}" --screenshot "$demo/desk.png" --size 1600x1000 --theme dark "$@"
echo "There is no display. The shipped example was logged, $(wc -l <"$demo/acts.txt") acts, and came to"
echo "  $demo/post-mortem.md"
echo "  $demo/desk.png"
