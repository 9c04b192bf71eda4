# SPDX-License-Identifier: GPL-3.0-or-later
"""What a compiler lets pass and this program must not say. Each rule reads words; nothing is compiled."""

import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Callable

sys.path.append(str(Path(__file__).parent.parent / "support"))
from sources import blanked, closing, line_of, loop_end, unquoted

UI = ("ui/", "app/")
PROGRAM = ("models/",) + UI
SOURCES = PROGRAM + ("tests/", "packaging/", "resources/", ".ci/")

# Rule and path to the reason why the rule does not hold there.
ALLOWED = {
    ("plain text", "ui/style/plainlabel.h"): "is the label that all others are",
    ("plain text", "ui/style/plainlabel.cpp"): "is the label that all others are",
    ("plain text", "ui/steps/textview.h"): "is built from pieces without markup and loads nothing",
    ("plain text", "ui/steps/textview.cpp"): "is built from pieces without markup and loads nothing",
    ("plain text", "ui/steps/codebox.cpp"): "marks pieces of plain text with a struct of that name",
    ("one query class", "models/journal/database.h"): "is what runs the queries",
    ("one query class", "models/journal/database.cpp"): "is what runs the queries",
    ("SQLite alone", "models/journal/prepare.cpp"): "copies a log from a folder that nobody can write, so that no "
    "lock is held there",
    ("SQLite alone", "models/journal/replace.cpp"): "moves a log that nobody has open",
    ("bound values", "models/journal/salvage.cpp"): "names its own indexes, which cannot be bound",
    ("name of the database", "models/journal/folder.h"): "is where the name stands",
}


@dataclass(frozen=True)
class Rule:
    """`breaks` gives positions in the text, where comments are blanked out, or in the code, where quotes are too."""

    name: str
    says: str
    breaks: Callable
    folders: tuple = PROGRAM
    besides: tuple = ()

    def holds_in(self, path):
        return (
            path.startswith(self.folders)
            and not path.startswith(self.besides or ("//",))
            and (self.name, path) not in ALLOWED
        )


def said(pattern):
    return lambda text, code: (found.start() for found in re.finditer(pattern, code))


def quoted(pattern):
    return lambda text, code: (found.start() for found in re.finditer(pattern, text))


def colours(text, code):
    numbers = r'"[^"\n]*#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3,4})(?![\w-])[^"\n]*"'
    for found in re.finditer(numbers, text):
        # A colour inside a sentence is an example for people, not a colour.
        if re.fullmatch(r'"#[0-9a-fA-F]+"', found.group(0)) or re.search(r"[:;{]", found.group(0)):
            yield found.start()
    made = r"\bQColor(?:\s+\w+)?\s*[({]\s*(?:0[xX]|\d)|\bqRgba?\s*\(|\bQColorConstants\b"
    named = r"\bQt::(?:(?:dark|light)?(?:red|green|blue|yellow|gray|cyan|magenta)|(?:dark|light)(?:Red|Green|Blue|Yellow|Gray|Cyan|Magenta)|black|white)\b"
    yield from said(f"{made}|{named}")(text, code)


def unasked_loops(text, code):
    for found in re.finditer(r"\bwhile\s*\(", code):
        condition_end = closing(code, found.end() - 1)
        if not re.search(r"(?:\.|->)next\(\)", code[found.end() : condition_end]):
            continue
        behind = code[loop_end(code, condition_end + 1) :]
        if "lastError" not in "\n".join(behind.splitlines()[:4]):
            yield found.start()


def other_hands(text, code):
    opens = (
        r"\b(?:QFile|QSaveFile|QTemporaryFile)\b(?!::(?:encodeName|decodeName|exists|permissions|setPermissions)\b)"
        r"|\bfopen\b|\b[io]?fstream\b|(?<!\w)::open\(|\bfilesystem::"
    )
    for found in re.finditer(opens, code):
        statement = text[found.start() :].split(";", 1)[0]
        if re.search(r"\b(?:database|writeAheadLog)\(\)|warroom\.db", statement):
            yield found.start()


def composed_sql(text, code):
    """What stands behind a statement, or its last line: .arg() with anything but our own columns, or a +."""
    part = r"(?:entryColumns\(\)(?:\.remove\(QStringLiteral\(\" *\"\)\))?|(?:entryBytes|bytesToFold)\(\)|entryPlaceholders\(\)|applicationId|schemaVersion|maxHits)"
    verbs = r'"(?:SELECT|INSERT|UPDATE|DELETE|REPLACE|PRAGMA|CREATE|DROP|ALTER|ATTACH|VACUUM|WITH|BEGIN|COMMIT) '
    seen = set()
    for found in re.finditer(verbs, text):
        end = re.compile(r'(?:"(?:\\.|[^"\\\n])*"\s*)+').match(text, found.start()).end()
        behind = re.compile(r"_s\b|\)?\s*").match(code, end).end()
        while call := re.compile(r"\s*\.arg\(").match(code, behind):
            closed = closing(code, call.end() - 1)
            if not re.fullmatch(rf"\s*{part}(?:,\s*{part})*\s*", code[call.end() : closed]):
                seen.add(call.end())
            behind = closed + 1
        if re.compile(r"\s*\+").match(code, behind):
            seen.add(behind)
    return sorted(seen)


RULES = (
    Rule(
        "plain text",
        "guesses rich text and then reads files; use style::PlainLabel and style::plainToolTip()",
        said(
            r"\bQLabel\b|\bQToolTip\b|\bQMessageBox\b|\bQErrorMessage\b|\bQTextEdit\b|\bQTextBrowser\b|\bQWhatsThis\b"
            r"|\bsetWhatsThis\b|\bset(?:Html|Markdown)\(|\b(?:insert|append)Html\("
            r"|\bQt::(?:RichText|AutoText|MarkdownText)\b"
            r"|\bsetToolTip\((?!\s*(?:style::)?plainToolTip\()"
            r"|\bcase Qt::ToolTipRole:(?!\s*return (?:style::)?plainToolTip\()"
        ),
    ),
    Rule(
        "one query class",
        "only models/journal/database.cpp goes from row to row; ask Database::each()",
        said(r"\bQSqlQuery\b(?<!const QSqlQuery)(?<!<QSqlQuery)(?<!class QSqlQuery)|\bconst QSqlQuery\b(?!&)|\bQSql\w*Model\b"),
    ),
    Rule("read error", "next() is false on a read error too: ask lastError() behind the loop", unasked_loops),
    Rule("SQLite alone", "only SQLite opens the log: closing it here drops SQLite's locks", other_hands),
    Rule("name of the database", "the name of the database stands in models/journal/folder.h", quoted(r'warroom\.db"')),
    Rule(
        "immediate transaction",
        "transaction() is deferred in Qt and fails beside a writer; BEGIN IMMEDIATE",
        said(r"(?:\.|->)transaction\(\)"),
    ),
    Rule("bound values", "SQL is one text; values are bound", composed_sql),
    Rule(
        "no other program",
        "no other program is started",
        said(
            r"\bQProcess\b|(?:(?<![\w:.>])(?:std)?::|(?<![\w:.>]))(?:system|popen|exec[lv]p?e?|posix_spawnp?|v?fork)\s*\("
        ),
    ),
    Rule(
        "TLS", "who cannot show who they are is not spoken to", said(r"\bignoreSslErrors\b|\bVerifyNone\b|\bQueryPeer\b")
    ),
    Rule("colours", "colours come from ui/style", colours, besides=("ui/style/",)),
    Rule(
        "faint",
        "cannot be read as text; disabled controls of ui/style alone have it",
        said(r"(?:\.|->|::)faint\b"),
        besides=("ui/style/",),
    ),
    Rule("wording", "models have no wording; ui/words has", said(r"\btr\(|\btranslate\(|\bQT_TR\w*"), ("models/",)),
    Rule(
        "one event loop",
        "a nested event loop lets anything happen in the middle of a function",
        said(
            r"\bprocessEvents\b|\bQEventLoop\b|\bsendPostedEvents\b|\bQ(?:File|Input|Color|Font)Dialog::get\w+"
        ),
    ),
    Rule("one window's loop", "exec() of a dialog, menu or drag is a nested event loop; open it", said(r"(?:\.|->)exec\("), UI),
)


def problems_of(path, source):
    """The problems of one file; `path` is from the root, with slashes."""
    if not any("SPDX-License-Identifier:" in line for line in source.splitlines()[:3]):
        yield f"{path}:1: the first lines want an SPDX-License-Identifier"
    if not path.endswith((".h", ".cpp")):
        return
    text = blanked(source)
    code = unquoted(text)
    found = {}
    for rule in RULES:
        if rule.holds_in(path):
            for position in rule.breaks(text, code):
                found[line_of(text, position), rule.says] = re.match(r"[\w:]*", code[position:]).group(0)
    for (line, says), word in sorted(found.items()):
        yield f"{path}:{line}: {word}{': ' if word else ''}{says}"


def is_source(path):
    return path.suffix in (".h", ".cpp", ".py", ".sh", ".cmake") or path.name in ("CMakeLists.txt", "run")


def sources(root):
    for folder in SOURCES:
        yield from sorted(path for path in (root / folder).rglob("*") if path.is_file() and is_source(path))


def problems(root):
    """Everything in the tree that breaks a rule, one line each, and the number of files."""
    root = Path(root)
    files = list(sources(root))
    return [
        line
        for path in files
        for line in problems_of(path.relative_to(root).as_posix(), path.read_text(encoding="utf-8"))
    ], len(files)
