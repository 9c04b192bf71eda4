#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Says what is wrong with the sources without running them: the rules of tests/lint, the format, the scripts, clang's
# and clazy's warnings over models, ui and app.
#
#   check.sh [tidy [REVISION]]
#
# "tidy" runs clang-tidy too, over all of them, which takes longer than all the rest, or over what changed since.
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
if [ $# -gt 1 ]; then
    mapfile -t sources < <(git diff --name-only --diff-filter=d "$2" -- 'models/*.cpp' 'ui/*.cpp' 'app/*.cpp')
    printf '%s\n' "${sources[@]}" | xargs -r -P "$(nproc)" -n 1 \
        clang-tidy-14 --quiet --warnings-as-errors='*' -p build/clazy
else
    cmake --preset tidy >/dev/null
    cmake --build --preset tidy
fi
