# SPDX-License-Identifier: GPL-3.0-or-later
"""C++ as text: what the checks that compile nothing read it with."""

import re


QUOTE = r'\bR"(?P<ends>\w*)\(.*?\)(?P=ends)"|"(?:\\.|[^"\\\n])*"'


def blanked(text):
    """The code with its comments blanked out, line for line; what stands in quotes stays."""
    pattern = re.compile(QUOTE + r"|'(?:\\.|[^'\\\n])+'|//[^\n]*|/\*.*?\*/", re.DOTALL)

    def keep(found):
        piece = found.group(0)
        return piece if piece[0] in "R\"'" else re.sub(r"[^\n]", " ", piece)

    return pattern.sub(keep, text)


def unquoted(text):
    """Code without comments with its texts blanked out too; the quotes stay."""

    def keep(found):
        return '"' + re.sub(r"[^\n]", " ", found.group(0)[1:-1]) + '"'

    return re.sub(QUOTE, keep, text, flags=re.DOTALL)


def line_of(text, position):
    return text.count("\n", 0, position) + 1


def loop_end(text, start):
    """The position behind the statement or block that begins at `start`."""
    while start < len(text) and text[start].isspace():
        start += 1
    if text[start : start + 1] != "{":
        end = text.find(";", start)
        return len(text) if end < 0 else end + 1
    depth = 0
    for position in range(start, len(text)):
        depth += {"{": 1, "}": -1}.get(text[position], 0)
        if depth == 0:
            return position + 1
    return len(text)


def closing(text, opening):
    depth = 0
    for position in range(opening, len(text)):
        depth += {"(": 1, ")": -1}.get(text[position], 0)
        if depth == 0:
            return position
    return len(text)
