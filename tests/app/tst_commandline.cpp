// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/program.h"
#include "support/quiettest.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUuid>

using namespace warroom::support;

namespace {

QStringList words(const char* line) { return QString::fromUtf8(line).split(QLatin1Char(' ')); }

bool isAct(const QString& line) { return !QUuid(line).isNull(); }

QStringList sorted(QStringList list)
{
    list.sort();
    return list;
}

} // namespace

/// Every verb of the real program, as a script calls it.
class TestCommandLine : public QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void helpNamesEveryVerb()
    {
        const Program program;
        const Ran help = program.runBare({QStringLiteral("--help")});
        QCOMPARE(help.exit, 0);
        QVERIFY(help.err.isEmpty());
        for (const QString& verb : verbs()) {
            QVERIFY2(help.out.contains(QStringLiteral("warroom ") + verb + QLatin1Char(' ')), qPrintable(verb));
            const Ran own = program.runBare({verb, QStringLiteral("--help")});
            QVERIFY2(own.out.startsWith(QStringLiteral("Usage: warroom %1 [options]").arg(verb)), qPrintable(own.out));
            QCOMPARE(program.runBare({verb, QStringLiteral("-h")}).out, own.out);
            QVERIFY2(own.exit == 0 && own.err.isEmpty(), qPrintable(verb));
            QVERIFY2(own.out.contains(QStringLiteral("--data-dir")), qPrintable(own.out));
            QVERIFY2(own.out.contains(verb), qPrintable(own.out));
        }
        QCOMPARE(program.runBare({QStringLiteral("-h")}).out, help.out);
        QVERIFY(program.runBare({QStringLiteral("--version")}).line().startsWith(QStringLiteral("warroom ")));
        QVERIFY(!QFile::exists(program.dataDir()));
        QVERIFY(!QFile::exists(program.home() + QStringLiteral("/share/warroom")));
    }

    void declarePrintsTheLabel()
    {
        Program program;
        const Ran ran = program.run({QStringLiteral("declare"), QStringLiteral("--severity"), QStringLiteral("p0"),
            QStringLiteral("--title"), QStringLiteral("Pool is full"), QStringLiteral("--impact"),
            QStringLiteral("5,000 users"), QStringLiteral("--since"), QStringLiteral("14:15"),
            QStringLiteral("--detected"), QStringLiteral("-2m")});
        QCOMPARE(ran.out, QStringLiteral("INC-2026-01-31-001\n"));
        QCOMPARE(ran.exit, 0);
        const QJsonObject shown = show(program);
        QCOMPARE(shown[QStringLiteral("title")].toString(), QStringLiteral("Pool is full"));
        QCOMPARE(shown[QStringLiteral("severity")].toString(), QStringLiteral("P0"));
        QCOMPARE(shown[QStringLiteral("impact")].toString(), QStringLiteral("5,000 users"));
        const QJsonObject milestones = shown[QStringLiteral("milestones")].toObject();
        QCOMPARE(milestones[QStringLiteral("impact_started")].toString(), QStringLiteral("2026-01-31T14:15:00Z"));
        QCOMPARE(milestones[QStringLiteral("detected")].toString(), QStringLiteral("2026-01-31T14:21:00Z"));
        QCOMPARE(milestones[QStringLiteral("declared")].toString(), QStringLiteral("2026-01-31T14:23:00Z"));
        QVERIFY(milestones[QStringLiteral("resolved")].isNull());
        const Ran alias = program.run({QStringLiteral("declare"), QStringLiteral("--severity=P1"),
            QStringLiteral("--description"), QStringLiteral("the same as title")});
        QCOMPARE(alias.out, QStringLiteral("INC-2026-01-31-002\n"));
    }

    void roleUpdateAndResolvePrintTheirActs()
    {
        Program program;
        const QString id = program.declare();
        for (const QStringList& verb :
            {QStringList{QStringLiteral("role"), QStringLiteral("IC"), QStringLiteral("alice")},
                QStringList{
                    QStringLiteral("role"), id, QStringLiteral("On-Call Engineer"), QStringLiteral("Bob Smith")},
                QStringList{QStringLiteral("update"), QStringLiteral("--status"), QStringLiteral("mitigating")},
                QStringList{QStringLiteral("resolve"), id, QStringLiteral("rolled"), QStringLiteral("back")}}) {
            const Ran ran = program.run(verb);
            QVERIFY2(ran.exit == 0 && ran.lines().size() == 1 && isAct(ran.line()), qPrintable(ran.out + ran.err));
        }
        const QJsonObject shown = show(program);
        QCOMPARE(shown[QStringLiteral("status")].toString(), QStringLiteral("Resolved"));
        QCOMPARE(
            QString::fromUtf8(QJsonDocument(shown[QStringLiteral("roles")].toArray()).toJson(QJsonDocument::Compact)),
            QStringLiteral("[{\"person\":\"Alice Chen\",\"role\":\"Incident Commander\"},"
                           "{\"person\":\"Bob Smith\",\"role\":\"On-Call Engineer\"}]"));
        QVERIFY(!shown[QStringLiteral("milestones")][QStringLiteral("resolved")].isNull());
        // It is so already: no act, no complaint.
        const Ran again = program.run({QStringLiteral("role"), QStringLiteral("IC"), QStringLiteral("@alice")});
        QCOMPARE(again.exit, 0);
        QCOMPARE(again.out + again.err, QString());
        QVERIFY(isAct(program.run({QStringLiteral("role"), QStringLiteral("IC"), QStringLiteral("-")}).line()));
    }

    void whatALaterMomentOverruledIsCalledHistory_data()
    {
        QTest::addColumn<QStringList>("line");
        QTest::addColumn<QString>("says");
        const auto call = [](const QStringList& line, const char* says) {
            QTest::newRow(says) << line
                                << QStringLiteral("warroom: Logged as history: the %1.\n").arg(QLatin1String(says));
        };
        const auto log = [](const char* line) { return QStringList{QStringLiteral("log"), QString::fromUtf8(line)}; };
        QTest::newRow("in force") << log("14:22 /status Resolved") << QString();
        QTest::newRow("no field") << log("14:00 pool full") << QString();
        QTest::newRow("corrected") << log("14:00 /ack") << QString();
        call(words("resolve --at 14:05"), "status has been Mitigating since 14:10");
        call(log("14:05 /status Investigating halfway"), "status has been Mitigating since 14:10");
        call(log("14:05 /sev P2"), "severity has been P1 since 14:11");
        call(log("14:05 /title Cache"), "title has been Pool since 14:12");
        call(log("14:05 /impact nobody"), "impact has been Everybody since 14:13");
        call(log("14:05 /role IC @bob"), "Incident Commander has been Alice Chen since 14:14");
    }
    void whatALaterMomentOverruledIsCalledHistory()
    {
        QFETCH(QStringList, line);
        Program program;
        program.clock = QStringLiteral("2026-01-31T13:00:00Z");
        program.declare();
        program.clock = QStringLiteral("2026-01-31T14:23:00Z");
        const Ran present = program.run(words("log -"),
            "14:10 /status Mitigating\n14:11 /sev P1\n14:12 /title Pool\n14:13 /impact Everybody\n"
            "14:14 /role IC @alice\n14:15 /ack\n");
        QCOMPARE(present.exit, 0);
        QCOMPARE(present.err, QString());
        const Ran ran = program.run(line);
        QCOMPARE(ran.exit, 0);
        QVERIFY2(isAct(ran.line()), qPrintable(ran.out));
        QTEST(ran.err, "says");
    }

    void historyOfAnotherDaySaysTheDay()
    {
        Program program;
        program.declare();
        program.run(words("log /status Mitigating"));
        program.clock = QStringLiteral("2026-02-01T09:00:00Z");
        const Ran ran = program.run(words("resolve --at 2026-01-31T14:00Z"));
        QCOMPARE(ran.err,
            QStringLiteral("warroom: Logged as history: the status has been Mitigating since 31 Jan 14:23.\n"));
    }

    void anEndBeforeALaterStatusIsHistory()
    {
        Program program;
        program.clock = QStringLiteral("2026-01-31T13:00:00Z");
        program.declare();
        program.clock = QStringLiteral("2026-01-31T14:23:00Z");
        program.run(words("log 14:10 /status Mitigating"));
        program.run(words("resolve"));
        QCOMPARE(program.run(words("log 14:05 /close")).err,
            QStringLiteral("warroom: Logged as history: the status has been Resolved since 14:23.\n"));
        QCOMPARE(program.run(words("log /close")).err, QString());
    }

    void anUpdateTakesItsTextFromAFileOrStandardInput()
    {
        Program program;
        program.declare();
        QVERIFY(isAct(program.run(words("update --text -"), "Half is back.\nNext update 14:45.\n").line()));
        QFile file(program.home() + QStringLiteral("/text"));
        QVERIFY(file.open(QFile::WriteOnly) && file.write("All is back.") > 0);
        file.close();
        QVERIFY(isAct(program.run({QStringLiteral("update"), QStringLiteral("--text"), file.fileName()}).line()));
        const QString shown = program.run(words("show")).out;
        QVERIFY(shown.contains(QStringLiteral("Half is back.")));
        QVERIFY(shown.contains(QStringLiteral("All is back.")));
        QCOMPARE(program.run(words("update --text /nowhere")).exit, 3);
    }

    void showJsonHasEveryKey()
    {
        Program program;
        program.declare();
        program.run(words("log + @bob 5m restart it"));
        program.run(words("log /followup @bob due 2026-02-01 prio P1 write a test"));
        const QJsonObject shown = show(program);
        QStringList keys = shown.keys();
        for (const QString& key :
            words("id uuid title severity status playbook zone milestones durations roles actions "
                  "follow_ups next_update_due entries conflicts anomalies"))
            QVERIFY2(keys.contains(key), qPrintable(key));
        QCOMPARE(sorted(shown[QStringLiteral("milestones")].toObject().keys()),
            sorted(words("impact_started detected declared acknowledged mitigated resolved closed")));
        QCOMPARE(shown[QStringLiteral("actions")][0].toObject().keys(), words("number owner state text timer_s"));
        QCOMPARE(shown[QStringLiteral("actions")][0][QStringLiteral("timer_s")].toInt(), 300);
        QCOMPARE(
            shown[QStringLiteral("follow_ups")][0][QStringLiteral("due")].toString(), QStringLiteral("2026-02-01"));
        QCOMPARE(shown[QStringLiteral("entries")][0].toObject().keys(),
            words("act author by id kind occurred_at pinned recorded_at sensitive state text"));
        QCOMPARE(shown[QStringLiteral("next_update_due")].toString(), QStringLiteral("2026-01-31T14:38:00Z"));
        QCOMPARE(shown[QStringLiteral("zone")].toString(), QStringLiteral("UTC"));
        QVERIFY(!QUuid(shown[QStringLiteral("uuid")].toString()).isNull());
        QVERIFY(shown[QStringLiteral("anomalies")].toArray().isEmpty());
    }

    void listAndSearchAndShowForPeople()
    {
        Program program;
        const QString first = program.declare(QStringLiteral("one thing"));
        const QString second = program.declare(QStringLiteral("another \x1b[31mthing"));
        program.run({QStringLiteral("log"), first, QStringLiteral("don't restart v2.2.0")});
        const QStringList lines = program.run(words("list")).lines();
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines[0].startsWith(second + QStringLiteral("  open    P0")));
        QVERIFY2(!lines[0].contains(QLatin1Char('\x1b')), "a title must not drive the terminal");
        const QJsonArray json = QJsonDocument::fromJson(program.run(words("list --json")).out.toUtf8()).array();
        QCOMPARE(json[1][QStringLiteral("id")].toString(), first);
        QCOMPARE(json[1][QStringLiteral("title")].toString(), QStringLiteral("one thing"));

        const Ran found = program.run(words("search don't v2.2.0"));
        QCOMPARE(found.exit, 0);
        QVERIFY(found.out.startsWith(first + QStringLiteral("  2026-01-31T14:23:00Z")));
        QCOMPARE(program.run(words("search nothing")).exit, 1);
        QCOMPARE(program.run({QStringLiteral("search"), QStringLiteral("NEAR(")}).exit, 1);

        const QString shown = program.run({QStringLiteral("show"), first}).out;
        QVERIFY(shown.contains(QStringLiteral("one thing")));
        QVERIFY(shown.contains(QStringLiteral("don't restart v2.2.0")));
    }

    void jsonHidesNothing()
    {
        Program program;
        const QString odd = QStringLiteral("a\u202eb\u2066c\u2028d\u200f\u00e9\U0001F525");
        const QString escaped = QStringLiteral("a\\u202eb\\u2066c\\u2028d\\u200f\u00e9\U0001F525\"");
        program.declare(odd);
        for (const char* verb : {"show --json", "list --json"}) {
            const Ran ran = program.run(words(verb));
            QVERIFY2(ran.out.contains(escaped), qPrintable(ran.out));
            QVERIFY(ran.out.endsWith(QLatin1Char('\n')) && !ran.out.endsWith(QStringLiteral("\n\n")));
        }
        QCOMPARE(show(program)[QStringLiteral("title")].toString(), odd);
        // The log keeps no control characters, but a line that is only read shows what was typed.
        const QString typed = QStringLiteral("\u009b31m\u007f") + odd;
        const Ran dry = program.run(words("log --dry-run --json") << typed);
        QVERIFY2(dry.out.contains(QStringLiteral("\\u009b31m\\u007f") + escaped), qPrintable(dry.out));
        QCOMPARE(dry.lines().size(), 1);
        QCOMPARE(dry.json()[QStringLiteral("text")].toString(), typed);
    }

    void amendRetractAndRedact()
    {
        Program program;
        program.declare();
        const QString act = program.run(words("log the key is Zyqhunter77")).line();
        const QString other = program.run(words("log said too much")).line();
        QVERIFY(isAct(program
                          .run({QStringLiteral("amend"), act, QStringLiteral("--at"), QStringLiteral("-5m"),
                              QStringLiteral("the key was Zyqhunter77")})
                          .line()));
        QVERIFY(isAct(program.run({QStringLiteral("retract"), other}).line()));
        QVERIFY(isAct(program.run({QStringLiteral("redact"), act}).line()));
        QProcess grep;
        grep.start(QStringLiteral("grep"), {QStringLiteral("-ria"), QStringLiteral("zyqhunter"), program.dataDir()});
        QVERIFY(grep.waitForFinished());
        QCOMPARE(grep.exitCode(), 1);
        QStringList states;
        for (const QJsonValue& entry : show(program)[QStringLiteral("entries")].toArray())
            states += entry[QStringLiteral("state")].toString();
        QCOMPARE(sorted(states), words("live redacted retracted"));
        QCOMPARE(program.run(words("verify")).exit, 0);
        QCOMPARE(program.run(words("retract 0")).exit, 1);
    }

    void playbooksAreListedShownAndChecked()
    {
        Program program;
        const QStringList names = program.run(words("playbook list")).lines();
        QVERIFY(names.filter(QStringLiteral("erlmcp-incident-response")).size() == 1);
        QVERIFY(names.filter(QStringLiteral("standard")).size() == 1);
        QFile shipped(QStringLiteral(WARROOM_PLAYBOOKS "/standard.yaml"));
        QVERIFY(shipped.open(QFile::ReadOnly));
        QCOMPARE(program.run(words("playbook show standard")).out.toUtf8(), shipped.readAll());
        QCOMPARE(program.run({QStringLiteral("playbook"), QStringLiteral("check"), shipped.fileName()}).exit, 0);
        QFile broken(program.home() + QStringLiteral("/broken.yaml"));
        QVERIFY(broken.open(QFile::WriteOnly) && broken.write("name: x\nnmae: y\n") > 0);
        broken.close();
        const Ran ran = program.run(words("playbook check broken.yaml"));
        QCOMPARE(ran.exit, 1);
        QVERIFY2(ran.err.contains(QStringLiteral("broken.yaml:2:1")), qPrintable(ran.err));
    }

    void exportGoesToAFileOrStandardOutput()
    {
        Program program;
        program.declare();
        const QString file = program.home() + QStringLiteral("/post-mortem.md");
        QCOMPARE(program.run({QStringLiteral("export"), QStringLiteral("-o"), file}).out, QString());
        QFile written(file);
        QVERIFY(written.open(QFile::ReadOnly));
        const QByteArray markdown = written.readAll();
        QVERIFY(markdown.startsWith("# "));
        QCOMPARE(program.run(words("export -o -")).out.toUtf8(), markdown);
        QCOMPARE(program.run(words("export")).out.toUtf8(), markdown);
        QCOMPARE(program.run(words("export -o /nowhere/at/all.md")).exit, 3);
    }

private:
    static QStringList verbs()
    {
        return words("declare log role update resolve amend retract redact list show search export verify playbook "
                     "desk");
    }
    static QJsonObject show(const Program& program) { return program.run(words("show --json")).json(); }
};

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
