#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds Warroom with sanitizers and runs every test; arguments go to ctest.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source-path=SCRIPTDIR source=packages.sh
source packaging/packages.sh

install_packages "${packages_to_build[@]}" "${packages_to_run[@]}" "${packages_to_test[@]}"
cmake --preset asan >/dev/null
cmake --build --preset asan
exec ctest --preset asan -j2 --no-tests=error "$@"
