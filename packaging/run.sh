#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds Warroom and opens the desk; arguments go to "warroom desk". Without a display it
# plays the shipped example into a data folder of its own and leaves demo/post-mortem.md and demo/desk.png.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source-path=SCRIPTDIR source=packages.sh
source "$root/packaging/packages.sh"
# shellcheck source-path=SCRIPTDIR source=example.sh
source "$root/packaging/example.sh"

install_packages "${packages_to_build[@]}" "${packages_to_run[@]}"
cmake -S "$root" --preset release >/dev/null
cmake --build "$root/build/release"
warroom=$root/build/release/app/warroom

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec "$warroom" desk "$@"
fi

demo=$root/demo
moment=2026-01-31T15:00:00Z
begin_example "$demo"
log_example "$moment" >"$demo/acts.txt"
at "$moment" export -o "$demo/post-mortem.md"
take_picture "$moment" "$demo/desk.png" --size 1600x1000 "$@"
echo "There is no display. The shipped example was logged, $(wc -l <"$demo/acts.txt") acts, and came to"
echo "  $demo/post-mortem.md"
echo "  $demo/desk.png"
