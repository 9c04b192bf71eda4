// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/quiettest.h"
#include "words/sentence.h"
#include "words/told.h"

using namespace warroom;
using namespace warroom::incident;
using tests::Told;

/// What an entry says, its strong pieces between asterisks.
class SentenceTest : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void eachEntrySaysWhatHappened_data();
    void eachEntrySaysWhatHappened();
    void aNoteIsExactlyItsText();
    void aRedactedEntryShowsThatSomethingStoodThere();
    void aChangeOfSeverityNamesTheOneBefore();
    void aMarkedActionNamesActionAndOwner();
    void aNewOwnerIsNamedAndNobodyIsMissingAnyMore();
    void stepsNameTheirRunbook();
    void alertsFireAndAreResolved();
    void aTextThatLooksLikeAPlaceholderStaysAsItIs();

private:
    static QString marked(const words::Sentence& sentence);
    static QString said(const Told& told, EntryId id);
};

QString SentenceTest::marked(const words::Sentence& sentence)
{
    QString text = sentence.text;
    for (auto range = sentence.strong.rbegin(); range != sentence.strong.rend(); ++range) {
        text.insert(range->start + range->length, QLatin1Char('*'));
        text.insert(range->start, QLatin1Char('*'));
    }
    return text;
}

QString SentenceTest::said(const Told& told, EntryId id)
{
    const IncidentState state = told.state();
    const Entry* entry = state.entry(id);
    return words::kind(*entry) + QStringLiteral(" | ") + marked(words::sentence(*entry, state, tests::team()));
}

void SentenceTest::eachEntrySaysWhatHappened_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<QString>("expected");
    const QStringList expected{
        QStringLiteral("Declared | Declared *P0* — down"),
        QStringLiteral("Title | Now called *pool full*"),
        QStringLiteral("Status | Status *Mitigating*"),
        QStringLiteral("Status | *Resolved*, a false alarm: a test"),
        QStringLiteral("Milestone | *Acknowledged*"),
        QStringLiteral("Milestone | *Mitigated*: drained"),
        QStringLiteral("Impact | 5,000 users"),
        QStringLiteral("Role | Alice Chen takes *Incident Commander*"),
        QStringLiteral("Role | Alice Chen gives up *Scribe*"),
        QStringLiteral("Update #1 | All fail."),
        QStringLiteral("Cadence | Updates every *30 minutes*"),
        QStringLiteral("Decision | roll back"),
        QStringLiteral("Hypothesis | leak"),
        QStringLiteral("Action #1 | drain — owner *Carol Lee*, within 10 minutes"),
        QStringLiteral("Action #2 | drain — owner *unassigned*"),
        QStringLiteral("Follow-up #3 | alert — owner *Dave Wong*, due 2026-02-01, P1"),
        QStringLiteral("Section | *Root Cause* — a leak"),
        QStringLiteral("Unknown | Recorded by a newer Warroom"),
        QStringLiteral("Update #2 | To *Customers*: We are on it."),
        QStringLiteral("Cadence | Updates to *Customers* every *15 minutes*"),
    };
    for (int i = 0; i < expected.size(); ++i)
        QTest::addRow("%d", i) << i << expected[i];
}

void SentenceTest::eachEntrySaysWhatHappened()
{
    QFETCH(int, row);
    QFETCH(QString, expected);
    using std::chrono::minutes;
    const auto text = [](const char* words) { return QString::fromUtf8(words); };
    const PersonId alice = Told::person(text("alice"));
    const PersonId carol = Told::person(text("carol"));
    const std::vector<Body> bodies{
        IncidentDeclared{text("INC-1"), text("P0"), text("Investigating"), text("down")},
        IncidentRetitled{text("pool full")},
        StatusChanged{text("Mitigating"), false, {}},
        StatusChanged{text("Resolved"), true, text("a test")},
        MilestoneSet{Milestone::Acknowledged, {}},
        MilestoneSet{Milestone::Mitigated, text("drained")},
        ImpactDescribed{text("5,000 users")},
        RoleAssigned{text("incident-commander"), alice},
        RoleReleased{text("scribe"), alice},
        UpdateSent{{}, {}, text("All fail.")},
        CadenceSet{{}, minutes(30)},
        Noted{NoteKind::Decision, text("roll back")},
        Noted{NoteKind::Hypothesis, text("leak")},
        ActionAssigned{carol, minutes(10), text("drain")},
        ActionAssigned{{}, {}, text("drain")},
        FollowUpProposed{Told::person(text("dave")), QDate(2026, 2, 1), text("P1"), text("alert")},
        SectionWritten{text("root-cause"), text("a leak")},
        Unknown{text("pager-rang")},
        UpdateSent{text("Customers"), {}, text("We are on it.")},
        CadenceSet{text("Customers"), minutes(15)},
    };
    Told told = Told::declared();
    std::vector<EntryId> ids;
    for (const Body& body : bodies)
        ids.push_back(told.say(text("14:30"), body));
    QCOMPARE(said(told, ids[std::size_t(row)]), expected);
}

void SentenceTest::aNoteIsExactlyItsText()
{
    Told told = Told::declared();
    const QString text = QStringLiteral("  two\nlines, \u202etrick \x01 and **stars**");
    const EntryId id = told.note(QStringLiteral("14:30"), text);
    const IncidentState state = told.state();
    QCOMPARE(words::sentence(*state.entry(id), state, tests::team()), (words::Sentence{text, {}}));
}

void SentenceTest::aRedactedEntryShowsThatSomethingStoodThere()
{
    Told told = Told::declared();
    const EntryId id = told.note(QStringLiteral("14:30"), QStringLiteral("secret"));
    told.redact(id);
    QCOMPARE(said(told, id), QStringLiteral("Note | [redacted]"));
}

void SentenceTest::aChangeOfSeverityNamesTheOneBefore()
{
    Told told = Told::declared();
    const EntryId id =
        told.say(QStringLiteral("14:40"), SeverityChanged{QStringLiteral("P1"), QStringLiteral("half is back")});
    QCOMPARE(said(told, id), QStringLiteral("Severity | Severity P0 → *P1*: half is back"));
}

void SentenceTest::aMarkedActionNamesActionAndOwner()
{
    Told told = Told::declared();
    const EntryId action = told.say(
        QStringLiteral("14:30"), ActionAssigned{Told::person(QStringLiteral("carol")), {}, QStringLiteral("Rollback")});
    const EntryId mark = told.say(QStringLiteral("14:38"), ActionMarked{action, Mark::Started});
    QVERIFY(said(told, mark).endsWith(QStringLiteral("| Rollback started — owner *Carol Lee*")));
}

void SentenceTest::aNewOwnerIsNamedAndNobodyIsMissingAnyMore()
{
    Told told = Told::declared();
    const EntryId action =
        told.say(QStringLiteral("14:30"), ActionAssigned{{}, {}, QStringLiteral("Rollback\nof all")});
    const auto missing = [&] {
        const incident::IncidentState state = told.state();
        return words::sentence(*state.entry(action), state, tests::team()).missing.size();
    };
    QCOMPARE(missing(), 1u);
    const EntryId taken =
        told.say(QStringLiteral("14:38"), OwnerChanged{action, Told::person(QStringLiteral("carol"))});
    QCOMPARE(said(told, taken), QStringLiteral("Owner #1 | Rollback … — owner now *Carol Lee*"));
    QCOMPARE(missing(), 0u);
    const EntryId left = told.say(QStringLiteral("14:39"), OwnerChanged{action, {}});
    QCOMPARE(said(told, left), QStringLiteral("Owner #1 | Rollback … — owner now *unassigned*"));
    QCOMPARE(missing(), 1u);
}

void SentenceTest::stepsNameTheirRunbook()
{
    Told told = Told::declared();
    const EntryId pool = told.say(QStringLiteral("14:30"),
        RunbookAttached{QStringLiteral("c0"), 2, {}, QStringLiteral("Pool"), {}, QStringLiteral("look\nkill")});
    QCOMPARE(said(told, pool), QStringLiteral("Runbook | *Pool* taken up — 2 steps"));
    const auto marked = [&](int step, StepMark mark, const QString& text = {}) {
        return said(told, told.say(QStringLiteral("14:31"), StepMarked{pool, step, mark, {}, text}));
    };
    QCOMPARE(marked(0, StepMark::Started), QStringLiteral("Step | Pool · 1. look — *begun*"));
    QCOMPARE(marked(0, StepMark::Done), QStringLiteral("Step | Pool · 1. look — *done*"));
    QCOMPARE(marked(0, StepMark::Done, QStringLiteral("full")), QStringLiteral("Step | Pool · 1. look — *done*: full"));
    QCOMPARE(marked(1, StepMark::Skipped, QStringLiteral("no access")),
        QStringLiteral("Step | Pool · 2. kill — *skipped*: no access"));
    QCOMPARE(marked(1, StepMark::Open), QStringLiteral("Step | Pool · 2. kill — *open* again"));
    const auto noted = [&](bool output, const QString& text) {
        return said(told, told.say(QStringLiteral("14:32"), StepNoted{pool, 1, output, text}));
    };
    QCOMPARE(noted(false, QStringLiteral("slow")), QStringLiteral("Note | Pool · 2. kill: slow"));
    QCOMPARE(noted(true, QStringLiteral("ok")), QStringLiteral("Output | Pool · 2. kill:\nok"));
    const EntryId value = told.say(QStringLiteral("14:33"), VariableSet{QStringLiteral("<pod>"), QStringLiteral("p3")});
    QCOMPARE(said(told, value), QStringLiteral("Value | <pod> = *p3*"));
}

void SentenceTest::alertsFireAndAreResolved()
{
    Told told = Told::declared();
    const auto alert = [&](AlertState state, const QString& labels = {}, const QString& summary = {}) {
        const AlertChanged changed{QStringLiteral("a1"), tests::at(QStringLiteral("14:20")), state,
            QStringLiteral("DiskFull"), labels, summary};
        return said(told, told.say(QStringLiteral("14:31"), changed));
    };
    const QString labels = QStringLiteral("alertname=DiskFull\npod=p-3\nzone=a");
    QCOMPARE(alert(AlertState::Firing), QStringLiteral("Alert | *DiskFull* fires"));
    QCOMPARE(alert(AlertState::Firing, labels), QStringLiteral("Alert | *DiskFull* fires (pod=p-3, zone=a)"));
    QCOMPARE(alert(AlertState::Firing, {}, QStringLiteral("95 % used")),
        QStringLiteral("Alert | *DiskFull* fires: 95 % used"));
    QCOMPARE(alert(AlertState::Firing, labels, QStringLiteral("95 % used")),
        QStringLiteral("Alert | *DiskFull* fires: 95 % used (pod=p-3, zone=a)"));
    QCOMPARE(alert(AlertState::Suppressed, labels), QStringLiteral("Alert | *DiskFull* suppressed"));
    QCOMPARE(alert(AlertState::Resolved), QStringLiteral("Alert | *DiskFull* resolved"));
}

void SentenceTest::aTextThatLooksLikeAPlaceholderStaysAsItIs()
{
    Told told = Told::declared();
    const EntryId id = told.say(
        QStringLiteral("14:30"), ActionAssigned{Told::person(QStringLiteral("carol")), {}, QStringLiteral("at %2 %")});
    QCOMPARE(said(told, id), QStringLiteral("Action #1 | at %2 % — owner *Carol Lee*"));
}

QTEST_GUILESS_MAIN(SentenceTest)
#include "tst_sentence.moc"
