// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/exported.h"
#include "report/parsed.h"
#include "report/story.h"
#include "support/quiettest.h"

using namespace Qt::StringLiterals;
using namespace warroom;
using namespace warroom::incident;
using namespace warroom::report;
using namespace warroom::tests;
using playbook::TimelineChoice;

class TestTimelineTable : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void keyEntriesTellTheStory();
    void pinnedAndAllEntries();
    void retractedRedactedAmended();
    void longEntriesStandUnderTheTable();
    void daysAreShownWhenTheyChange();
    void timesAreOfTheIncidentsZone();
    void aTimeThatThereIsTwiceHasItsZone();
};

void TestTimelineTable::keyEntriesTellTheStory()
{
    Story story(u"2026-01-31T14:00:00Z"_s, u"declared"_s);
    const PersonId bob = story.person(u"Bob Smith"_s);
    story.say(u"2026-01-31T14:01:00Z"_s, SeverityChanged{u"P1"_s, u"severity"_s});
    story.say(u"2026-01-31T14:02:00Z"_s, StatusChanged{u"mitigated"_s, false, u"status"_s});
    story.say(u"2026-01-31T14:03:00Z"_s, MilestoneSet{Milestone::Acknowledged, u"milestone"_s});
    story.say(u"2026-01-31T14:04:00Z"_s, RoleAssigned{u"incident-commander"_s, bob});
    story.say(u"2026-01-31T14:05:00Z"_s, RoleAssigned{u"sme"_s, bob});
    story.say(u"2026-01-31T14:06:00Z"_s, RoleReleased{u"incident-commander"_s, bob});
    story.say(u"2026-01-31T14:07:00Z"_s, Noted{NoteKind::Decision, u"decision"_s});
    story.say(u"2026-01-31T14:08:00Z"_s, Noted{NoteKind::Hypothesis, u"hypothesis"_s});
    const EntryId action = story.say(u"2026-01-31T14:09:00Z"_s, ActionAssigned{bob, {}, u"action"_s});
    story.say(u"2026-01-31T14:10:00Z"_s, ActionMarked{action, Mark::Started});
    story.say(u"2026-01-31T14:11:00Z"_s, ActionMarked{action, Mark::Done});
    story.say(u"2026-01-31T14:12:00Z"_s, UpdateSent{{}, {}, u"update"_s});
    story.pin(u"2026-01-31T14:13:00Z"_s, u"pinned"_s);
    story.say(u"2026-01-31T14:14:00Z"_s, ImpactDescribed{u"impact"_s});
    const EntryId item = story.followUp(u"Bob Smith"_s, {}, {}, u"follow-up"_s);
    story.say(u"2026-01-31T14:15:00Z"_s, ActionMarked{item, Mark::Done});

    const std::vector<QStringList> wanted{{u"14:00"_s, u"declared"_s}, {u"14:01"_s, u"severity"_s},
        {u"14:02"_s, u"status"_s}, {u"14:03"_s, u"milestone"_s}, {u"14:04"_s, u"role-assigned"_s},
        {u"14:06"_s, u"role-released"_s}, {u"14:07"_s, u"decision"_s}, {u"14:11"_s, u"action-marked"_s},
        {u"14:12"_s, u"update"_s}, {u"14:13"_s, u"pinned"_s}};
    const QString document = exported(story);
    QCOMPARE(timelineOf(document), wanted);
    QVERIFY(document.contains(u"## Impact\n\nimpact\n\n- **Users Affected:**"_s));
    QVERIFY(document.contains(u"| follow-up | Bob Smith | no date |  | Done |"_s));
}

void TestTimelineTable::pinnedAndAllEntries()
{
    Story story(u"2026-01-31T14:00:00Z"_s, u"declared"_s);
    story.say(u"2026-01-31T14:02:00Z"_s, Noted{NoteKind::Note, u"said by Carol"_s}, story.person(u"Carol Lee"_s));
    story.pin(u"2026-01-31T14:01:00Z"_s, u"typed later"_s);

    QCOMPARE(eventsOf(exported(story, TimelineChoice::Pinned)), QStringList{u"typed later"_s});
    const std::vector<QStringList> all{{u"14:00"_s, u"declared"_s, u"Alice Chen"_s},
        {u"14:01"_s, u"typed later"_s, u"Alice Chen"_s},
        {u"14:02"_s, u"said by Carol"_s, u"Carol Lee, typed by Alice Chen"_s}};
    QCOMPARE(timelineOf(exported(story, TimelineChoice::All)), all);

    const QString none = exported(Story(u"2026-01-31T14:00:00Z"_s), TimelineChoice::Pinned);
    QVERIFY(none.contains(u"## Timeline (UTC)\n\n_No entries._\n"_s));
}

void TestTimelineTable::retractedRedactedAmended()
{
    Story story(u"2026-01-31T14:00:00Z"_s, u"declared"_s);
    const EntryId wrong = story.pin(u"2026-01-31T14:01:00Z"_s, u"wrong"_s);
    const EntryId secret = story.pin(u"2026-01-31T14:02:00Z"_s, u"hunter2"_s);
    const EntryId vague = story.pin(u"2026-01-31T14:03:00Z"_s, u"vague"_s);
    story.say(u"2026-01-31T14:04:00Z"_s, EntryRetracted{wrong, {}});
    story.say(u"2026-01-31T14:04:00Z"_s, EntryRedacted{{secret}, {}});
    story.say(u"2026-01-31T14:04:00Z"_s, EntryAmended{vague, at(u"2026-01-31T13:59:00Z"_s), u"exact"_s});

    const QString document = exported(story);
    const std::vector<QStringList> wanted{
        {u"13:59"_s, u"exact"_s}, {u"14:00"_s, u"declared"_s}, {u"14:02"_s, u"noted [redacted]"_s}};
    QCOMPARE(timelineOf(document), wanted);
    for (const QString& gone : {u"wrong"_s, u"hunter2"_s, u"vague"_s})
        QVERIFY(!timelineOf(document).empty() && !eventsOf(document).join(u' ').contains(gone));
    QVERIFY(!document.contains(u"hunter2"_s));
}

void TestTimelineTable::longEntriesStandUnderTheTable()
{
    Story story(u"2026-01-31T14:00:00Z"_s, u"declared"_s);
    const QString three = u"one\ntwo\nthree"_s;
    const QString four = three + u"\n  four"_s;
    const QString code = u"Try:\n```sh\nrm *\n```"_s;
    const QString inner = u"````\n```\n````"_s;
    for (const QString& text : {three, four, code, inner})
        story.pin(u"2026-01-31T14:01:00Z"_s, text);

    const QString document = exported(story);
    QCOMPARE(eventsOf(document), (QStringList{u"declared"_s, three, u"one [1]"_s, u"Try: [2]"_s, u"```` [3]"_s}));
    const Parsed parsed = parse(document);
    QCOMPARE(parsed.texts(Block::Kind::Code), (QStringList{four + u'\n', code + u'\n', inner + u'\n'}));
    QVERIFY(parsed.active.isEmpty());
    QVERIFY(document.contains(u"\n\n**\\[2\\]**\n\n````\n"_s + code + u"\n````\n\n**\\[3\\]**\n\n`````\n"_s + inner));
}

void TestTimelineTable::daysAreShownWhenTheyChange()
{
    Story story(u"2026-01-31T23:50:00Z"_s, u"declared"_s);
    story.pin(u"2026-01-31T23:59:00Z"_s, u"late"_s);
    story.pin(u"2026-02-01T00:00:00Z"_s, u"midnight"_s);
    story.pin(u"2026-02-01T00:10:00Z"_s, u"early"_s);
    story.say(u"2026-02-01T00:55:00Z"_s, StatusChanged{u"resolved"_s, false, u"resolved"_s});

    const std::vector<QStringList> wanted{{u"2026-01-31 23:50"_s, u"declared"_s}, {u"23:59"_s, u"late"_s},
        {u"2026-02-01 00:00"_s, u"midnight"_s}, {u"00:10"_s, u"early"_s}, {u"00:55"_s, u"resolved"_s}};
    const QString document = exported(story);
    QCOMPARE(timelineOf(document), wanted);
    QCOMPARE(lineStarting(document, u"**Duration:**"_s),
        u"**Duration:** 1 hour 5 minutes (2026-01-31 23:50 - 2026-02-01 00:55 UTC)\\"_s);
}

void TestTimelineTable::timesAreOfTheIncidentsZone()
{
    Story story(u"2026-01-31T23:30:00Z"_s, u"declared"_s, u"Europe/Berlin"_s);
    story.say(u"2026-02-01T00:00:00Z"_s, StatusChanged{u"resolved"_s, false, u"resolved"_s});
    const QString document = exported(story);
    QVERIFY(document.contains(u"\n## Timeline (Europe/Berlin)\n"_s));
    QCOMPARE(lineStarting(document, u"**Date:**"_s), u"**Date:** 2026-02-01\\"_s);
    QCOMPARE(lineStarting(document, u"**Duration:**"_s), u"**Duration:** 30 minutes (00:30 - 01:00 Europe/Berlin)\\"_s);
    QCOMPARE(timelineOf(document).front(), (QStringList{u"00:30"_s, u"declared"_s}));

    const QString newYork = exported(Story(u"2026-01-31T23:30:00Z"_s, u"declared"_s, u"America/New_York"_s));
    QVERIFY(parse(newYork).texts(Block::Kind::Heading).contains(u"Timeline (America/New_York)"_s));
    QCOMPARE(timelineOf(newYork).front(), (QStringList{u"18:30"_s, u"declared"_s}));
}

void TestTimelineTable::aTimeThatThereIsTwiceHasItsZone()
{
    Story story(u"2026-10-24T23:30:00Z"_s, u"declared"_s, u"Europe/Berlin"_s);
    story.pin(u"2026-10-25T00:30:00Z"_s, u"first"_s);
    story.pin(u"2026-10-25T01:30:00Z"_s, u"second"_s);
    story.pin(u"2026-10-25T02:30:00Z"_s, u"third"_s);
    const std::vector<QStringList> wanted{{u"01:30"_s, u"declared"_s}, {u"02:30 CEST"_s, u"first"_s},
        {u"02:30 CET"_s, u"second"_s}, {u"03:30"_s, u"third"_s}};
    QCOMPARE(timelineOf(exported(story)), wanted);
}

QTEST_APPLESS_MAIN(TestTimelineTable)
#include "tst_timelinetable.moc"
