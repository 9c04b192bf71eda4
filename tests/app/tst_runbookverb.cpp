// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/program.h"
#include "support/quiettest.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

using namespace warroom::support;

namespace {

QString text(const char* words) { return QString::fromUtf8(words); }

QStringList keys(const QJsonValue& object) { return object.toObject().keys(); }

} // namespace

/// What `warroom runbook check` says of Markdown files.
class TestRunbookVerb : public QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void aSoundRunbookIsToldAndIsZero()
    {
        const Ran ran = check({put("disk.md", "# Disk full\n\n1. Look\n2. Clean\n")});
        QCOMPARE(ran.exit, 0);
        QCOMPARE(ran.err, QString());
        QCOMPARE(ran.out, m_file + text(": Disk full\n  Disk full: 2 steps, from a numbered list\n"));
    }

    void aWarningNamesItsLineAndIsOne()
    {
        const Ran ran = check({put("disk.md", "# Disk full\n\n1. Look\n\n```bash\nls\n\n## More\n")});
        QCOMPARE(ran.exit, 1);
        QVERIFY2(ran.lines().constLast().startsWith(m_file + text(":5: ")), qPrintable(ran.out));
    }

    void aRunbookWithoutStepsIsOne()
    {
        const Ran ran = check({put("disk.md", "# Disk full\n\nCall somebody.\n")});
        QCOMPARE(ran.exit, 1);
        QVERIFY2(ran.out.contains(text("“Disk full” has no steps")), qPrintable(ran.out));
    }

    void whatCannotBeReadIsThreeAndTheOthersAreTold_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("not there") << text("lost.md") << QByteArray();
        QTest::newRow("a picture") << text("picture.md") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0", 20);
        QTest::newRow("too large") << text("large.md") << QByteArray(100 * 1024 * 1024, 'x');
        QTest::newRow("a link to itself") << text("loop.md") << QByteArray("loop.md");
    }
    void whatCannotBeReadIsThreeAndTheOthersAreTold()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        const QString sound = put("sound.md", "# Sound\n\n- a\n");
        const QString path = m_program.home() + QLatin1Char('/') + name;
        if (name == text("loop.md"))
            QVERIFY(QFile::link(name, path));
        else if (!bytes.isEmpty())
            put(qPrintable(name), bytes);
        const Ran ran = check({path, sound});
        QCOMPARE(ran.exit, 3);
        QVERIFY2(ran.err.contains(name) && ran.err.count(QLatin1Char('\n')) == 1, qPrintable(ran.err));
        QVERIFY2(ran.out.contains(text("Sound: 1 step, from a list")), qPrintable(ran.out));
    }

    void aFolderIsWalkedByNameAndLinksToFoldersAreNot()
    {
        put("all/b.markdown", "# B\n\n- b\n");
        put("all/in/a.md", "# A\n\n- a\n");
        put("all/c.html.md.erb", "# C\n\n- c\n");
        put("all/notes.txt", "# D\n\n- d\n");
        QVERIFY(QFile::link(text("."), m_program.home() + text("/all/again")));
        QVERIFY(QFile::link(text("itself.md"), m_program.home() + text("/all/itself.md")));
        const Ran ran = check({m_program.home() + text("/all"), text("--json")});
        QCOMPARE(ran.exit, 0);
        QStringList titles;
        for (const QJsonValue& file : array(ran))
            titles += file[text("title")].toString();
        QCOMPARE(titles, (QStringList{text("B"), text("C"), text("A")}));
    }

    void aFolderWithoutRunbooksIsOne()
    {
        QVERIFY(QDir(m_program.home()).mkpath(text("empty")));
        QCOMPARE(check({m_program.home() + text("/empty")}).exit, 1);
    }

    void jsonSaysEverything()
    {
        const Ran ran = check({put("disk.md",
                                   "# Disk full\n\n## Fix (5 min)\n\n### Option 1: Clean\n\n- [x] Clean\n"
                                   "  ```bash\n  $ rm -rf <path>\n  gone\n  ```\n\n| a |\n|---|\n"),
            text("--json")});
        QCOMPARE(ran.exit, 0);
        const QJsonArray files = array(ran);
        QCOMPARE(files.size(), 1);
        const QJsonValue file = files[0];
        QCOMPARE(keys(file),
            QStringList({text("code_blocks"), text("encoding"), text("headings"), text("path"), text("repaired"),
                text("runbooks"), text("tables"), text("tasks"), text("title"), text("warnings")}));
        QCOMPARE(file[text("headings")].toInt(), 3);
        QCOMPARE(file[text("encoding")].toString(), text("UTF-8"));
        const QJsonValue runbook = file[text("runbooks")][0];
        QCOMPARE(keys(runbook),
            QStringList({text("afterwards"), text("rule"), text("section"), text("steps"), text("title")}));
        const QJsonObject step{{text("number"), 1}, {text("text"), text("Clean")}, {text("level"), 1},
            {text("done"), true}, {text("branch"), text("Option 1: Clean")}, {text("time_box_s"), 300},
            {text("dangerous"), true}, {text("placeholders"), QJsonArray{text("<path>")}},
            {text("commands"),
                QJsonArray{QJsonObject{{text("language"), text("bash")}, {text("text"), text("rm -rf <path>")},
                    {text("line"), 9}, {text("expected"), text("gone")}}}}};
        QCOMPARE(runbook[text("steps")], QJsonValue(QJsonArray{step}));
        QCOMPARE(file[text("warnings")].toArray(), QJsonArray());
    }

    void damagedTextIsReadAsItWas()
    {
        // "✅" as Mac Roman has it.
        const Ran ran = check({put("disk.md", "# Disk \xe2\x80\x9a\xc3\xba\xc3\x96\n\n- a\n"), text("--json")});
        QCOMPARE(ran.exit, 1);
        const QJsonValue file = array(ran)[0];
        QCOMPARE(file[text("title")].toString(), text("Disk ✅"));
        QCOMPARE(file[text("encoding")].toString(), text("UTF-8 read as Mac Roman"));
        QVERIFY(file[text("repaired")].toBool());
        QCOMPARE(file[text("warnings")][0][text("code")].toString(), text("mojibake"));
        QCOMPARE(file[text("warnings")][0][text("line")].toInt(), 1);
    }

    void aWrongCallIsTwo()
    {
        for (const char* call : {"runbook", "runbook check", "runbook burn x", "runbook check --frobnicate x"})
            QVERIFY2(m_program.run(text(call).split(QLatin1Char(' '))).exit == 2, call);
    }

private:
    QString put(const char* name, const QByteArray& bytes)
    {
        m_file = m_program.home() + QLatin1Char('/') + QString::fromUtf8(name);
        QFile file(m_file);
        if (!QDir().mkpath(m_file.section(QLatin1Char('/'), 0, -2)) || !file.open(QFile::WriteOnly)
            || file.write(bytes) != bytes.size())
            qWarning() << m_file << file.errorString();
        return m_file;
    }

    Ran check(const QStringList& arguments) const
    {
        return m_program.run(QStringList{text("runbook"), text("check")} + arguments);
    }

    static QJsonArray array(const Ran& ran) { return QJsonDocument::fromJson(ran.out.toUtf8()).array(); }

    Program m_program;
    QString m_file;
};

QTEST_GUILESS_MAIN(TestRunbookVerb)
#include "tst_runbookverb.moc"
