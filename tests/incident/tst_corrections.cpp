// SPDX-License-Identifier: GPL-3.0-or-later
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

} // namespace

/// What was amended, retracted, redacted or flagged.
class TstCorrections : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void amendmentsMoveTextAndTime();
    void anAmendedValueMovesInItsField();
    void theLastAmendmentHolds();
    void whatWasRetractedWasNeverSaid();
    void aRetractedActIsStruckAsAWhole();
    void whatComesAfterItsRetractionIsRetractedToo();
    void redactedTextIsBlankEverywhere();
    void anEntryEmptiedOnDiskIsRedacted();
    void aRedactedNameIsBlank();
    void numbersNeverMove();
    void flagsComeAndGo();
};

void TstCorrections::amendmentsMoveTextAndTime()
{
    Story story = Story::declared();
    tell(story, {{u"14:10"_s, note(u"a"_s)}, {u"14:11"_s, note(u"b"_s)}});
    story.says(AmendEntry{Story::act(2), tests::at(u"14:05"_s), {}});
    QCOMPARE(told(story.state()), u"14:05 note 'b' (amended); 14:10 note 'a'"_s);
    story.says(AmendEntry{Story::act(1), {}, u"A"_s});
    QCOMPARE(told(story.state()), u"14:05 note 'b' (amended); 14:10 note 'A' (amended)"_s);
    QCOMPARE(std::get<Noted>(story.events()[3].body).text, u"a"_s); // the log keeps what it was
    // Before the declaration and back.
    story.says(AmendEntry{Story::act(2), tests::at(u"13:00"_s), u"B"_s});
    QVERIFY(timeline(story.state()).startsWith(u"13:00 note 'B' (amended); 14:00 declared"_s));
}

void TstCorrections::anAmendedValueMovesInItsField()
{
    Story story = Story::declared();
    tell(story, {{u"14:10"_s, severity("P0")}, {u"14:20"_s, severity("P2")}});
    story.says(AmendEntry{Story::act(2), tests::at(u"14:05"_s), {}});
    QCOMPARE(inForce(story.state().severity), u"P0 since 14:10"_s);
    story.says(AmendEntry{Story::act(0), {}, u"Sockets"_s});
    QCOMPARE(story.state().title.value, u"Sockets"_s);
    story.says(DescribeImpact{u"Europe"_s});
    story.says(AmendEntry{Story::act(5), {}, u"half of Europe"_s});
    QCOMPARE(story.state().impact.value, u"half of Europe"_s);
}

void TstCorrections::theLastAmendmentHolds()
{
    Story story = Story::declared();
    tell(story, {{u"14:10"_s, note(u"a"_s)}});
    story.says(AmendEntry{Story::act(1), tests::at(u"14:05"_s), u"b"_s});
    story.says(AmendEntry{Story::act(1), {}, u"c"_s});
    QCOMPARE(told(story.state()), u"14:05 note 'c' (amended)"_s); // the first one's time stays
    story.says(AmendEntry{Story::act(1), tests::at(u"14:10"_s), u"a"_s});
    QCOMPARE(told(story.state()), u"14:10 note 'a' (amended)"_s);
    QCOMPARE(story.state().amendments[Story::act(1)].size(), 3u);
}

void TstCorrections::whatWasRetractedWasNeverSaid()
{
    const std::vector<Command> all{Retitle{u"x"_s}, severity("P0"), Resolve{true, {}},
        ChangeStatus{u"Monitoring"_s, {}}, SetMilestone{Milestone::Detected, {}}, DescribeImpact{u"x"_s},
        AssignRole{u"scribe"_s, onRoster(u"alice"_s, {})}, SendUpdate{{}, u"Monitoring"_s, {}, u"x"_s},
        SetCadence{{}, 5min}, Note{NoteKind::Note, u"x"_s, true}, AssignAction{{}, {}, u"x"_s},
        ProposeFollowUp{{}, {}, {}, u"x"_s}, WriteSection{u"lessons"_s, u"x"_s},
        FlagEntry{Story::act(1), Flag::Pinned, true}, MarkAction{Story::act(1), Mark::Done}};
    for (const Command& command : all) {
        Story story = Story::declared();
        story.says(AssignAction{{}, {}, u"drain"_s});
        const IncidentState before = story.state();
        const EntryId act = story.says(command);
        story.says(RetractAct{act, {}});
        const IncidentState& after = story.state();
        QVERIFY(after.title == before.title && after.severity == before.severity && after.status == before.status);
        QVERIFY(after.impact == before.impact && after.falseAlarm == before.falseAlarm);
        QCOMPARE(milestones(after), milestones(before));
        QVERIFY(after.roles == before.roles && after.cadences == before.cadences && after.sections == before.sections);
        QVERIFY(after.actions == before.actions && after.followUps == before.followUps);
        QVERIFY(after.updates == before.updates && after.flags == before.flags);
        QVERIFY(after.conflicts.empty() && after.anomalies.empty());
        for (const EntryPtr& entry : after.entries)
            QCOMPARE(entry->retracted, entry->act == act);
    }
}

void TstCorrections::aRetractedActIsStruckAsAWhole()
{
    Story story = Story::declared();
    story.says(SendUpdate{{}, u"Monitoring"_s, {}, u"better"_s});
    story.says(RetractAct{Story::act(1), u"too early"_s});
    QCOMPARE(told(story.state()), u"14:01 status Monitoring (retracted); 14:01 update 'better' (retracted)"_s);
    // Who took part stays known.
    story.says(AssignRole{u"scribe"_s, bob});
    story.says(RetractAct{Story::act(3), {}});
    QCOMPARE(holders(story.state(), u"scribe"_s), QString());
    QCOMPARE(nameOf(PersonId{Story::act(3).uuid}, story.state()), u"Bob"_s);
}

void TstCorrections::whatComesAfterItsRetractionIsRetractedToo()
{
    // A store that lacks part of an act learns of the retraction first.
    Story story = Story::declared();
    const std::vector<Event> before = story.events();
    story.says(SendUpdate{{}, u"Monitoring"_s, {}, u"better"_s});
    story.says(RetractAct{Story::act(1), {}});
    Log log;
    log.take(before);
    log.take({story.events()[before.size() + 2]});
    log.take({story.events()[before.size()]});
    log.take({story.events()[before.size() + 1]});
    QVERIFY(log.state() == story.state());
}

void TstCorrections::redactedTextIsBlankEverywhere()
{
    const std::vector<Command> all{note(u"secret"_s), ChangeStatus{u"Monitoring"_s, u"secret"_s},
        ChangeSeverity{u"P0"_s, u"secret"_s}, SetMilestone{Milestone::Detected, u"secret"_s}, Retitle{u"secret"_s},
        DescribeImpact{u"secret"_s}, SendUpdate{{}, {}, {}, u"secret"_s}, AssignAction{{}, {}, u"secret"_s},
        ProposeFollowUp{{}, {}, {}, u"secret"_s}, WriteSection{u"lessons"_s, u"secret"_s}};
    const auto secrets = [](const IncidentState& state) {
        QString read = timeline(state) + state.title.value + state.impact.value + numbers(state);
        for (const Update& update : state.updates)
            read += update.text;
        for (const auto& section : state.sections)
            read += section.value;
        return read.count(u"secret"_s);
    };
    for (const Command& command : all) {
        Story story = Story::declared();
        const EntryId act = story.says(command);
        const QString facts = milestones(story.state()) + inForce(story.state().severity);
        const auto shownTwice = secrets(story.state());
        QVERIFY(shownTwice >= 1);
        story.says(AmendEntry{act, {}, u"a secret"_s});
        QCOMPARE(secrets(story.state()), shownTwice);
        story.says(RedactEntries{{act}, {}});
        QCOMPARE(secrets(story.state()), 0);
        QVERIFY(story.state().entry(act)->redacted);
        QVERIFY(!story.state().entry(Story::act(0))->redacted);
        QCOMPARE(milestones(story.state()) + inForce(story.state().severity), facts); // facts stay
        for (const Action& action : story.state().actions)
            QVERIFY(action.redacted);
        for (const FollowUp& followUp : story.state().followUps)
            QVERIFY(followUp.redacted);
    }
}

void TstCorrections::anEntryEmptiedOnDiskIsRedacted()
{
    Story story = Story::declared();
    story.says(note(u"secret"_s));
    std::vector<Event> events = story.events();
    events.back() = Story::emptied(events.back());
    QVERIFY(events.back().redacted());
    const IncidentState state = fold(events);
    QCOMPARE(told(state), u"14:01 note (redacted)"_s);
    QVERIFY(!state.entry(Story::act(0))->redacted);
    story.says(SetMilestone{Milestone::Detected, {}}); // never had any prose
    QVERIFY(!story.events().back().redacted());
}

void TstCorrections::aRedactedNameIsBlank()
{
    Story story = Story::declared();
    story.says(AssignRole{u"scribe"_s, PersonRef{{}, {}, u"Bob"_s, u"bobby"_s}});
    const PersonId person = story.state().holders(u"scribe"_s).front();
    QCOMPARE(story.state().person(person)->shown(), u"Bob"_s);
    story.says(RedactEntries{{Story::act(1)}, {}});
    QCOMPARE(story.state().person(person)->name + story.state().person(person)->handle, QString());
    QCOMPARE(story.state().holders(u"scribe"_s), std::vector{person});
}

void TstCorrections::numbersNeverMove()
{
    Story story = Story::declared();
    story.says(AssignAction{{}, {}, u"drain"_s});
    story.says(ProposeFollowUp{{}, {}, {}, u"review"_s});
    story.says(AssignAction{{}, {}, u"restart"_s});
    QCOMPARE(numbers(story.state()), u"1 drain, 2 review, 3 restart"_s);
    story.says(RetractAct{Story::act(2), {}});
    QCOMPARE(numbers(story.state()), u"1 drain, 3 restart"_s);
    QCOMPARE(story.state().entry(Story::act(2))->number, 2);
    story.happened(u"13:00"_s).says(AssignAction{{}, {}, u"late"_s});
    QCOMPARE(numbers(story.state()), u"1 drain, 3 restart, 4 late"_s);
    story.says(AmendEntry{Story::act(3), tests::at(u"13:30"_s), u"restart all"_s});
    QCOMPARE(numbers(story.state()), u"1 drain, 3 restart all, 4 late"_s);
    story.says(RedactEntries{{Story::act(1)}, {}});
    QCOMPARE(numbers(story.state()), u"1 , 3 restart all, 4 late"_s);
}

void TstCorrections::flagsComeAndGo()
{
    Story story = Story::declared();
    story.says(Note{NoteKind::Note, u"a"_s, true});
    story.says(FlagEntry{Story::act(1), Flag::Sensitive, true});
    QCOMPARE(told(story.state()), u"14:01 note 'a' (pinned, sensitive)"_s);
    story.says(FlagEntry{Story::act(1), Flag::Pinned, false});
    QCOMPARE(told(story.state()), u"14:01 note 'a' (sensitive)"_s);
    story.says(AmendEntry{Story::act(1), tests::at(u"13:59"_s), {}});
    QVERIFY(timeline(story.state()).startsWith(u"13:59 note 'a' (sensitive, amended)"_s));
    story.says(RetractAct{Story::act(3), {}});
    QVERIFY(timeline(story.state()).startsWith(u"13:59 note 'a' (pinned, sensitive, amended)"_s));
    // Of two about the same flag the later moment counts here too.
    story.happened(u"14:00"_s).says(FlagEntry{Story::act(1), Flag::Pinned, false});
    QVERIFY(story.state().entry(Story::act(1))->pinned);
}

QTEST_APPLESS_MAIN(TstCorrections)
#include "tst_corrections.moc"
