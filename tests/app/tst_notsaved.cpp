// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/program.h"
#include "support/quiettest.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>

using namespace warroom::support;

namespace {

QStringList words(const char* line) { return QString::fromUtf8(line).split(QLatin1Char(' ')); }

/// Somebody else is writing while it lives, and does not come to an end.
class HeldLog
{
public:
    explicit HeldLog(const Program& program)
    {
        m_process.start(QStringLiteral("flock"),
            {QStringLiteral("-o"), program.dataDir() + QStringLiteral("/warroom.lock"), QStringLiteral("sh"),
                QStringLiteral("-c"), QStringLiteral("echo held; exec cat")});
        if (!m_process.waitForReadyRead())
            qFatal("the lock is not held");
    }
    ~HeldLog()
    {
        m_process.closeWriteChannel();
        m_process.waitForFinished();
    }
    HeldLog(const HeldLog&) = delete;
    HeldLog& operator=(const HeldLog&) = delete;

private:
    QProcess m_process;
};

QString place(const Program& program) { return program.home() + QStringLiteral("/state/warroom/not-saved"); }

QStringList keptIn(const Program& program)
{
    return QDir(place(program)).entryList({QStringLiteral("*.jsonl")}, QDir::Files);
}

/// The texts of the incident's entries of this kind, one at this time each.
QStringList texts(const Program& program, const QString& incident, const char* kind)
{
    QStringList found;
    const QJsonArray entries = program.run({QStringLiteral("show"), incident, QStringLiteral("--json")})
                                   .json()[QStringLiteral("entries")]
                                   .toArray();
    for (const QJsonValue& entry : entries) {
        if (entry[QStringLiteral("kind")].toString() == QLatin1String(kind))
            found += entry[QStringLiteral("occurred_at")].toString() + QLatin1Char(' ')
                + entry[QStringLiteral("text")].toString();
    }
    return found;
}

} // namespace

/// What a verb could not write is not lost, and is not to be said again.
class TestNotSaved : public QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void whatADiskIsTooFullForGoesInWithTheNextAct()
    {
        Program program;
        const QString incident = program.declare();
        const QString text(12'000, QLatin1Char('x'));
        saysThatItIsKept(program, program.runLimited(34'000, {QStringLiteral("log"), text}));
        QCOMPARE(keptIn(program).size(), 1);
        program.clock = QStringLiteral("2026-01-31T15:00:00Z");
        QCOMPARE(program.run(words("list")).exit, 0);
        QCOMPARE(keptIn(program).size(), 1); // who only looks writes nothing
        QCOMPARE(program.run(words("log there is room again")).exit, 0);
        QVERIFY(keptIn(program).isEmpty());
        QCOMPARE(texts(program, incident, "note"),
            (QStringList{QStringLiteral("2026-01-31T14:23:00Z ") + text,
                QStringLiteral("2026-01-31T15:00:00Z there is room again")}));
        QCOMPARE(program.run(words("verify")).exit, 0);
    }

    void everyVerbKeepsWhatItCouldNotWrite()
    {
        Program program;
        const QString incident = program.declare();
        const std::vector<QStringList> verbs{words("log one"), words("role IC alice"),
            words("update --status Mitigating"), words("declare --severity P1 --title another"),
            words("resolve INC rolled back")};
        {
            const HeldLog held(program);
            std::vector<std::unique_ptr<QProcess>> running;
            for (QStringList verb : verbs) {
                if (verb.contains(QStringLiteral("INC")))
                    verb[1] = incident;
                running.push_back(program.start(verb));
                running.back()->closeWriteChannel();
            }
            for (const auto& process : running)
                saysThatItIsKept(program, finished(*process));
        }
        program.clock = QStringLiteral("2026-01-31T15:00:00Z");
        QCOMPARE(program.run({QStringLiteral("log"), incident, QStringLiteral("two")}).exit, 0);
        QVERIFY(keptIn(program).isEmpty());
        QCOMPARE(program.run(words("list")).lines().size(), 2);
        QCOMPARE(texts(program, incident, "note"),
            (QStringList{QStringLiteral("2026-01-31T14:23:00Z one"), QStringLiteral("2026-01-31T15:00:00Z two")}));
        QCOMPARE(texts(program, incident, "role").size(), 1);
        QCOMPARE(texts(program, incident, "update").size(), 1);
        QVERIFY(texts(program, incident, "update").front().startsWith(QStringLiteral("2026-01-31T14:23:00Z")));
    }

    void whatIsKeptFollowsTheLogThatIsSalvaged()
    {
        Program program;
        const QString incident = program.declare();
        {
            const HeldLog held(program);
            saysThatItIsKept(program, program.run(words("log said while it was held")));
        }
        const QString fresh = program.home() + QStringLiteral("/fresh");
        QCOMPARE(program.runBare({QStringLiteral("salvage"), program.dataDir(), fresh}).exit, 0);
        const Ran shown = program.runBare(
            {QStringLiteral("--data-dir"), fresh, QStringLiteral("show"), incident, QStringLiteral("--json")});
        QVERIFY2(shown.out.contains(QStringLiteral("said while it was held")), qPrintable(shown.out + shown.err));
        QVERIFY(keptIn(program).isEmpty());
    }

    void whereNothingCanKeepItItIsToBeTriedAgain()
    {
        Program program;
        program.declare();
        QVERIFY(QDir(program.home() + QStringLiteral("/state")).removeRecursively());
        QFile state(program.home() + QStringLiteral("/state"));
        QVERIFY(state.open(QFile::WriteOnly));
        // Too large for any file.
        const Ran ran = program.runLimited(34'000, {QStringLiteral("log"), QString(40'000, QLatin1Char('x'))});
        QCOMPARE(ran.exit, 3);
        QVERIFY2(!ran.err.contains(QStringLiteral("Kept in")), qPrintable(ran.err));
        QVERIFY2(ran.err.contains(QStringLiteral("try again")), qPrintable(ran.err));
    }

private:
    static void saysThatItIsKept(const Program& program, const Ran& ran)
    {
        QVERIFY2(ran.exit == 3, qPrintable(QString::number(ran.exit) + ran.out + ran.err));
        QCOMPARE(ran.out, QString());
        QCOMPARE(ran.err.count(QLatin1Char('\n')), 1);
        QVERIFY2(ran.err.startsWith(QStringLiteral("warroom: ")), qPrintable(ran.err));
        QVERIFY2(ran.err.contains(QStringLiteral(" · Kept in ") + place(program)), qPrintable(ran.err));
        QVERIFY2(ran.err.endsWith(QStringLiteral("; the next Warroom that can write takes it in. Do not repeat it.\n")),
            qPrintable(ran.err));
        QVERIFY2(!ran.err.contains(QStringLiteral("try again")), qPrintable(ran.err));
    }
};

QTEST_GUILESS_MAIN(TestNotSaved)
#include "tst_notsaved.moc"
