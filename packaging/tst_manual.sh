#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# tst_manual.sh WARROOM: the manual is sound, and says every verb and every option that the program has.
set -euo pipefail

warroom=$1
manual=$(dirname "${BASH_SOURCE[0]}")/warroom.1
failed=0

# The pager's page and the warnings of its formatter.
complaints=$(groff -t -man -Tutf8 -ww "$manual" 2>&1 >/dev/null)
if [ -n "$complaints" ]; then
    echo "$complaints"
    failed=1
fi

page=$(groff -t -man -Tutf8 -P-cbou "$manual")
verbs=$("$warroom" --help | sed -n 's/^  warroom \([a-z]*\).*/\1/p')
[ "$(wc -w <<<"$verbs")" -ge 10 ]
for verb in $verbs; do
    if ! grep -qE "^       $verb( |$)" <<<"$page"; then
        echo "The manual does not say what $verb does."
        failed=1
    fi
    for option in $("$warroom" "$verb" --help | grep -oE '^  (-[a-z], )?--[a-z-]+' | grep -oE -- '--[a-z-]+'); do
        if ! grep -qE -- "(^|[^a-z-])$option([^a-z-]|$)" <<<"$page"; then
            echo "The manual does not say what $verb does with $option."
            failed=1
        fi
    done
done
exit $failed
