// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/steps.h"
#include "incident/takeback.h"
#include "support/quiettest.h"

#include <set>

using namespace warroom;
using namespace warroom::incident;
using namespace warroom::tests;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

const PersonId somebody = rosterPersonId(u"bob"_s);
const PersonRef reference{somebody, {}, {}, {}};
const EntryId target = following(Story::act(0), 7);

struct Case {
    Body body;
    std::optional<Command> back;
};

const QDate due(2026, 2, 1);

/// Every kind of body, in the order of the variant.
const std::vector<Case> cases{
    {IncidentDeclared{u"INC"_s, u"P0"_s, u"Investigating"_s, u"t"_s}, {}},
    {IncidentRetitled{u"t"_s}, Retitle{u"t"_s}},
    {PlaybookAdopted{}, {}},
    {PersonIntroduced{}, {}},
    {SeverityChanged{u"P0"_s, u"r"_s}, ChangeSeverity{u"P0"_s, u"r"_s}},
    {StatusChanged{u"Monitoring"_s, false, u"t"_s}, ChangeStatus{u"Monitoring"_s, u"t"_s}},
    {StatusChanged{u"Resolved"_s, true, u"t"_s}, Resolve{true, u"t"_s}},
    {MilestoneSet{Milestone::Detected, u"t"_s}, SetMilestone{Milestone::Detected, u"t"_s, false}},
    {ImpactDescribed{u"t"_s}, DescribeImpact{u"t"_s}},
    {RoleAssigned{u"scribe"_s, somebody}, AssignRole{u"scribe"_s, reference}},
    {RoleReleased{u"scribe"_s, somebody}, ReleaseRole{u"scribe"_s, reference}},
    {UpdateSent{u"team"_s, Instant{5ms}, u"t"_s, u"c"_s, u"n"_s},
        SendUpdate{u"team"_s, {}, Instant{5ms}, u"t"_s, u"c"_s, u"n"_s, {}, {}}},
    {CadenceSet{u"team"_s, 5min}, SetCadence{u"team"_s, 5min}},
    {Noted{NoteKind::Decision, u"t"_s}, Note{NoteKind::Decision, u"t"_s, false}},
    {ActionAssigned{somebody, 10min, u"t"_s}, AssignAction{reference, 10min, u"t"_s}},
    {ActionAssigned{{}, {}, u"t"_s}, AssignAction{{}, {}, u"t"_s}},
    {ActionMarked{target, Mark::Dropped}, MarkAction{target, Mark::Dropped}},
    {OwnerChanged{target, {}}, ChangeOwner{target, {}}},
    {RunbookAttached{u"c0ffee"_s, 2, {{0, {1, 2}}}, u"t"_s, u"f.md"_s, u"ask?\tyes\tno\nact"_s},
        AttachRunbook{u"t"_s, u"f.md"_s, {u"ask?\tyes\tno"_s, u"act"_s}, {{0, {1, 2}}}, {}, u"c0ffee"_s}},
    {StepMarked{target, 2, StepMark::Skipped, 1, u"x"_s}, MarkStep{target, 2, StepMark::Skipped, 1, u"x"_s}},
    {StepNoted{target, 2, true, u"x"_s}, NoteStep{target, 2, true, u"x"_s}},
    {VariableSet{u"<pod>"_s, u"x"_s}, SetVariable{u"<pod>"_s, u"x"_s}},
    {FollowUpProposed{somebody, due, u"P1"_s, u"t"_s}, ProposeFollowUp{reference, due, u"P1"_s, u"t"_s}},
    {AlertChanged{u"a1b2"_s, Instant{}, AlertState::Resolved, u"x"_s, u"pod=p-3"_s},
        TellAlert{u"a1b2"_s, Instant{}, AlertState::Resolved, u"x"_s, {{u"pod"_s, u"p-3"_s}}}},
    {SectionWritten{u"lessons"_s, u"t"_s}, WriteSection{u"lessons"_s, u"t"_s}},
    {EntryFlagged{target, Flag::Sensitive, false}, FlagEntry{target, Flag::Sensitive, false}},
    {EntryAmended{target, {}, u"t"_s}, {}},
    {EntryRetracted{target, {}}, {}},
    {EntryRedacted{{target}, {}}, {}},
    {Unknown{u"later"_s}, {}},
};

Command note(const QString& text) { return Note{NoteKind::Note, text, false}; }

} // namespace

/// What was said last, and what says it again.
class TstTakeBack : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void everyBodyHasItsCommandOrNone();
    void aPinnedNoteIsPinnedAgain();
    void aSensitiveNoteIsSensitiveAgain();
    void whatWasRedactedHasNoWayBack();
    void whatIsSaidAgainIsAsItWas();
    void anUpdateIsSaidAgainAsOneCommand();
    void theLastActIsThatOfThePersonAndStillStands();
    void aDeclarationIsNoActToTakeBack();
    void theLastEntryToAmendHasAText();
};

void TstTakeBack::everyBodyHasItsCommandOrNone()
{
    std::set<std::size_t> kinds;
    for (const Case& each : cases) {
        Entry entry;
        entry.body = each.body;
        QCOMPARE(commandFor(entry), each.back);
        kinds.insert(each.body.index());
    }
    QCOMPARE(kinds.size(), std::variant_size_v<Body>);
}

void TstTakeBack::aPinnedNoteIsPinnedAgain()
{
    Story story = Story::declared();
    const EntryId act = story.says(Note{NoteKind::Note, u"a"_s, true});
    const std::vector<Saying> again = sayAgain(story.state(), act);
    QCOMPARE(again.size(), std::size_t(1));
    QCOMPARE(again[0].command, (Command(Note{NoteKind::Note, u"a"_s, true})));
}

void TstTakeBack::aSensitiveNoteIsSensitiveAgain()
{
    Story story = Story::declared();
    const EntryId act = story.says(note(u"a"_s));
    story.says(FlagEntry{act, Flag::Sensitive, true});
    const std::vector<Saying> again = sayAgain(story.state(), act);
    QCOMPARE(again[0].command, (Command(Note{NoteKind::Note, u"a"_s, false, true})));
    story.says(RetractAct{act, {}});
    QVERIFY(story.state().entry(story.says(again[0].command))->sensitive);
}

void TstTakeBack::whatWasRedactedHasNoWayBack()
{
    Story story = Story::declared();
    const EntryId act = story.says(note(u"a"_s));
    story.says(RedactEntries{{act}, {}});
    QVERIFY(sayAgain(story.state(), act).empty());
}

void TstTakeBack::whatIsSaidAgainIsAsItWas()
{
    Story story = Story::declared();
    story.at(u"14:20"_s).happened(u"14:10"_s).saidBy(named(u"Bob"_s));
    const EntryId act = story.says(note(u"a"_s));
    story.says(RetractAct{act, {}});
    const std::vector<Saying> again = sayAgain(story.state(), act);
    QCOMPARE(again.size(), std::size_t(1));
    QCOMPARE(again[0].occurredAt, tests::at(u"14:10"_s));
    QVERIFY(again[0].by && again[0].by->id);
    QCOMPARE(story.state().person(*again[0].by->id)->shown(), u"Bob"_s);
    QCOMPARE(again[0].command, note(u"a"_s));
}

void TstTakeBack::anUpdateIsSaidAgainAsOneCommand()
{
    Story story = Story::declared();
    SendUpdate update{{}, u"Mitigating"_s, {}, u"half is back"_s, u"pool"_s, u"wait"_s, u"half"_s, 5min};
    const EntryId act = story.says(update);
    story.says(RetractAct{act, {}});
    const std::vector<Saying> again = sayAgain(story.state(), act);
    QCOMPARE(again.size(), std::size_t(1));
    QCOMPARE(again[0].command, Command(update));
}

void TstTakeBack::theLastActIsThatOfThePersonAndStillStands()
{
    Story story = Story::declared();
    const PersonId alice = rosterPersonId(u"alice"_s);
    const EntryId first = story.at(u"14:20"_s).says(note(u"a"_s));
    const EntryId second = story.at(u"14:30"_s).happened(u"14:01"_s).says(note(u"b"_s));
    story.at(u"14:31"_s).typedBy(named(u"Bob"_s)).says(note(u"c"_s));
    const Instant early = tests::at(u"14:00"_s);
    QCOMPARE(lastAct(story.state(), alice, early), second);
    QCOMPARE(lastAct(story.state(), alice, tests::at(u"14:32"_s)), std::optional<EntryId>());
    story.says(RetractAct{second, {}});
    QCOMPARE(lastAct(story.state(), alice, early), first);
    QCOMPARE(lastAct(story.state(), alice, tests::at(u"14:25"_s)), std::optional<EntryId>());
}

void TstTakeBack::aDeclarationIsNoActToTakeBack()
{
    const Story story = Story::declared();
    QCOMPARE(lastAct(story.state(), rosterPersonId(u"alice"_s), {}), std::optional<EntryId>());
}

void TstTakeBack::theLastEntryToAmendHasAText()
{
    Story story = Story::declared();
    const PersonId alice = rosterPersonId(u"alice"_s);
    const EntryId text = story.says(note(u"a"_s));
    story.says(AssignRole{u"scribe"_s, named(u"Bob"_s)});
    QVERIFY(lastToAmend(story.state(), alice));
    QCOMPARE(lastToAmend(story.state(), alice)->id, text);
    story.says(RetractAct{text, {}});
    QCOMPARE(lastToAmend(story.state(), alice)->id, Story::act(0));
    QCOMPARE(lastToAmend(story.state(), rosterPersonId(u"carol"_s)), nullptr);
}

QTEST_GUILESS_MAIN(TstTakeBack)
#include "tst_takeback.moc"
