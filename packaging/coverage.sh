#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Says which lines of models the tests run; arguments go to ctest. The page is build/coverage/lines.html.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source-path=SCRIPTDIR source=packages.sh
source packaging/packages.sh

install_packages "${packages_to_build[@]}" "${packages_to_run[@]}" "${packages_to_test[@]}" "${packages_to_cover[@]}"
cmake --preset coverage >/dev/null
cmake --build --preset coverage
find build/coverage -name '*.gcda' -delete
ctest --preset coverage -j2 --no-tests=error "$@"
gcovr --root . --object-directory build/coverage --filter models/ --sort-percentage --print-summary \
    --html-details build/coverage/lines.html build/coverage
