# SPDX-License-Identifier: GPL-3.0-or-later
"""check.py ROOT: prints what breaks a rule of rules.py; exit status 1 when anything does."""

import sys

import rules


def main():
    found, files = rules.problems(sys.argv[1])
    for line in found:
        print(line)
    print(f"{files} files, {len(found)} problems")
    # An empty tree must not pass for a clean one.
    return 1 if found or files < 100 else 0


if __name__ == "__main__":
    sys.exit(main())
