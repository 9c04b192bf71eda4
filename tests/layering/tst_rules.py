# SPDX-License-Identifier: GPL-3.0-or-later
"""Each rule on a tree of two libraries that keeps all of them, with one thing broken."""

import tempfile
import unittest
from pathlib import Path

import rules

SOUND = {
    "ARCHITECTURE.md": """
| folder | subject | links |
|---|---|---|
| `models/base` | values | `Qt6::Core` |
| `models/journal` | the log | `base`, `Qt6::Core`, `Qt6::Sql` |
| `ui/style` | the look | `Qt6::Widgets` |
| `app` | main | everything |
""",
    "models/base/CMakeLists.txt": "warroom_library(models base\n    SOURCES base.h base.cpp\n    LINK Qt6::Core)\n",
    "models/base/base.h": "#include <QString>\n#include <vector>\n",
    "models/base/base.cpp": '#include "base/base.h"\n// A QLabel in a comment, and "#ffffff".\n',
    "models/journal/CMakeLists.txt": "warroom_library(models journal SOURCES store.cpp LINK warroom::base Qt6::Sql)\n",
    "models/journal/store.cpp": '#include "base/base.h"\n\n#include <QSqlQuery>\n#include <QString>\n',
    "ui/style/CMakeLists.txt": "warroom_library(ui style SOURCES theme.cpp LINK Qt6::Widgets)\n",
    "ui/style/theme.cpp": '#include <QPainter>\n#include <QWidget>\nconst QColor line("#2a3440");\n',
    "app/CMakeLists.txt": "target_link_libraries(warroom PRIVATE warroom::journal Qt6::Core)\n",
    "app/main.cpp": '#include "journal/store.h"\n#include "output.h"\n',
    "app/output.h": "#include <QString>\n",
}

QT = ["QtCore/QString", "QtCore/QtCore", "QtSql/QSqlQuery", "QtGui/QPainter", "QtWidgets/QWidget", "QtWidgets/QtWidgets"]


class Rules(unittest.TestCase):
    def found(self, files=None):
        """The problems of the sound tree after writing these files."""
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder) / "tree"
            qt = Path(folder) / "qt"
            for header in QT:
                (qt / header).parent.mkdir(parents=True, exist_ok=True)
                (qt / header).touch()
            for name, text in {**SOUND, **(files or {})}.items():
                (root / name).parent.mkdir(parents=True, exist_ok=True)
                (root / name).write_text(text, encoding="utf-8")
            return rules.problems(root, qt)

    def broken(self, name, text, says):
        """One added or replaced file must give exactly one problem, which says this."""
        problems = self.found(files={name: text})
        self.assertEqual(len(problems), 1, problems)
        self.assertIn(says, problems[0])
        return problems[0]

    def code(self, text, says, name="models/base/more.cpp"):
        return self.broken(name, text, says)

    def fine(self, text, name="models/base/more.cpp"):
        self.assertEqual(self.found(files={name: text}), [])

    def test_the_sound_tree_has_no_problem(self):
        self.assertEqual(self.found(), [])

    def test_a_folder_that_includes_an_undeclared_folder(self):
        problem = self.code('\n\n#include "journal/store.h"\n', "base does not declare warroom::journal")
        self.assertTrue(problem.startswith("models/base/more.cpp:3: "), problem)

    def test_declared_by_a_dependency_is_not_declared(self):
        self.code('#include "base/base.h"\n', "app does not declare warroom::base", name="app/more.cpp")

    def test_the_same_undeclared_target_is_told_once_a_folder(self):
        problem = self.code('#include "journal/a.h"\n#include "journal/b.h"\n', "warroom::journal")
        self.assertIn("and 1 more", problem)

    def test_a_folder_that_is_not_there(self):
        self.code('#include "jurnal/store.h"\n', "there is no folder jurnal")

    def test_a_header_of_its_own_without_the_folder(self):
        self.code('#include "base.h"\n', 'write "base/base.h"')

    def test_a_header_of_the_program_that_is_not_there(self):
        self.code('#include "outptu.h"\n', "is not there", name="app/more.cpp")

    def test_an_include_in_a_comment_is_none(self):
        self.fine('/*\n#include "journal/store.h"\n*/\n')

    def test_a_class_of_an_undeclared_qt_module(self):
        self.code("#include <QWidget>\n", "base does not declare Qt6::Widgets")
        self.code("#include <QSqlQuery>\n", "base does not declare Qt6::Sql")

    def test_a_qt_module_brings_the_ones_it_is_built_on(self):
        self.fine("#include <QPainter>\n#include <QString>\n", name="ui/style/more.cpp")

    def test_a_qt_class_with_its_module(self):
        self.code("#include <QtWidgets/QWidget>\n", "write <QWidget>", name="ui/style/more.cpp")

    def test_a_master_header(self):
        self.code("#include <QtCore>\n", "master header")
        self.code("#include <QtWidgets/QtWidgets>\n", "master header", name="ui/style/more.cpp")

    def test_a_private_header_of_qt(self):
        self.code("#include <private/qobject_p.h>\n", "private to Qt")

    def test_another_library_that_is_not_declared(self):
        self.code("#include <yaml-cpp/parser.h>\n", "does not declare yaml-cpp")

    def test_a_link_beside_the_declaration(self):
        text = SOUND["models/base/CMakeLists.txt"] + "target_link_libraries(warroom_base PUBLIC Qt6::Gui)\n"
        self.broken("models/base/CMakeLists.txt", text, "beside LINK")

    def test_a_declaration_that_the_table_does_not_allow(self):
        text = "warroom_library(models base SOURCES base.h LINK Qt6::Core Qt6::Sql)\n"
        self.broken("models/base/CMakeLists.txt", text, "does not allow")

    def test_a_folder_without_a_row_and_a_row_without_a_folder(self):
        table = SOUND["ARCHITECTURE.md"]
        problems = self.found(files={"ARCHITECTURE.md": table.replace("`models/base`", "`models/bas`")})
        self.assertEqual(len(problems), 2, problems)
        self.assertIn("no row for models/base", problems[0])
        self.assertIn("models/bas, which is not there", problems[1])

    def test_a_circle(self):
        problems = self.found(
            files={
                "models/base/CMakeLists.txt": "warroom_library(models base SOURCES base.h LINK warroom::journal Qt6::Core)\n",
                "ARCHITECTURE.md": SOUND["ARCHITECTURE.md"].replace("| `Qt6::Core` |", "| `journal`, `Qt6::Core` |"),
            }
        )
        self.assertEqual(len([line for line in problems if "depends on itself" in line]), 2, problems)


if __name__ == "__main__":
    unittest.main()
