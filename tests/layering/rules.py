# SPDX-License-Identifier: GPL-3.0-or-later
"""What the folders may say about each other. Reads CMake calls and #include lines; compiles nothing."""

import re
import sys
from dataclasses import dataclass, field
from pathlib import Path

sys.path.append(str(Path(__file__).parent.parent / "support"))
from sources import blanked, line_of

LAYERS = ("models", "ui")
CODE = (".h", ".cpp")

# What a Qt module brings into its own public headers.
BRINGS = {
    "Core": [],
    "DBus": ["Core"],
    "Gui": ["Core"],
    "Network": ["Core"],
    "Sql": ["Core"],
    "Test": ["Core"],
    "Xml": ["Core"],
    "Widgets": ["Gui", "Core"],
    "Svg": ["Gui", "Core"],
    "Charts": ["Widgets", "Gui", "Core"],
    "Qml": ["Core"],
    "Quick": ["Qml", "Gui", "Core"],
}

# Libraries that are not Qt: how their headers begin, and the target that declares them. Mustache is one header
# without a target.
OTHERS = {
    "yaml-cpp/": "yaml-cpp",
    "md4c": "md4c::md4c",
    "git2": "PkgConfig::libgit2",
    "simdjson": "simdjson::simdjson",
}


@dataclass
class Folder:
    """One library, or the program itself, with what it declares."""

    name: str
    path: Path
    links: list = field(default_factory=list)

    @property
    def folders(self):
        return {link[len("warroom::") :] for link in self.links if link.startswith("warroom::")}

    @property
    def qt_modules(self):
        modules = set()
        for link in self.links:
            if link.startswith("Qt6::"):
                module = link[len("Qt6::") :]
                modules |= {module, *BRINGS.get(module, ["Core"])}
        return modules


def without_cmake_comments(text):
    return re.sub(r"#[^\n]*", "", text)


def cmake_calls(text, command):
    """The words of each call of a CMake command."""
    for call in re.finditer(r"\b%s\s*\(([^)]*)\)" % command, without_cmake_comments(text)):
        yield call.group(1).split()


def declared(root):
    """The folders by name, from the warroom_library() calls; the program from its target_link_libraries()."""
    folders = {}
    problems = []
    for layer in LAYERS:
        for file in sorted((root / layer).glob("*/CMakeLists.txt")):
            text = file.read_text(encoding="utf-8")
            for words in cmake_calls(text, "warroom_library"):
                name = words[1]
                links = words[words.index("LINK") + 1 :] if "LINK" in words else []
                folders[name] = Folder(name, root / layer / name, links)
                if words[0] != layer or file.parent.name != name:
                    problems.append(f"{file.relative_to(root)}: declares {words[0]}/{name}; a folder declares itself")
            for words in cmake_calls(text, "target_link_libraries"):
                problems.append(f"{file.relative_to(root)}: links {words[-1]} beside LINK")
    program = root / "app" / "CMakeLists.txt"
    if program.exists():
        links = []
        for words in cmake_calls(program.read_text(encoding="utf-8"), "target_link_libraries"):
            links += [word for word in words[1:] if word not in ("PRIVATE", "PUBLIC", "INTERFACE")]
        folders["app"] = Folder("app", root / "app", links)
    return folders, problems


def qt_headers(directory):
    """Header name to module, and the master headers, from Qt's include folders (QtCore/QString and so on)."""
    modules = {}
    masters = set()
    for folder in sorted(Path(directory).glob("Qt*")):
        module = folder.name[len("Qt") :]
        for header in folder.iterdir():
            if header.is_file():
                modules.setdefault(header.name, module)
        masters.add(folder.name)
    return modules, masters


def undeclared(header, folder, target):
    return f"includes {header}, but {folder.name} does not declare {target}"


def include_problems(folder, file, text, folders, qt):
    modules, masters = qt
    for found in re.finditer(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', text, re.MULTILINE):
        line = line_of(text, found.start())
        header = found.group(2)
        first = header.split("/")[0]
        if found.group(1) == '"':
            if "/" not in header:
                beside = [file.parent / header, folder.path / header]
                if folder.name != "app" and not header.endswith(".moc"):
                    yield line, f'“{header}”: write "{folder.name}/{header}"'
                elif not any(path.exists() for path in beside) and not header.endswith(".moc"):
                    yield line, f"“{header}” is not there"
            elif first == folder.name:
                continue
            elif first not in folders:
                if not (folder.path / header).exists():
                    yield line, f"“{header}”: there is no folder {first}"
            elif first not in folder.folders:
                yield line, undeclared(header, folder, f"warroom::{first}")
            continue
        if header in masters or (first in masters and header == f"{first}/{first}"):
            yield line, f"<{header}> is a master header; include the classes"
        elif first in masters:
            yield line, f"<{header}>: write <{header.split('/', 1)[1]}>, which compiles only with the module declared"
        elif header.endswith("_p.h") or first in ("private", "qpa"):
            yield line, f"<{header}> is private to Qt"
        elif header in modules and modules[header] not in folder.qt_modules:
            yield line, undeclared(header, folder, f"Qt6::{modules[header]}")
        else:
            for beginning, target in OTHERS.items():
                if header.startswith(beginning) and target not in folder.links:
                    yield line, undeclared(header, folder, target)


def rows_of_the_table(architecture):
    """The folder table of ARCHITECTURE.md: folder to what it may link."""
    rows = {}
    for line in architecture.splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        found = re.fullmatch(r"`((?:models|ui)/\w+|app)`", cells[0])
        if found and len(cells) == 3:
            rows[found.group(1)] = re.findall(r"`([^`]+)`", cells[2])
    return rows


def table_problems(root, folders):
    """Who may link whom is decided in one place; a LINK may say less than the table, never more."""
    rows = rows_of_the_table((root / "ARCHITECTURE.md").read_text(encoding="utf-8"))
    for folder in folders.values():
        name = folder.path.relative_to(root).as_posix()
        if name not in rows:
            yield f"ARCHITECTURE.md: the table has no row for {name}"
            continue
        if folder.name == "app":
            continue
        allowed = {link if "::" in link or link in OTHERS.values() else f"warroom::{link}" for link in rows[name]}
        for link in folder.links:
            if link not in allowed:
                yield f"{name}/CMakeLists.txt: links {link}, which the table of ARCHITECTURE.md does not allow it"
    known = {folder.path.relative_to(root).as_posix() for folder in folders.values()}
    for name in sorted(rows.keys() - known):
        yield f"ARCHITECTURE.md: the table has a row for {name}, which is not there"


def circles(folders):
    """Folders that depend on themselves. CMake allows it for static libraries."""
    for name in folders:
        reached = set()
        ahead = list(folders[name].folders)
        while ahead:
            next_name = ahead.pop()
            if next_name in folders and next_name not in reached:
                reached.add(next_name)
                ahead += folders[next_name].folders
        if name in reached:
            yield f"{name}: depends on itself, by way of {', '.join(sorted(folders[name].folders & reached))}"


def once_a_target(told):
    """A target that a folder does not declare is told at its first include, with the number of the others."""
    targets = {}
    lines = []
    for place, what in told:
        target = what.partition(" does not declare ")[2]
        if target and target in targets:
            targets[target] += 1
            continue
        if target:
            targets[target] = 0
        lines.append((place, what, target))
    more = {target: f" (and {count} more)" if count else "" for target, count in targets.items()}
    return [f"{place}: {what}{more.get(target, '')}" for place, what, target in lines]


def problems(root, qt_directory):
    """Everything in the tree that breaks a rule, one line each."""
    root = Path(root)
    folders, found = declared(root)
    found += circles(folders)
    found += table_problems(root, folders)
    qt = qt_headers(qt_directory)
    for folder in folders.values():
        here = []
        for file in sorted(path for path in folder.path.rglob("*") if path.suffix in CODE):
            text = blanked(file.read_text(encoding="utf-8"))
            name = file.relative_to(root).as_posix()
            told = include_problems(folder, file, text, folders, qt)
            here += [(f"{name}:{line}", what) for line, what in sorted(told)]
        found += once_a_target(here)
    return found
