// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/program.h"
#include "support/quiettest.h"

#include <QJsonArray>
#include <QUuid>

using namespace warroom::support;

namespace {

QJsonObject shown(const Program& program, const QString& label)
{
    return program.run({QStringLiteral("show"), label, QStringLiteral("--json")}).json();
}

QJsonValue note(const Program& program, const QString& label, int back = 1)
{
    const QJsonArray entries = shown(program, label)[QStringLiteral("entries")].toArray();
    return entries[entries.size() - back];
}

} // namespace

/// Amend, retract and redact: how an incident and an entry may be named, and which are refused.
class TestEntryVerbs : public QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_program = std::make_unique<Program>();
        m_label = m_program->declare(QStringLiteral("one"));
        m_other = m_program->declare(QStringLiteral("two"));
        // The act begins with the introduction of dave, so the note has an id of its own.
        m_program->clock = QStringLiteral("2026-01-31T14:30:00Z");
        m_act = m_program->run({QStringLiteral("log"), m_label, QStringLiteral("@dave said too much")}).line();
        m_entry = note(*m_program, m_label)[QStringLiteral("id")].toString();
        QVERIFY(!QUuid(m_act).isNull() && !QUuid(m_entry).isNull() && m_act != m_entry);
    }

    void everyNameOfAnEntryIsTaken_data()
    {
        QTest::addColumn<QString>("verb");
        QTest::addColumn<QString>("incident");
        QTest::addColumn<QString>("entry");
        const std::pair<const char*, const char*> names[] = {
            {"label", "act"}, {"small label", "entry"}, {"UUID", "great entry"}, {"UUID", "beginning"}};
        for (const char* verb : {"amend", "retract", "redact"}) {
            for (const auto& [incident, entry] : names) {
                QTest::addRow("%s by %s, %s", verb, incident, entry)
                    << QString::fromLatin1(verb) << QString::fromLatin1(incident) << QString::fromLatin1(entry);
            }
        }
    }
    void everyNameOfAnEntryIsTaken()
    {
        QFETCH(QString, verb);
        QFETCH(QString, incident);
        QFETCH(QString, entry);
        const QMap<QString, QString> names{{QStringLiteral("label"), m_label},
            {QStringLiteral("small label"), m_label.toLower()}, {QStringLiteral("UUID"), uuid(m_label)},
            {QStringLiteral("act"), m_act}, {QStringLiteral("entry"), m_entry},
            {QStringLiteral("great entry"), m_entry.toUpper()}, {QStringLiteral("beginning"), m_act.left(13)}};
        QStringList call{verb, names[incident], names[entry]};
        if (verb == QLatin1String("amend"))
            call += QStringLiteral("less");
        const Ran ran = m_program->run(call);
        QVERIFY2(ran.exit == 0 && ran.err.isEmpty() && !QUuid(ran.line()).isNull(), qPrintable(ran.err));
        QCOMPARE(note(*m_program, m_label)[QStringLiteral("state")].toString(), verb + QStringLiteral("ed"));
    }

    void whatIsNoEntryOfTheIncidentIsRefused_data()
    {
        QTest::addColumn<QString>("verb");
        for (const char* verb : {"amend", "retract", "redact"})
            QTest::newRow(verb) << QString::fromLatin1(verb);
    }
    void whatIsNoEntryOfTheIncidentIsRefused()
    {
        QFETCH(QString, verb);
        const QList<QJsonObject> before{shown(*m_program, m_label), shown(*m_program, m_other)};
        if (verb == QLatin1String("amend"))
            isRefused({verb, m_label, m_entry}, QStringLiteral("text is missing"));
        isRefused({verb, m_label, QStringLiteral("ffff")}, QStringLiteral("ffff"));
        isRefused({verb, m_label, QUuid::createUuid().toString(QUuid::WithoutBraces)}, QStringLiteral("no entry"));
        isRefused({verb, m_label, QStringLiteral("0")}, QStringLiteral("several entries"));
        isRefused({verb, m_label, uuid(m_label)}, QStringLiteral("no entry"));
        isRefused({verb, m_other, m_entry}, QStringLiteral("no entry"));
        isRefused({verb, uuid(m_other), m_act}, QStringLiteral("no entry"));
        isRefused({verb, QStringLiteral("INC-1999-01-01-001"), m_entry}, QStringLiteral("no incident"));
        isRefused({verb, m_entry}, m_other); // which of the two open ones
        QCOMPARE((QList<QJsonObject>{shown(*m_program, m_label), shown(*m_program, m_other)}), before);
    }

    void aNameIsRedactedByItself()
    {
        const QString label = m_program->declare(QStringLiteral("one"));
        QCOMPARE(m_program->run({QStringLiteral("log"), label, QStringLiteral("@hunter2 said this")}).exit, 0);
        const Ran ran = m_program->run({QStringLiteral("redact"), label, QStringLiteral("@hunter2")});
        QVERIFY2(ran.exit == 0 && !QUuid(ran.line()).isNull(), qPrintable(ran.err));
        const Ran left = m_program->run({QStringLiteral("show"), label, QStringLiteral("--json")});
        QVERIFY(left.out.contains(QLatin1String("said this")));
        QVERIFY2(!left.out.contains(QLatin1String("hunter2")), qPrintable(left.out));
        isRefused({QStringLiteral("redact"), label, QStringLiteral("@nobody")}, QStringLiteral("no entry"));
    }

    void whatQuotesARedactedWordIsNamed()
    {
        const QString label = m_program->declare(QStringLiteral("one"));
        const auto log = [&](const QString& line) {
            return m_program->run({QStringLiteral("log"), label, line}).line();
        };
        const QString first = log(QStringLiteral("the key is hunter2-key"));
        const QString second = log(QStringLiteral("try hunter2-key again"));
        log(QStringLiteral("nothing of it"));
        const Ran ran = m_program->run({QStringLiteral("redact"), label, first});
        QCOMPARE(ran.exit, 0);
        QVERIFY2(ran.err.contains(second) && ran.err.count(QLatin1Char('-')) == 4, qPrintable(ran.err));
    }

    void aDeclarationIsNotTakenBack()
    {
        const QString label = m_program
                                  ->run({QStringLiteral("declare"), QStringLiteral("--severity"), QStringLiteral("P0"),
                                      QStringLiteral("--title"), QStringLiteral("three"), QStringLiteral("--since"),
                                      QStringLiteral("-5m")})
                                  .line();
        const QString declaration = note(*m_program, label)[QStringLiteral("id")].toString();
        const QString impact = note(*m_program, label, 2)[QStringLiteral("id")].toString();
        QVERIFY(declaration != impact);
        for (const QString& id : {declaration, impact})
            isRefused({QStringLiteral("retract"), label, id}, QStringLiteral("cannot be taken back"));
        QCOMPARE(shown(*m_program, label)[QStringLiteral("title")].toString(), QStringLiteral("three"));
    }

private:
    QString uuid(const QString& label) const { return shown(*m_program, label)[QStringLiteral("uuid")].toString(); }

    void isRefused(const QStringList& call, const QString& says) const
    {
        const Ran ran = m_program->run(call);
        QVERIFY2(ran.exit == 1 && ran.out.isEmpty() && ran.err.count(QLatin1Char('\n')) == 1, qPrintable(ran.err));
        QVERIFY2(ran.err.contains(says), qPrintable(ran.err));
    }

    std::unique_ptr<Program> m_program;
    QString m_label;
    QString m_other;
    QString m_act;
    QString m_entry;
};

QTEST_GUILESS_MAIN(TestEntryVerbs)
#include "tst_entryverbs.moc"
