// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/program.h"
#include "support/quiettest.h"

#include <QFile>
#include <QJsonArray>
#include <QUuid>

using namespace warroom::support;

namespace {

QStringList words(const char* line) { return QString::fromUtf8(line).split(QLatin1Char(' ')); }

QStringList notes(const Program& program)
{
    QStringList texts;
    for (const QJsonValue& entry : program.run(words("show --json")).json()[QStringLiteral("entries")].toArray()) {
        if (entry[QStringLiteral("kind")] != QStringLiteral("declared"))
            texts += entry[QStringLiteral("text")].toString();
    }
    return texts;
}

} // namespace

/// The line on the command line and on standard input.
class TestLogVerb : public QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void everythingBehindTheIdIsTheLine()
    {
        Program program;
        const QString id = program.declare();
        const Ran ran = program.run(words("log -5m pool full"));
        QVERIFY2(ran.exit == 0, qPrintable(ran.err));
        QVERIFY(!QUuid(ran.line()).isNull());
        QCOMPARE(program
                     .run({QStringLiteral("log"), id, QStringLiteral("-o"), QStringLiteral("is"), QStringLiteral("no"),
                         QStringLiteral("option")})
                     .exit,
            0);
        QCOMPARE(program.run({QStringLiteral("log"), QStringLiteral("! --data-dir stays as it is")}).exit, 0);
        QCOMPARE(program.run(words("log -- --json is text here")).exit, 0);
        QCOMPARE(program.run({QStringLiteral("log"), id, QStringLiteral("-h")}).exit, 0);
        QVERIFY(program.run(words("log -h")).out.startsWith(QStringLiteral("Usage: warroom log")));
        const QJsonArray entries = program.run(words("show --json")).json()[QStringLiteral("entries")].toArray();
        QCOMPARE(entries[0][QStringLiteral("text")].toString(), QStringLiteral("pool full"));
        QCOMPARE(entries[0][QStringLiteral("occurred_at")].toString(), QStringLiteral("2026-01-31T14:18:00Z"));
        QCOMPARE(entries[0][QStringLiteral("act")].toString(), ran.line());
        QCOMPARE(notes(program).mid(1),
            (QStringList{QStringLiteral("-o is no option"), QStringLiteral("--data-dir stays as it is"),
                QStringLiteral("--json is text here"), QStringLiteral("-h")}));
    }

    void dryRunPrintsTheReadingAndWritesNothing()
    {
        Program program;
        program.declare();
        const Ran ran = program.run(words("log --dry-run --json 14:10 + @bob 5m Roll back to v2.1.3"));
        QCOMPARE(ran.exit, 0);
        const QJsonObject reading = ran.json();
        QCOMPARE(reading.keys(), words("by kind owner text timer_s verb when"));
        QCOMPARE(reading[QStringLiteral("when")].toString(), QStringLiteral("2026-01-31T14:10:00Z"));
        QCOMPARE(reading[QStringLiteral("kind")].toString(), QStringLiteral("action"));
        QCOMPARE(reading[QStringLiteral("owner")].toString(), QStringLiteral("Bob Smith"));
        QCOMPARE(reading[QStringLiteral("timer_s")].toInt(), 300);
        QCOMPARE(reading[QStringLiteral("text")].toString(), QStringLiteral("Roll back to v2.1.3"));
        QVERIFY(reading[QStringLiteral("by")].isNull());
        const auto detail = [&](const char* line, const char* key) {
            return program.run(words("log --dry-run --json") + words(line)).json()[QLatin1String(key)].toVariant();
        };
        QCOMPARE(detail("/sev p1 because half is back", "severity"), QVariant(QStringLiteral("P1")));
        QCOMPARE(detail("/status mitigating", "status"), QVariant(QStringLiteral("Mitigating")));
        QCOMPARE(detail("/role IC @alice", "role"), QVariant(QStringLiteral("incident-commander")));
        QCOMPARE(detail("* pool full", "pinned"), QVariant(true));
        QCOMPARE(
            detail("/followup @bob due 2026-02-01 prio P1 test it", "due"), QVariant(QStringLiteral("2026-02-01")));
        QCOMPARE(notes(program), QStringList());
        QCOMPARE(program.run(words("log --dry-run /sev P9")).exit, 1);
    }

    void dryRunNeedsNoIncident()
    {
        Program program;
        QCOMPARE(program.run(words("log --dry-run --json pool full")).json()[QStringLiteral("text")].toString(),
            QStringLiteral("pool full"));
        QCOMPARE(program.run(words("log pool full")).exit, 1);
    }

    void standardInputIsOneActALine()
    {
        Program program;
        const Ran ran = program.run(words("log -"),
            "/incident declare P0 Pool is full\n\nfirst\r\n  \n! a decision\n\tover two lines\n\t\n\tand a "
            "fourth\nlast "
            "without an end");
        QVERIFY2(ran.exit == 0, qPrintable(ran.err));
        QCOMPARE(ran.lines().size(), 4);
        QCOMPARE(notes(program),
            (QStringList{QStringLiteral("first"), QStringLiteral("a decision\nover two lines\n\nand a fourth"),
                QStringLiteral("last without an end")}));
    }

    void theFirstRefusalStopsItWithItsNumber()
    {
        Program program;
        program.declare();
        const Ran ran = program.run(words("log -"), "one\ntwo\n\ttwo goes on\n/sev P9\nnever\n");
        QCOMPARE(ran.exit, 1);
        QCOMPARE(ran.lines().size(), 2);
        QCOMPARE(ran.err.count(QLatin1Char('\n')), 1);
        QVERIFY2(ran.err.startsWith(QStringLiteral("warroom: line 4: ")), qPrintable(ran.err));
        QCOMPARE(notes(program), (QStringList{QStringLiteral("one"), QStringLiteral("two\ntwo goes on")}));
    }

    void whatIsNotInUtf8StopsIt()
    {
        Program program;
        program.declare();
        const Ran ran = program.run(words("log -"), "gr\xc3\xbcn\ngr\xfcn\nnever\n");
        QCOMPARE(ran.exit, 1);
        QCOMPARE(ran.lines().size(), 1);
        QVERIFY2(ran.err.startsWith(QStringLiteral("warroom: line 2: ")), qPrintable(ran.err));
        QCOMPARE(notes(program), QStringList{QStringLiteral("grün")});
    }

    void aLineLongerThanAnyEntryIsRefused()
    {
        Program program;
        program.declare();
        const Ran ran = program.run(words("log -"), QByteArray(500'000, 'x'));
        QVERIFY(ran.exit != 0);
        QCOMPARE(ran.err.count(QLatin1Char('\n')), 1);
        QCOMPARE(program.run(words("log -"), QByteArray(100'001, 'x')).exit, 1);
        QCOMPARE(program.run(words("log -"), QByteArray(100'000, 'x')).exit, 0);
    }

    void aTabAtTheVeryBeginningGoesOnWithNothing()
    {
        Program program;
        program.declare();
        QCOMPARE(program.run(words("log -"), "\tindented\n").exit, 0);
        QCOMPARE(notes(program), QStringList{QStringLiteral("indented")});
    }

    void anActIsAnsweredWhileTheInputIsStillOpen()
    {
        Program program;
        program.declare();
        const auto process = program.start(words("log -"));
        process->write("one\n"); // and nothing behind it
        QVERIFY(process->waitForReadyRead(20'000));
        QVERIFY(!QUuid(QString::fromUtf8(process->readLine()).trimmed()).isNull());
        QCOMPARE(notes(program), QStringList{QStringLiteral("one")});
        process->write("two\n\tin one piece\n");
        process->closeWriteChannel();
        QCOMPARE(finished(*process).exit, 0);
        QCOMPARE(notes(program), (QStringList{QStringLiteral("one"), QStringLiteral("two\nin one piece")}));
    }

    void theIncidentMayBeLeftOutWhereOneIsOpen()
    {
        Program program;
        const Ran none = program.run(words("log nobody hears"));
        QCOMPARE(none.exit, 1);
        QCOMPARE(none.err.count(QLatin1Char('\n')), 1);
        const QString first = program.declare(QStringLiteral("one"));
        QCOMPARE(program.run(words("log to the only one")).exit, 0);
        const QString second = program.declare(QStringLiteral("two"));
        const Ran several = program.run(words("log to which"));
        QCOMPARE(several.exit, 1);
        QVERIFY2(several.err.contains(first) && several.err.contains(second), qPrintable(several.err));
        QCOMPARE(program.run({QStringLiteral("log"), second.toLower(), QStringLiteral("by its label")}).exit, 0);
        QCOMPARE(program.run({QStringLiteral("log"), QStringLiteral("INC-2026"), QStringLiteral("ambiguous")}).exit, 1);
        QCOMPARE(
            program.run({QStringLiteral("log"), QStringLiteral("INC-2027-01-01-001"), QStringLiteral("x")}).exit, 1);
        QCOMPARE(program.run({QStringLiteral("log"), first, QStringLiteral("/resolve")}).exit, 0);
        QCOMPARE(program.run({QStringLiteral("log"), first, QStringLiteral("/close")}).exit, 0);
        QCOMPARE(program.run(words("log the other one is closed")).exit, 0); // so this goes to the second
        QCOMPARE(
            notes(program), (QStringList{QStringLiteral("by its label"), QStringLiteral("the other one is closed")}));
    }

    void aDeclarationNeedsNoOpenIncidentAndStartsItsOwn()
    {
        Program program;
        program.declare(QStringLiteral("one"));
        program.declare(QStringLiteral("two"));
        const Ran ran = program.run(words("log -"), "/incident declare P1 three\nof three\n");
        QVERIFY2(ran.exit == 0, qPrintable(ran.err));
        const Ran shown = program.run(words("show INC-2026-01-31-003"));
        QVERIFY(shown.out.contains(QStringLiteral("of three")));
    }

    void aBrokenPlaybookStopsNoLineOfARunningIncident()
    {
        Program program;
        program.declare();
        program.playbook = QStringLiteral("lost");
        const Ran ran = program.run(words("log this matters more"));
        QVERIFY2(ran.exit == 0, qPrintable(ran.err));
        QCOMPARE(program.run(words("log /incident declare P0 needs one")).exit, 1);
    }

    void anActionWithoutAnOwnerIsAskedAbout()
    {
        Program program;
        program.declare();
        QCOMPARE(program.run(words("log + restart it")).exit, 1);
        QCOMPARE(program.run(words("log --unassigned + restart it")).exit, 0);
        QCOMPARE(notes(program).size(), 1);
        QVERIFY(notes(program)[0].startsWith(QStringLiteral("restart it")));
    }
};

QTEST_GUILESS_MAIN(TestLogVerb)
#include "tst_logverb.moc"
