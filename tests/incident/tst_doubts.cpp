// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/doubts.h"
#include "incident/steps.h"
#include "support/quiettest.h"

using namespace warroom;
using namespace warroom::incident;
using namespace warroom::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

QString told(const std::vector<Doubt>& doubts)
{
    static const QMap<Doubt::Kind, QString> kinds{{Doubt::Kind::Missing, u"missing before"_s},
        {Doubt::Kind::TooEarly, u"earlier than"_s}, {Doubt::Kind::Ahead, u"ahead of now:"_s},
        {Doubt::Kind::DaysOff, u"days off"_s}};
    QStringList all;
    for (const Doubt& doubt : doubts) {
        all << playbook::word(doubt.milestone) + u' ' + kinds[doubt.kind] + u' ' + playbook::word(doubt.against);
    }
    return all.join(u", "_s);
}

QString doubtsAt(const Story& story, Instant now)
{
    return told(milestoneDoubts(milestoneTimes(story.state()), story.state().falseAlarm, now));
}

} // namespace

/// Times that are worth a look.
class TstDoubts : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void whatLooksWrong_data();
    void whatLooksWrong();
    void nothingIsMissingInAFalseAlarm();
    void aLongIncidentIsNoDoubt();
};

/// Declared at 14:00; looked at at 16:00.
void TstDoubts::whatLooksWrong_data()
{
    QTest::addColumn<QStringList>("reached");
    QTest::addColumn<QString>("doubts");
    const auto row = [](const char* sentence, const QStringList& reached, const char* doubts) {
        QTest::newRow(sentence) << reached << QString::fromLatin1(doubts);
    };
    row("just declared", {}, "");
    row("as it should be",
        {u"impact_started 13:40"_s, u"detected 13:50"_s, u"acknowledged 13:55"_s, u"mitigated 15:00"_s,
            u"resolved 15:30"_s},
        "");
    row("acknowledged before anybody declared it", {u"detected 13:50"_s, u"acknowledged 13:51"_s}, "");
    row("nobody acknowledged and it is mitigated", {u"mitigated 15:00"_s}, "acknowledged missing before mitigated");
    row("resolved and nothing else", {u"resolved 15:30"_s},
        "impact_started missing before resolved, detected missing before resolved, acknowledged missing before "
        "resolved, mitigated missing before resolved");
    row("detected before it began", {u"impact_started 13:50"_s, u"detected 13:40"_s},
        "detected earlier than impact_started");
    row("held against the latest of those before it",
        {u"impact_started 13:40"_s, u"detected 13:58"_s, u"acknowledged 13:30"_s},
        "acknowledged earlier than detected");
    row("detected after it was declared", {u"detected 14:10"_s}, "declared earlier than detected");
    row("the same minute is in order", {u"detected 13:50"_s, u"acknowledged 13:50"_s}, "");
    row("ahead", {u"mitigated 16:03"_s, u"acknowledged 14:05"_s}, "mitigated ahead of now: mitigated");
    row("two minutes ahead are allowed", {u"mitigated 16:02"_s, u"acknowledged 14:05"_s}, "");
    row("yesterday's date", {u"detected 2026-01-30T13:50"_s}, "detected days off declared");
    row("last year's date", {u"impact_started 2025-01-31T13:50"_s}, "impact_started days off declared");
    row("the evening before is none", {u"impact_started 2026-01-30T20:00"_s}, "");
}

void TstDoubts::whatLooksWrong()
{
    QFETCH(QStringList, reached);
    Story story = Story::declared();
    for (const QString& each : reached) {
        const Milestone milestone = *playbook::milestoneFromWord(each.section(u' ', 0, 0));
        // Past every rule: logs are merged, and clocks were wrong.
        const EntryId entry = story.write(MilestoneSet{milestone, {}});
        story.write(EntryAmended{entry, at(each.section(u' ', 1)), std::nullopt});
    }
    QTEST(doubtsAt(story, at(u"16:00"_s)), "doubts");
}

void TstDoubts::nothingIsMissingInAFalseAlarm()
{
    Story story = Story::declared();
    story.at(u"14:10"_s).says(Resolve{true, {}});
    QCOMPARE(doubtsAt(story, at(u"16:00"_s)), QString());
}

void TstDoubts::aLongIncidentIsNoDoubt()
{
    Story story = Story::declared();
    story.at(u"14:10"_s).says(SetMilestone{Milestone::Acknowledged, {}});
    story.at(u"2026-02-20T09:00"_s).says(SetMilestone{Milestone::Mitigated, {}});
    QCOMPARE(doubtsAt(story, story.now()), QString());
}

QTEST_GUILESS_MAIN(TstDoubts)
#include "tst_doubts.moc"
