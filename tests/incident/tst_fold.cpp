// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/codec.h"
#include "incident/steps.h"
#include "support/quiettest.h"

using namespace warroom;
using namespace warroom::incident;
using namespace warroom::tests;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

Command severity(const char* label) { return ChangeSeverity{QString::fromLatin1(label), {}}; }
Command note(const QString& text) { return Note{NoteKind::Note, text, false}; }
const PersonRef bob = named(u"Bob"_s);
const PersonRef carol = onRoster(u"carol"_s, u"Carol Lee"_s);

} // namespace

/// What the entries add up to.
class TstFold : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void theValueOfTheLatestMomentIsInForce_data();
    void theValueOfTheLatestMomentIsInForce();
    void atTheSameMomentTheOneWrittenLaterIsInForce();
    void atTheSameMomentAndClockTheGreaterIdIsInForce();
    void theNarrativeIsByWhatHappened_data();
    void theNarrativeIsByWhatHappened();
    void updatesAreNumberedApart();
    void aMarkShowsTheNumberOfItsAction();
    void actionsAreMarked();
    void actionsChangeOwners();
    void rolesAreHeld();
    void theCommanderIsWhoTookItLast();
    void whoSaidItIsNotWhoTypedIt();
    void anEntryOfANewerWarroomIsKept();
    void anUnknownEntryCanBeRetracted();
    void oddEntriesAreCounted();
    void theZoneIsThePlaybooks();
    void takingInEntriesSaysWhatChanged();
    void rowsThatDoNotChangeStayTheSame();
};

void TstFold::theValueOfTheLatestMomentIsInForce_data()
{
    QTest::addColumn<Steps>("steps");
    QTest::addColumn<QString>("then");
    QTest::newRow("declared") << Steps{} << u"P1 since 14:00"_s;
    QTest::newRow("changed") << Steps{{u"14:10"_s, severity("P0")}} << u"P0 since 14:10"_s;
    QTest::newRow("about a while ago") << Steps{{u"14:10"_s, severity("P0"), u"14:05"_s}} << u"P0 since 14:05"_s;
    QTest::newRow("late, about an earlier moment than the present one's")
        << Steps{{u"14:10"_s, severity("P0")}, {u"14:20"_s, severity("P2"), u"14:05"_s}} << u"P0 since 14:10"_s;
    QTest::newRow("late, about a moment before the declaration")
        << Steps{{u"14:20"_s, severity("P2"), u"13:00"_s}} << u"P1 since 14:00"_s;
    QTest::newRow("late, and then about now")
        << Steps{{u"14:10"_s, severity("P0")}, {u"14:20"_s, severity("P2"), u"14:05"_s}, {u"14:21"_s, severity("P2")}}
        << u"P2 since 14:21"_s;
}

void TstFold::theValueOfTheLatestMomentIsInForce()
{
    QFETCH(Steps, steps);
    QFETCH(QString, then);
    Story story = Story::declared();
    tell(story, steps);
    QCOMPARE(inForce(story.state().severity), then);
    // The same holds for every field.
    const auto replaced = [&](auto make) {
        Steps same = steps;
        for (Step& step : same)
            step.command = make(std::get<ChangeSeverity>(step.command).severity);
        Story other = Story::declared();
        tell(other, same);
        return other;
    };
    const auto titled = replaced([](const QString& text) { return Retitle{text}; });
    QCOMPARE(inForce(titled.state().title), QString(then).replace(u"P1"_s, u"Sockets drop"_s));
    if (then.startsWith(u"P1"_s))
        return;
    const auto described = replaced([](const QString& text) { return DescribeImpact{text}; });
    QCOMPARE(inForce(described.state().impact), then);
    const auto written = replaced([](const QString& text) { return WriteSection{u"lessons"_s, text}; });
    QCOMPARE(inForce(written.state().sections[u"lessons"_s]), then);
}

void TstFold::atTheSameMomentTheOneWrittenLaterIsInForce()
{
    Story story = Story::declared();
    tell(story, {{u"14:10"_s, severity("P0")}, {u"14:11"_s, severity("P2"), u"14:10"_s}});
    QCOMPARE(inForce(story.state().severity), u"P2 since 14:10"_s);
    tell(story, {{u"14:12"_s, severity("P1"), u"14:10"_s}});
    QCOMPARE(inForce(story.state().severity), u"P1 since 14:10"_s);
}

void TstFold::atTheSameMomentAndClockTheGreaterIdIsInForce()
{
    Story one = Story::declared();
    Story two = one;
    one.at(u"14:10"_s).says(severity("P0"));
    two.inStore(1).at(u"14:10"_s).says(severity("P2"));
    QCOMPARE(one.events().back().envelope.hlc, two.events().back().envelope.hlc);
    QVERIFY(one.events().back().envelope.id < two.events().back().envelope.id);
    one.merge(two);
    two.merge(Story(one));
    QCOMPARE(one.state().severity.value, u"P2"_s);
    QCOMPARE(two.state().severity.value, u"P2"_s);
    QVERIFY(one.state() == two.state());
}

void TstFold::theNarrativeIsByWhatHappened_data()
{
    QTest::addColumn<Steps>("steps");
    QTest::addColumn<QString>("then");
    const Step a{u"14:10"_s, note(u"a"_s)};
    QTest::newRow("as typed") << Steps{a, {u"14:11"_s, note(u"b"_s)}} << u"14:10 note 'a'; 14:11 note 'b'"_s;
    QTest::newRow("typed late") << Steps{a, {u"14:11"_s, note(u"b"_s), u"14:09:59"_s}}
                                << u"14:09:59 note 'b'; 14:10 note 'a'"_s;
    QTest::newRow("in the same minute") << Steps{a, {u"14:11"_s, note(u"b"_s), u"14:10"_s},
        {u"14:12"_s, note(u"c"_s), u"14:10"_s}}
                                        << u"14:10 note 'a'; 14:10 note 'b'; 14:10 note 'c'"_s;
    QTest::newRow("on another day") << Steps{a, {u"14:11"_s, note(u"b"_s), u"2026-02-01T14:09"_s},
        {u"2026-02-01T14:12"_s, note(u"c"_s), u"2026-02-01T00:01"_s}}
                                    << u"14:10 note 'a'; 2026-02-01 00:01 note 'c'"_s; // b was refused
}

void TstFold::theNarrativeIsByWhatHappened()
{
    QFETCH(Steps, steps);
    QFETCH(QString, then);
    Story story = Story::declared();
    tell(story, steps);
    QCOMPARE(told(story.state()), then);
}

void TstFold::updatesAreNumberedApart()
{
    Story story = Story::declared();
    const Command update = SendUpdate{{}, {}, {}, u"x"_s};
    story.says(AssignAction{{}, {}, u"drain"_s});
    story.says(update);
    story.says(update);
    story.says(RetractAct{Story::act(2), {}});
    story.says(update);
    QCOMPARE(story.state().updates.size(), 2u);
    QCOMPARE(story.state().updates[0].number, 2);
    QCOMPARE(story.state().updates[1].number, 3);
    QCOMPARE(story.state().entry(Story::act(5))->number, 3);
}

void TstFold::aMarkShowsTheNumberOfItsAction()
{
    Story story = Story::declared();
    story.says(AssignAction{{}, {}, u"drain"_s});
    story.says(ProposeFollowUp{{}, {}, {}, u"review"_s});
    story.says(MarkAction{Story::act(2), Mark::Done});
    story.says(MarkAction{Story::act(1), Mark::Started});
    QCOMPARE(story.state().entry(Story::act(3))->number, 2);
    QCOMPARE(story.state().entry(Story::act(4))->number, 1);
}

void TstFold::actionsAreMarked()
{
    Story story = Story::declared();
    story.says(AssignAction{bob, 10min, u"drain"_s}); // the owner's introduction is the act's first entry
    const Action& before = story.state().actions.front();
    QCOMPARE(word(before.state.value), u"open"_s);
    QCOMPARE(before.entry, Story::entry(1, 1));
    QCOMPARE(before.assignedAt, tests::at(u"14:01"_s));
    QCOMPARE(nameOf(*before.owner.value, story.state()), u"Bob"_s);
    story.says(MarkAction{Story::entry(1, 1), Mark::Started});
    QCOMPARE(word(story.state().actions.front().state.value), u"started"_s);
    story.says(MarkAction{Story::entry(1, 1), Mark::Done});
    story.happened(u"14:01:30"_s).says(MarkAction{Story::entry(1, 1), Mark::Dropped});
    QCOMPARE(word(story.state().actions.front().state.value), u"done"_s);
    QCOMPARE(story.state().actions.front().state.since(), tests::at(u"14:03"_s));
    story.says(RetractAct{Story::act(3), {}});
    QCOMPARE(word(story.state().actions.front().state.value), u"started"_s);
}

void TstFold::actionsChangeOwners()
{
    Story story = Story::declared();
    story.says(AssignAction{{}, {}, u"drain"_s});
    story.says(ProposeFollowUp{bob, {}, {}, u"review"_s});
    const EntryId review = Story::entry(2, 1); // behind the introduction of its owner
    QVERIFY(!story.state().actions.front().owner.value);
    story.says(ChangeOwner{Story::act(1), bob});
    story.says(ChangeOwner{review, carol});
    QCOMPARE(nameOf(*story.state().actions.front().owner.value, story.state()), u"Bob"_s);
    QCOMPARE(nameOf(*story.state().followUps.front().owner.value, story.state()), u"Carol Lee"_s);
    QCOMPARE(story.state().entry(Story::act(3))->number, 1);
    // Whoever had it for a while that is over is history.
    story.happened(u"14:02:30"_s).says(ChangeOwner{Story::act(1), carol});
    QCOMPARE(nameOf(*story.state().actions.front().owner.value, story.state()), u"Bob"_s);
    // Moved to a later time, the action still has the owner it was given since.
    story.says(AmendEntry{Story::act(1), tests::at(u"14:04"_s), {}});
    QCOMPARE(nameOf(*story.state().actions.front().owner.value, story.state()), u"Bob"_s);
    story.says(RetractAct{Story::act(3), {}});
    QCOMPARE(nameOf(*story.state().actions.front().owner.value, story.state()), u"Carol Lee"_s);
    story.says(ChangeOwner{review, {}});
    QVERIFY(!story.state().followUps.front().owner.value);
}

void TstFold::rolesAreHeld()
{
    Story story = Story::declared();
    story.says(AssignRole{u"scribe"_s, bob});
    story.says(AssignRole{u"scribe"_s, carol});
    QCOMPARE(holders(story.state(), u"scribe"_s), u"Carol Lee"_s);
    story.says(AssignRole{u"on-call"_s, carol});
    story.says(AssignRole{u"on-call"_s, bob});
    QCOMPARE(holders(story.state(), u"on-call"_s), u"Carol Lee, Bob"_s);
    story.says(ReleaseRole{u"on-call"_s, carol});
    QCOMPARE(holders(story.state(), u"on-call"_s), u"Bob"_s);
    story.says(AssignRole{u"on-call"_s, carol});
    QCOMPARE(holders(story.state(), u"on-call"_s), u"Bob, Carol Lee"_s);
    // Somebody had it for a while that is over: history.
    story.happened(u"14:00:30"_s).says(AssignRole{u"scribe"_s, bob});
    QCOMPARE(holders(story.state(), u"scribe"_s), u"Carol Lee"_s);
    story.says(ReleaseRole{u"scribe"_s, {}});
    QCOMPARE(holders(story.state(), u"scribe"_s), QString());
    QCOMPARE(holders(story.state(), u"on"_s), QString());
}

void TstFold::theCommanderIsWhoTookItLast()
{
    Story story = Story::declared();
    QVERIFY(!story.state().commander());
    story.says(AssignRole{u"scribe"_s, carol});
    QVERIFY(!story.state().commander());
    story.says(AssignRole{u"incident-commander"_s, bob});
    QCOMPARE(nameOf(*story.state().commander(), story.state()), u"Bob"_s);
    story.says(AssignRole{u"incident-commander"_s, carol});
    QCOMPARE(nameOf(*story.state().commander(), story.state()), u"Carol Lee"_s);
    story.says(ReleaseRole{u"incident-commander"_s, {}});
    QVERIFY(!story.state().commander());

    Declare declare = Story::declaration();
    declare.playbook.roles.front().several = true;
    Story shared;
    shared.says(declare);
    shared.says(AssignRole{u"incident-commander"_s, bob});
    shared.says(AssignRole{u"incident-commander"_s, carol});
    QCOMPARE(holders(shared.state(), u"incident-commander"_s), u"Bob, Carol Lee"_s);
    QCOMPARE(nameOf(*shared.state().commander(), shared.state()), u"Carol Lee"_s);
}

void TstFold::whoSaidItIsNotWhoTypedIt()
{
    Story story = Story::declared();
    story.saidBy(bob).says(note(u"a"_s));
    story.says(note(u"b"_s));
    const Entry* byBob = story.state().entry(Story::entry(1, 1));
    QCOMPARE(nameOf(byBob->author, story.state()), u"Alice Chen"_s);
    QCOMPARE(nameOf(byBob->by, story.state()), u"Bob"_s);
    QCOMPARE(story.state().entry(Story::act(2))->by, story.state().entry(Story::act(2))->author);
}

void TstFold::anEntryOfANewerWarroomIsKept()
{
    Story story = Story::declared();
    story.says(note(u"a"_s));
    std::vector<Event> events = story.events();
    for (const auto& [type, version] : {std::pair(u"pager-rang"_s, 1), {u"noted"_s, 2}}) {
        Envelope envelope = events.back().envelope;
        envelope.type = type;
        envelope.version = version;
        std::vector<Event> newer = events;
        newer.back() = decode(envelope);
        const IncidentState state = fold(newer);
        QCOMPARE(told(state), u"14:01 unknown "_s + type);
        QCOMPARE(anomalies(state), u"unreadable-entry 1"_s);
        QCOMPARE(newer.back().envelope, envelope);
    }
}

void TstFold::anUnknownEntryCanBeRetracted()
{
    Story story = Story::declared();
    story.write(Unknown{u"pager-rang"_s});
    QCOMPARE(anomalies(story.state()), u"unreadable-entry 1"_s);
    story.says(RetractAct{Story::act(1), {}});
    QCOMPARE(told(story.state()), u"14:01 unknown pager-rang (retracted)"_s);
    QCOMPARE(anomalies(story.state()), u"nothing"_s);
}

void TstFold::oddEntriesAreCounted()
{
    Story undeclared;
    undeclared.write(Noted{NoteKind::Note, u"a"_s});
    undeclared.write(Noted{NoteKind::Note, u"b"_s});
    QCOMPARE(anomalies(undeclared.state()), u"not-declared 0"_s);
    QCOMPARE(timeline(undeclared.state()), u"14:00 note 'a'; 14:01 note 'b'"_s);
    undeclared.write(IncidentDeclared{u"INC-1"_s, u"P1"_s, {}, u"x"_s});
    QCOMPARE(anomalies(undeclared.state()), u"nothing"_s);
    QCOMPARE(anomalies(fold({})), u"nothing"_s);

    Story story = Story::declared();
    story.write(IncidentDeclared{u"INC-2"_s, u"P0"_s, {}, u"another"_s});
    QCOMPARE(anomalies(story.state()), u"declared-twice 1"_s);
    QCOMPARE(story.state().label + story.state().severity.value + story.state().title.value,
        u"INC-2026-01-31-001P1Sockets drop"_s);

    const EntryId nobodys = Story::act(77);
    Story odd = Story::declared();
    odd.write(ActionMarked{nobodys, Mark::Done});
    odd.write(EntryFlagged{nobodys, Flag::Pinned, true});
    odd.write(EntryAmended{nobodys, {}, u"x"_s});
    odd.write(EntryRetracted{nobodys, {}});
    odd.write(EntryRedacted{{nobodys, Story::act(0)}, {}});
    QCOMPARE(anomalies(odd.state()),
        u"unknown-target 1; unknown-target 2; unknown-target 3; unknown-target 4; unknown-target 5"_s);
}

void TstFold::theZoneIsThePlaybooks()
{
    QCOMPARE(Story::declared().state().zone().id(), QByteArray("Europe/Berlin"));
    for (const QString& zone : {u"Middle/Earth"_s, QString(), u"Zürich"_s}) {
        Declare declare = Story::declaration();
        declare.playbook.zone = zone;
        Story story;
        story.says(declare);
        QCOMPARE(story.state().zone(), QTimeZone::utc());
    }
}

void TstFold::takingInEntriesSaysWhatChanged()
{
    Story story = Story::declared();
    const std::vector<Event> declared = story.events();
    story.says(note(u"a"_s));
    const Event a = story.events().back();
    story.says(note(u"b"_s));
    const Event b = story.events().back();
    story.says(AmendEntry{Story::act(1), {}, u"c"_s});
    const Event amendment = story.events().back();

    Log log;
    QCOMPARE(log.take({}), Log::Change::None);
    QCOMPARE(log.take(declared), Log::Change::Appended);
    QCOMPARE(log.take({b}), Log::Change::Appended);
    QCOMPARE(log.take({b}), Log::Change::None);
    QCOMPARE(log.take(declared), Log::Change::None);
    QCOMPARE(log.take({b, a}), Log::Change::Refolded); // a comes before b
    QCOMPARE(log.take({amendment, amendment}), Log::Change::Refolded);
    QCOMPARE(log.events().size(), story.events().size());
    QVERIFY(log.state() == story.state());
}

void TstFold::rowsThatDoNotChangeStayTheSame()
{
    Story story = Story::declared();
    story.says(note(u"a"_s));
    story.says(note(u"b"_s));
    const std::vector<EntryPtr> before = story.state().entries;
    story.happened(u"14:01:30"_s).says(note(u"c"_s));
    story.says(FlagEntry{Story::act(2), Flag::Pinned, true});
    const std::vector<EntryPtr> after = story.state().entries;
    QCOMPARE(after[0], before[0]);
    QCOMPARE(after[1], before[1]);
    QVERIFY(after[3] != before[2]); // b, which is pinned now
    QVERIFY(!before[2]->pinned); // what somebody holds never changes
    QCOMPARE(story.state().byId.value(Story::act(2)), after[3]);
}

QTEST_APPLESS_MAIN(TstFold)
#include "tst_fold.moc"
