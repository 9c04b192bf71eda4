// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/program.h"
#include "support/quiettest.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>

using namespace warroom::support;

namespace {

QStringList words(const char* line) { return QString::fromUtf8(line).split(QLatin1Char(' ')); }

} // namespace

/// What scripts rely on: 0 done, 1 refused, 2 wrong command line, 3 failed; one line says why.
class TestExitStatus : public QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void aWrongCommandLineIsTwo_data()
    {
        QTest::addColumn<QStringList>("arguments");
        const auto call = [](const char* line) { QTest::newRow(line) << words(line); };
        call("frobnicate");
        call("declare");
        call("declare --severity P0");
        call("declare --title x");
        call("declare --severity P0 --title x --description y");
        call("declare --severity P0 --title x y");
        call("log");
        call("log --frobnicate x");
        call("log - --data-dir elsewhere");
        call("log INC-2026-01-31-001 --data-dir elsewhere hello");
        call("role IC");
        call("role IC alice bob carol");
        call("update --frobnicate");
        call("update one two");
        call("retract");
        call("redact");
        call("list x");
        call("search");
        call("show one two");
        call("export one two");
        call("export -o");
        call("verify one two");
        call("playbook");
        call("playbook burn");
        call("playbook show");
        call("runbook");
        call("runbook check");
        call("list --data-dir=");
        call("desk --show burn");
        call("desk --show=");
        call("desk --size 9x9");
        call("desk --theme pink");
    }
    void aWrongCommandLineIsTwo()
    {
        QFETCH(QStringList, arguments);
        const Program program;
        program.declare();
        const Ran ran = program.run(arguments);
        QVERIFY2(ran.exit == 2, qPrintable(QString::number(ran.exit) + ran.err));
        isOneLine(ran);
    }

    void aRefusalIsOne_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("says");
        const auto call = [](const char* line, const char* says) {
            QTest::newRow(line) << words(line) << QString::fromUtf8(says);
        };
        call("declare --severity P9 --title x", "P9");
        call("declare --severity P0 --title x --since tomorrowish", "tomorrowish");
        call("declare --severity P0 --title x --playbook lost", "lost");
        call("log /sev P9", "P9");
        call("log /frobnicate", "frobnicate");
        call("log 2026-01-31T14:30Z in seven minutes", "14:30");
        call("role Janitor alice", "Janitor");
        call("update --status Asleep", "Asleep");
        call("resolve --at never", "never");
        call("show INC-1999-01-01-001", "INC-1999-01-01-001");
        call("export INC-1999-01-01-001", "INC-1999-01-01-001");
        call("verify INC-1999-01-01-001", "INC-1999-01-01-001");
        call("amend ffff text", "ffff");
        call("redact ffff", "ffff");
        call("playbook show lost", "lost");
        call("search never said", "Nothing found for “never said”.");
        call("log /close", "");
    }
    void aRefusalIsOne()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, says);
        const Program program;
        program.declare();
        const Ran ran = program.run(arguments);
        QVERIFY2(ran.exit == 1, qPrintable(QString::number(ran.exit) + ran.err));
        isOneLine(ran);
        QVERIFY2(ran.err.contains(says), qPrintable(ran.err));
    }

    void wordsThatAreNotInUtf8AreRefused()
    {
        Program program;
        program.declare();
        // QProcess itself would make them UTF-8.
        const auto shell = [&](const char* command) {
            QProcess process;
            process.setWorkingDirectory(program.home());
            process.start(QStringLiteral("sh"),
                {QStringLiteral("-c"), QString::fromUtf8(command), Program::path(), program.dataDir()});
            return finished(process);
        };
        for (const char* command : {R"sh("$0" log --data-dir "$1" "gr$(printf '\374')n")sh",
                 R"sh("$0" log --data-dir "$1" "cut $(printf '\303')")sh",
                 R"sh(WARROOM_AS=$(printf 'J\374rg') "$0" log --data-dir "$1" hello)sh"}) {
            const Ran ran = shell(command);
            QVERIFY2(ran.exit == 2, command);
            isOneLine(ran);
        }
        for (const char* command : {R"sh(printf 'Half is back.\nAll \374\n' | "$0" update --data-dir "$1" --text -)sh",
                 R"sh(printf 'a\n\374\n' >text; "$0" update --data-dir "$1" --text text)sh",
                 R"sh(printf '\n\tgr\374n\n' | "$0" log --data-dir "$1" -)sh"}) {
            const Ran ran = shell(command);
            QVERIFY2(ran.exit == 1 && ran.err.startsWith(QStringLiteral("warroom: line 2: ")), qPrintable(ran.err));
            isOneLine(ran);
        }
        QCOMPARE(program.run(words("show --json")).json()[QStringLiteral("entries")].toArray().size(), 1);
        QCOMPARE(shell(R"sh(LC_ALL=C "$0" log --data-dir "$1" grün)sh").exit, 0);
        QVERIFY(program.run(words("show")).out.contains(QStringLiteral("grün")));
    }

    void aClockGoesWithADataFolderOnly()
    {
        const Program program;
        const Ran ran = program.runBare(words("list --clock 2026-01-31T14:23:00Z"));
        QCOMPARE(ran.exit, 2);
        isOneLine(ran);
        for (const char* time : {"yesterday", "14:23", "2026-01-31T14:23:00", "2026-02-30T14:23:00Z", "",
                 "1969-12-31T23:59:59Z", "1970-01-01T00:30:00+01:00", "3000-01-01T00:00:00Z", "9999-01-01T00:00:00Z"}) {
            const Ran bad = program.runBare({QStringLiteral("list"), QStringLiteral("--data-dir"), program.dataDir(),
                QStringLiteral("--clock"), QLatin1String(time)});
            QVERIFY2(bad.exit == 2, time);
            isOneLine(bad);
        }
    }

    void whoOnlyLooksMakesNoStore()
    {
        const Program program;
        for (const char* verb : {"list", "show", "search x", "export", "verify", "amend 0 x", "retract 0", "redact 0",
                 "desk INC-2026-01-31-001 --screenshot desk.png"}) {
            const Ran ran = program.run(words(verb));
            QVERIFY2(ran.exit == 3, verb);
            isOneLine(ran);
        }
        QVERIFY(!QFile::exists(program.dataDir()));
    }

    void whoReadsNoFurtherIsNoFailure()
    {
        const Program program;
        program.declare();
        QVERIFY(program.run({QStringLiteral("log"), QString(60'000, QLatin1Char('x'))}).exit == 0);
        QProcess shell;
        shell.start(QStringLiteral("bash"),
            {QStringLiteral("-c"),
                QStringLiteral("set -o pipefail; trap '' PIPE; \"$0\" show --json --data-dir \"$1\" | true"),
                Program::path(), program.dataDir()});
        const Ran ran = finished(shell);
        QCOMPARE(ran.exit, 0);
        QCOMPARE(ran.err, QString());
    }

    void aReadingNeedsToKnowWhichIncident()
    {
        const Program program;
        program.declare();
        program.declare();
        const Ran ran = program.run(words("log --dry-run hello"));
        QCOMPARE(ran.exit, 1);
        QVERIFY2(ran.err.contains(QStringLiteral("-002")), qPrintable(ran.err));
    }

    void aFailureOfTheDiskIsThree()
    {
        const Program program;
        program.declare();
        const QString file = program.dataDir() + QStringLiteral("/warroom.db");
        QVERIFY(QFile::rename(file, file + QStringLiteral(".away")));
        isThree(program.run(words("log where is it")), "warroom.db");
        QVERIFY(QDir().mkpath(file));
        isThree(program.run(words("log a folder")), "warroom.db");
        QVERIFY(QDir().rmdir(file));
        put(file, {});
        isThree(program.run(words("log nothing")), "damaged");
        put(file, QByteArray(4096, 'x'));
        isThree(program.run(words("log a text")), "not a log");
        QVERIFY(QFile::remove(file));
        QVERIFY(QFile::rename(file + QStringLiteral(".away"), file));
        QCOMPARE(program.run(words("log here it is")).exit, 0);
    }

    void aFullDiskIsThreeAndNothingIsCalledSaved()
    {
        const Program program;
        program.declare();
        const QString before = program.run(words("show --json")).out;
        isThree(program.runLimited(20'000, {QStringLiteral("log"), QString(60'000, QLatin1Char('x'))}), "");
        QCOMPARE(program.run(words("show --json")).out, before);
        QCOMPARE(program.run(words("log there is room again")).exit, 0);
        QCOMPARE(program.run(words("verify")).exit, 0);
    }

    void anOutputThatNobodyTakesIsThree()
    {
        const Program program;
        program.declare();
        QProcess shell;
        shell.start(QStringLiteral("sh"),
            {QStringLiteral("-c"), QStringLiteral("exec \"$@\" >/dev/full"), QStringLiteral("sh"), Program::path(),
                QStringLiteral("list"), QStringLiteral("--data-dir"), program.dataDir()});
        isThree(finished(shell), "");
    }

    void aDisplayThatCannotBeOpenedIsThree_data()
    {
        QTest::addColumn<QString>("display");
        QTest::addColumn<QString>("platform");
        QTest::newRow("nobody there") << ":77777"
                                      << "";
        QTest::newRow("no such platform") << ""
                                          << "bogus";
        QTest::newRow("none") << ""
                              << "";
    }
    void aDisplayThatCannotBeOpenedIsThree()
    {
        QFETCH(QString, display);
        QFETCH(QString, platform);
        Program program;
        program.declare();
        program.environment = {{QStringLiteral("DISPLAY"), display}, {QStringLiteral("QT_QPA_PLATFORM"), platform},
            {QStringLiteral("WAYLAND_DISPLAY"), {}}, {QStringLiteral("XDG_RUNTIME_DIR"), {}}};
        const Ran ran = program.run(words("desk"));
        isThree(ran, "");
        QVERIFY2(ran.err.contains(display) && ran.err.contains(platform), qPrintable(ran.err));
    }

    void aPictureIsTakenWithoutAWord()
    {
        Program program;
        program.declare();
        program.environment = {{QStringLiteral("DISPLAY"), {}}, {QStringLiteral("WAYLAND_DISPLAY"), {}},
            {QStringLiteral("QT_QPA_PLATFORM"), {}}, {QStringLiteral("XDG_RUNTIME_DIR"), {}}};
        const Ran ran = program.run(words("desk --screenshot desk.png"));
        QCOMPARE(ran.exit, 0);
        QCOMPARE(ran.out + ran.err, QString());
        QVERIFY(QFile::exists(program.home() + QStringLiteral("/desk.png")));
    }

    void aPlaybookChosenOnceThatIsDamagedDoesNotKeepTheDeskShut()
    {
        Program program;
        program.environment = {{QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen")}};
        const QString config = program.home() + QStringLiteral("/config/warroom");
        QVERIFY(QDir().mkpath(config));
        QFile settings(config + QStringLiteral("/warroom.conf"));
        QVERIFY(settings.open(QFile::WriteOnly) && settings.write("[General]\nplaybook=lost\n") > 0);
        settings.close();
        const QStringList desk{QStringLiteral("--data-dir"), program.dataDir(), QStringLiteral("desk"),
            QStringLiteral("--screenshot"), QStringLiteral("desk.png")};
        QCOMPARE(program.runBare(desk).exit, 0);
        const Ran asked = program.runBare(desk + QStringList{QStringLiteral("--playbook"), QStringLiteral("lost")});
        QCOMPARE(asked.exit, 1);
        isOneLine(asked);
        program.environment.insert(QStringLiteral("WARROOM_PLAYBOOK"), QStringLiteral("lost"));
        QCOMPARE(program.runBare(desk).exit, 1);
    }

    void damageIsThreeAndNamed()
    {
        const Program program;
        program.declare();
        const QString act = program.run(words("log the word was saturated")).line();
        QFile file(program.dataDir() + QStringLiteral("/warroom.db"));
        QVERIFY(file.open(QFile::ReadWrite));
        QByteArray bytes = file.readAll();
        const qsizetype at = bytes.lastIndexOf("the word was saturated");
        QVERIFY(at > 0);
        QVERIFY(file.seek(at) && file.write("the word was destroyed") > 0);
        file.close();
        const Ran ran = program.run(words("verify"));
        QCOMPARE(ran.exit, 3);
        QVERIFY2(ran.out.contains(act), qPrintable(ran.out));
        QCOMPARE(ran.lines().size(), 1);
    }

private:
    static void isOneLine(const Ran& ran)
    {
        QVERIFY2(ran.out.isEmpty(), qPrintable(ran.out));
        QVERIFY2(ran.err.startsWith(QStringLiteral("warroom: ")), qPrintable(ran.err));
        QVERIFY2(ran.err.count(QLatin1Char('\n')) == 1 && ran.err.endsWith(QLatin1Char('\n')), qPrintable(ran.err));
    }
    static void isThree(const Ran& ran, const char* says)
    {
        QVERIFY2(ran.exit == 3, qPrintable(QString::number(ran.exit) + ran.out + ran.err));
        QVERIFY2(ran.err.contains(QLatin1String(says)), qPrintable(ran.err));
        isOneLine(ran);
    }
    static void put(const QString& path, const QByteArray& bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QFile::WriteOnly | QFile::Truncate) && file.write(bytes) == bytes.size());
    }
};

QTEST_GUILESS_MAIN(TestExitStatus)
#include "tst_exitstatus.moc"
