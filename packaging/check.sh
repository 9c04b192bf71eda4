#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Says what is wrong with the sources without running them: the rules of tests/lint, the format, the scripts, clang's
# and clazy's warnings over models, ui and app. "check.sh tidy" runs clang-tidy over them too, which takes longer than
# all the rest.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source-path=SCRIPTDIR source=packages.sh
source packaging/packages.sh

install_packages "${packages_to_build[@]}" "${packages_to_check[@]}"

python3 -B tests/lint/check.py .
shellcheck -x .ci/run packaging/*.sh tests/gui/*.sh
find models ui app tests \( -name '*.cpp' -o -name '*.h' \) -print0 | xargs -0 clang-format-14 --dry-run --Werror

cmake --preset clazy >/dev/null
cmake --build --preset clazy
[ "${1:-}" = tidy ] || exit 0
cmake --preset tidy >/dev/null
cmake --build --preset tidy
