#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds what people run and prints the figures of tests/bench at their full sizes; a few
# minutes. Arguments are the subjects to be run, all of them without: append reading timeline desk runbook metrics charts.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source-path=SCRIPTDIR source=packages.sh
source packaging/packages.sh

[ $# -gt 0 ] || set -- append reading timeline desk runbook metrics charts
install_packages "${packages_to_build[@]}" "${packages_to_run[@]}" "${packages_to_test[@]}" \
    "${packages_to_compare[@]}"
cmake --preset bench >/dev/null
cmake --build --preset bench --target "${@/#/bench_}"
over=0
for subject; do
    QT_QPA_PLATFORM=offscreen "build/bench/tests/bench/bench_$subject" || over=1
done
exit "$over"
