// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/quiettest.h"
#include "timeline/completion.h"
#include "words/told.h"

using namespace warroom;
using tests::Told;

/// What the word at the cursor may become.
class CompletionTest : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void aWordOfTheHeadIsCompleted_data();
    void aWordOfTheHeadIsCompleted();
    void everyWordOfferedIsKnownToTheLine();
    void aPersonShowsNameAndRole();
    void whatAVerbWantsIsOffered_data();
    void whatAVerbWantsIsOffered();
    void onlyWhatCanBeMarkedIsOffered();
    void whatIsTakenReadsAsOffered();
    void theWholeWordIsReplaced();

private:
    /// Of an incident just declared, if none is given.
    static capture::Situation situationOf(const incident::IncidentState* state);
    static timeline::Completion at(const QString& line, const incident::IncidentState* state = nullptr);
    static QStringList inserts(const timeline::Completion& completion);
};

capture::Situation CompletionTest::situationOf(const incident::IncidentState* state)
{
    static const incident::IncidentState declared = Told::declared().state();
    static const playbook::Playbook book = tests::team();
    capture::Situation situation;
    situation.now = situation.firstKey = tests::at(QStringLiteral("14:45"));
    situation.playbook = &book;
    situation.state = state ? state : &declared;
    return situation;
}

timeline::Completion CompletionTest::at(const QString& line, const incident::IncidentState* state)
{
    return timeline::complete(line, int(line.size()), situationOf(state));
}

QStringList CompletionTest::inserts(const timeline::Completion& completion)
{
    QStringList result;
    for (const timeline::Suggestion& suggestion : completion.suggestions)
        result << suggestion.insert;
    return result;
}

void CompletionTest::aWordOfTheHeadIsCompleted_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QStringList>("offered");
    const auto row = [](const char* line, const QStringList& offered) {
        QTest::newRow(line) << QString::fromUtf8(line) << offered;
    };
    row("/act", {QStringLiteral("/action")});
    row("-5m /hy", {QStringLiteral("/hypothesis")});
    row("@da", {QStringLiteral("@dave")});
    row("/action @a", {QStringLiteral("@alice")});
    row("/role scribe @c", {QStringLiteral("@carol")});
    row("@lee", {});
    row("pool @da", {});
    row("/action @dave drain @a", {});
    row("/action /no", {});
    row("\\/act", {});
    row("/tmp", {});
    row("/action ", {});
    row("", {});
}

void CompletionTest::aWordOfTheHeadIsCompleted()
{
    QFETCH(QString, line);
    QFETCH(QStringList, offered);
    QCOMPARE(inserts(at(line)), offered);
}

void CompletionTest::everyWordOfferedIsKnownToTheLine()
{
    for (const timeline::Suggestion& word : timeline::lineWords()) {
        capture::Situation situation;
        const capture::Reading reading = capture::read(word.insert + QStringLiteral(" x"), situation);
        QVERIFY2(
            !reading.spans.empty() && reading.spans[0].kind != capture::SpanKind::Unknown, qPrintable(word.insert));
        QVERIFY2(reading.spans[0].kind != capture::SpanKind::Text, qPrintable(word.insert));
    }
}

void CompletionTest::aPersonShowsNameAndRole()
{
    const timeline::Completion dave = at(QStringLiteral("@dave"));
    QCOMPARE(dave.suggestions.at(0),
        (timeline::Suggestion{QStringLiteral("@dave"), QStringLiteral("Dave Wong"), QStringLiteral("Scribe, backup")}));
}

void CompletionTest::whatAVerbWantsIsOffered_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QStringList>("offered");
    const auto row = [](const char* line, const QStringList& offered) {
        QTest::newRow(line) << QString::fromUtf8(line) << offered;
    };
    const QStringList severities{QStringLiteral("P0"), QStringLiteral("P1")};
    const QStringList roles{QStringLiteral("Incident Commander"), QStringLiteral("Scribe")};
    const QStringList people{QStringLiteral("@alice"), QStringLiteral("@carol"), QStringLiteral("@dave")};
    row("/sev ", severities);
    row("-2m @alice /sev ", severities);
    row("/sev p1", {QStringLiteral("P1")});
    row("/sev crit", severities);
    row("/sev P1 ", {});
    row("/sev P9", {});
    row("/status ",
        {QStringLiteral("Investigating"), QStringLiteral("Mitigating"), QStringLiteral("Monitoring"),
            QStringLiteral("Resolved")});
    row("/status m", {QStringLiteral("Mitigating"), QStringLiteral("Monitoring")});
    row("/role ", roles);
    row("/role incident c", {QStringLiteral("Incident Commander")});
    row("/role incident-", {QStringLiteral("Incident Commander")});
    row("/role Incident Commander ", people);
    row("/role scribe @d", {QStringLiteral("@dave")});
    row("/role scribe @dave ", {});
    row("/section ", {QStringLiteral("root-cause")});
    row("/section Root C", {QStringLiteral("root-cause")});
    row("/section root-cause r", {});
    row("/incident ", {QStringLiteral("declare")});
    row("/incident declare ", severities);
    row("/incident declare P1", {QStringLiteral("P1")});
    row("/incident declare P1 p", {});
    row("/done ", {});
    row("\\/sev ", {});
    row("a note /sev ", {});
    row("/sev", {QStringLiteral("/sev")});
}

void CompletionTest::whatAVerbWantsIsOffered()
{
    QFETCH(QString, line);
    QFETCH(QStringList, offered);
    QCOMPARE(inserts(at(line)), offered);
}

void CompletionTest::onlyWhatCanBeMarkedIsOffered()
{
    Told told = Told::declared();
    const auto assign = [&](const char* text, std::optional<PersonId> owner) {
        return told.say(QStringLiteral("14:30"), incident::ActionAssigned{owner, {}, QString::fromUtf8(text)});
    };
    assign("drain prod-3\nslowly", Told::person(QStringLiteral("dave")));
    const EntryId started = assign("restart pool", {});
    const EntryId done = assign("roll back", {});
    told.say(QStringLiteral("14:31"), incident::ActionMarked{started, incident::Mark::Started});
    told.say(QStringLiteral("14:32"), incident::ActionMarked{done, incident::Mark::Done});
    const incident::IncidentState state = told.state();
    const timeline::Completion toBeDone = at(QStringLiteral("/done "), &state);
    QCOMPARE(toBeDone.suggestions,
        (std::vector<timeline::Suggestion>{
            {QStringLiteral("1"), QStringLiteral("drain prod-3 …"), QStringLiteral("Dave Wong")},
            {QStringLiteral("2"), QStringLiteral("restart pool"), QStringLiteral("unassigned, started")}}));
    QCOMPARE(inserts(at(QStringLiteral("/drop #2"), &state)), QStringList{QStringLiteral("2")});
    QCOMPARE(inserts(at(QStringLiteral("/start "), &state)), QStringList{QStringLiteral("1")});
    QCOMPARE(inserts(at(QStringLiteral("/owner "), &state)), (QStringList{QStringLiteral("1"), QStringLiteral("2")}));
    QCOMPARE(inserts(at(QStringLiteral("/owner 2 "), &state)), inserts(at(QStringLiteral("@"), &state)));
    QCOMPARE(inserts(at(QStringLiteral("/owner 2 @d"), &state)), QStringList{QStringLiteral("@dave")});
    QCOMPARE(inserts(at(QStringLiteral("/owner 7 "), &state)), QStringList());
}

void CompletionTest::whatIsTakenReadsAsOffered()
{
    const capture::Situation situation = situationOf(nullptr);
    for (const char* verb : {"/sev ", "/status ", "/role ", "/section ", "/incident declare "}) {
        for (const timeline::Suggestion& suggestion : at(QString::fromLatin1(verb)).suggestions) {
            const QString line = QString::fromLatin1(verb) + suggestion.insert + QStringLiteral(" @dave");
            for (const capture::Span& span : capture::read(line, situation).spans)
                QVERIFY2(span.kind != capture::SpanKind::Unknown, qPrintable(line));
        }
    }
}

void CompletionTest::theWholeWordIsReplaced()
{
    const timeline::Completion role = at(QStringLiteral("/role incident c"));
    QCOMPARE(role.start, 6);
    QCOMPARE(role.length, 10);
    const timeline::Completion severity = timeline::complete(QStringLiteral("/sev P1 half"), 6, situationOf(nullptr));
    QCOMPARE(severity.start, 5);
    QCOMPARE(severity.length, 2);
    const timeline::Completion person = at(QStringLiteral("/role scribe "));
    QCOMPARE(person.start, 13);
    QCOMPARE(person.length, 0);
}

QTEST_GUILESS_MAIN(CompletionTest)
#include "tst_completion.moc"
