# SPDX-License-Identifier: GPL-3.0-or-later
"""check.py ROOT QT_HEADERS: prints what breaks the rules of ARCHITECTURE.md; exit status 1 when anything does."""

import sys

import rules


def main():
    found = rules.problems(sys.argv[1], sys.argv[2])
    for line in found:
        print(line)
    folders, _ = rules.declared(rules.Path(sys.argv[1]))
    headers, _ = rules.qt_headers(sys.argv[2])
    # An empty tree or a wrong Qt folder must not pass for a clean one.
    if not folders or "QString" not in headers:
        print(f"nothing to check: {len(folders)} folders, {len(headers)} Qt headers")
        return 1
    print(f"{len(folders)} folders, {len(found)} problems")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
