#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the programs of tests/fuzz with libFuzzer and runs each for so long; stops at the first finding, whose input it
# leaves in build/fuzz/found. What was learnt is kept in build/fuzz/corpus for the next time.
#
#   fuzz.sh [SECONDS [NAME...]]
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source-path=SCRIPTDIR source=packages.sh
source packaging/packages.sh

seconds=${1:-30}
names=("${@:2}")
if [ ${#names[@]} -eq 0 ]; then
    mapfile -t names < <(find tests/fuzz/seeds -mindepth 1 -maxdepth 1 -printf '%f\n' | sort)
fi

install_packages "${packages_to_build[@]}" "${packages_to_fuzz[@]}"
export ASAN_OPTIONS=malloc_context_size=10:quarantine_size_mb=16
ASAN_OPTIONS+=:external_symbolizer_path=/usr/lib/llvm-14/bin/llvm-symbolizer
cmake --preset fuzz >/dev/null
cmake --build --preset fuzz

mkdir -p build/fuzz/found
for name in "${names[@]}"; do
    corpus=build/fuzz/corpus/$name
    mkdir -p "$corpus"
    # A loaded machine is no finding: an input counts as slow from 20 s.
    if ! build/fuzz/tests/fuzz/fuzz_"$name" -max_total_time="$seconds" -timeout=20 -max_len=4096 -print_final_stats=1 \
        -verbosity=0 -dict="tests/fuzz/$name.dict" -artifact_prefix="build/fuzz/found/$name-" \
        "$corpus" "tests/fuzz/seeds/$name" >"build/fuzz/$name.log" 2>&1; then
        cat "build/fuzz/$name.log"
        exit 1
    fi
    awk -v name="$name" '/number_of_executed_units/ { all = $2 } /average_exec_per_sec/ { each = $2 }
        END { print "fuzz_" name ": " all " inputs, " each " a second, no finding" }' "build/fuzz/$name.log"
done
