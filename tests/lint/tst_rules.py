# SPDX-License-Identifier: GPL-3.0-or-later
"""Every rule is broken at least once, and what only looks like it is let pass."""

import tempfile
import unittest
from pathlib import Path

import rules

LICENCE = "// SPDX-License-Identifier: GPL-3.0-or-later\n"

# Rule to what breaks it.
BROKEN = {
    "plain text": [
        "class Title : public QLabel { };",
        'QMessageBox::warning(this, title, text);',
        "QToolTip::showText(place, text);",
        "auto* view = new QTextEdit(this);",
        "view->setHtml(text);",
        "document.setMarkdown(text);",
        "label->setTextFormat(Qt::RichText);",
        "button->setToolTip(text);",
        "button->setWhatsThis(text);",
        "case Qt::ToolTipRole:\n    return text;",
    ],
    "one query class": ["QSqlQuery query(database);", "std::vector<const QSqlQuery*> all;", "QSqlTableModel model;"],
    "read error": ["while (row.next()) {\n    use(row);\n}\nreturn all;", "while (row->next())\n    use(*row);\nreturn all;"],
    "SQLite alone": [
        "QFile file(folder.database());",
        "QSaveFile file(folder.writeAheadLog());",
        "QFile::copy(folder.database(), target);",
        "const int d = ::open(name(folder.database()), O_RDONLY);",
        "std::ifstream file(path(folder.database()));",
        "std::filesystem::copy(path(folder.writeAheadLog()), there);",
    ],
    "name of the database": ['const QString path = folder + QStringLiteral("/warroom.db");'],
    "immediate transaction": ["database.transaction();"],
    "bound values": [
        'run(QStringLiteral("SELECT seq FROM entry WHERE id=\'%1\'").arg(id));',
        'run(QStringLiteral("SELECT %1 FROM entry "\n    "WHERE id=\'%2\'").arg(entryColumns()).arg(id));',
        'run(QStringLiteral("INSERT INTO entry(%1) VALUES(%2)").arg(entryColumns(), values));',
        'run("DELETE FROM entry WHERE id="_s + id);',
    ],
    "no other program": ["QProcess process;", "::system(line);", "std::system(line);", "popen(line, mode);", "execvp(a, b);"],
    "TLS": ["reply->ignoreSslErrors();", "tls.setPeerVerifyMode(QSslSocket::VerifyNone);"],
    "colours": [
        'const QString red = "#ff6166";',
        'const QString sheet = "color: #fff; margin: 0";',
        "const QColor red(0xff6166);",
        "const QColor red(255, 97, 102);",
        "pen.setColor(Qt::red);",
        "pen.setColor(Qt::darkGray);",
    ],
    "faint": ["painter.setPen(m_theme.faint);", "painter.setPen(theme().faint);"],
    "wording": ['const QString title = tr("Untitled");', 'QCoreApplication::translate("a", "b");'],
    "one event loop": [
        "QApplication::processEvents();",
        "QEventLoop loop;",
        "const QString file = QFileDialog::getSaveFileName(this);",
    ],
    "one window's loop": ["dialog.exec();", "menu->exec(QCursor::pos());"],
}

FINE = {
    "models/base/more.cpp": [
        '// A QLabel in a comment, and "#ffffff".',
        'const char* a = "QLabel, system(), tr(), colour #ff6166";',
        'const char* a = R"(\nQToolTip { }\n// QLabel\n)";',
        'const char* a = "a colour such as #ff6166 in quotes";\nconst char* b = "Action #1";',
        "const QColor none;\nconst QColor ground(theme.ground);",
        "while (row.next()) {\n    use(row);\n}\nif (row.lastError().isValid())\n    return fail();",
        "while (matches.hasNext())\n    use(matches.next());",
        "database.each(sql, {}, [](const QSqlQuery& row) { use(row); });\n#include <QSqlQuery>",
        "auto d = Database::open(folder.database(), mode);\nauto n = QFile::encodeName(folder.database());",
        'file.write("warroom.db belongs here");',
        'run(QStringLiteral("SELECT %1 FROM entry WHERE id=?").arg(entryColumns()), {id});',
        'run(QStringLiteral("SELECT seq, %1 FROM entry WHERE id=?").arg(entryBytes()), {id});',
        'run(QStringLiteral("SELECT seq, %1 FROM entry WHERE incident=?").arg(bytesToFold()), {id});',
        'run(QStringLiteral("SELECT seq FROM entry"), {id + other});',
        "QRandomGenerator::system()->fillRange(words);\nordering.system(1);",
        "database->exec(sql);",
    ],
    "ui/desk/more.cpp": [
        "badge->setToolTip(style::plainToolTip(text));\nlabel->setPlainToolTip(text);",
        "case Qt::ToolTipRole:\n    return style::plainToolTip(text);",
        "return QApplication::exec();",
        'const QString title = tr("Untitled");',
    ],
    "ui/style/more.cpp": ["painter.setPen(m_theme.faint);", "const QColor red(0xff6166);"],
}


class Rules(unittest.TestCase):
    def test_every_rule_has_something_that_breaks_it(self):
        self.assertEqual({rule.name for rule in rules.RULES}, set(BROKEN))

    def test_what_breaks_a_rule_is_found_once(self):
        for rule in rules.RULES:
            folder = "models/base/" if "models/" in rule.folders else "ui/desk/"
            for sample in BROKEN[rule.name]:
                with self.subTest(rule=rule.name, sample=sample):
                    found = list(rules.problems_of(folder + "more.cpp", LICENCE + sample + "\n"))
                    self.assertEqual(len(found), 1, found)
                    self.assertIn(rule.says, found[0])

    def test_what_only_looks_like_it_is_let_pass(self):
        for path, samples in FINE.items():
            for sample in samples:
                with self.subTest(path=path, sample=sample):
                    self.assertEqual(list(rules.problems_of(path, LICENCE + sample + "\n")), [])

    def test_a_problem_is_told_with_its_line(self):
        found = list(rules.problems_of("models/base/more.cpp", LICENCE + "\n/* of\ntwo */ QProcess process;\n"))
        self.assertEqual(found, ["models/base/more.cpp:4: QProcess: no other program is started"])

    def test_an_exception_holds_for_its_rule_only(self):
        for name, path in rules.ALLOWED:
            with self.subTest(rule=name, path=path):
                for other, samples in BROKEN.items():
                    found = list(rules.problems_of(path, LICENCE + samples[0] + "\n"))
                    excepted = (other, path) in rules.ALLOWED
                    elsewhere = any(rule.name == other and not path.startswith(rule.folders) for rule in rules.RULES)
                    styled = path.startswith("ui/style/") and other in ("colours", "faint")
                    self.assertEqual(found == [], excepted or elsewhere or styled, (other, found))

    def test_a_file_without_a_licence(self):
        for path in ("models/base/more.h", "tests/more.py", "packaging/more.sh", "app/CMakeLists.txt"):
            found = list(rules.problems_of(path, "\n"))
            self.assertEqual(len(found), 1, found)
            self.assertIn("SPDX", found[0])

    def test_the_whole_tree_is_read(self):
        with tempfile.TemporaryDirectory() as folder:
            for path in ("models/base/a.cpp", "ui/desk/b.h", "app/c.cpp", "tests/d.py", "app/picture.svg"):
                file = Path(folder) / path
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text("QProcess a;\n" if path.endswith("cpp") else "\n", encoding="utf-8")
            found, files = rules.problems(folder)
            self.assertEqual(files, 4)
            self.assertEqual(len(found), 6, found)


if __name__ == "__main__":
    unittest.main()
