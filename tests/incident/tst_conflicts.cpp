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

/// Two stores that both saw the beginning and then, at 14:10 and 14:12, said something without each other. What was
/// said in the second has ids of store 1.
class Apart
{
public:
    Apart(const Command& here, const Command& there, const std::vector<Command>& before = {})
    {
        for (const Command& command : before)
            one.says(command);
        two = one;
        one.at(u"14:10"_s).says(here);
        two.inStore(1).at(u"14:12"_s).says(there);
    }
    void meet()
    {
        one.merge(two);
        two.merge(one);
    }
    QString inConflict() const { return one.state() == two.state() ? conflicts(one.state()) : u"the stores differ"_s; }

    Story one = Story::declared();
    Story two = one;
};

} // namespace

/// Two values for one field, neither author having seen the other.
class TstConflicts : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void whoDidNotSeeTheOtherIsInConflict_data();
    void whoDidNotSeeTheOtherIsInConflict();
    void oneStoreIsNeverInConflictWithItself();
    void theLaterOneIsInForceInWhicheverStore();
    void sayingItAgainSettlesIt_data();
    void sayingItAgainSettlesIt();
    void whatIsTypedLateSettlesNothing();
    void aThirdThatSawOneOfThemKeepsItOpen();
    void retractingOneSettlesIt();
    void aRetractedBasisCountsAsItsOwnBasis();
    void aValueThatCameBackIsNoNews();
    void aBasisThatIsNotThereIsAConflict();
    void basesThatGoInACircleEnd();
    void anActIsNotInConflictWithItself();
};

void TstConflicts::whoDidNotSeeTheOtherIsInConflict_data()
{
    QTest::addColumn<Command>("here");
    QTest::addColumn<Command>("there");
    QTest::addColumn<QString>("then");
    const auto row = [](const char* sentence, const Command& here, const Command& there, const QString& then) {
        QTest::newRow(sentence) << here << there << then;
    };
    const PersonRef bob = named(u"Bob"_s);
    const PersonRef carol = onRoster(u"carol"_s, u"Carol Lee"_s);
    const auto dropped = [](EntryId entry) { return MarkAction{entry, Mark::Dropped}; };
    row("severity", severity("P0"), severity("P2"), u"severity: 1:0 over 2"_s);
    row("status", ChangeStatus{u"Mitigating"_s, {}}, Resolve{}, u"status: 1:0 over 2"_s);
    row("title", Retitle{u"a"_s}, Retitle{u"b"_s}, u"title: 1:0 over 2"_s);
    row("impact", DescribeImpact{u"a"_s}, DescribeImpact{u"b"_s}, u"impact: 1:0 over 2"_s);
    row("cadence", SetCadence{{}, 5min}, SetCadence{{}, 6min}, u"cadence/: 1:0 over 2"_s);
    row("cadences of two audiences", SetCadence{{}, 5min}, SetCadence{u"board"_s, 6min}, u"nothing"_s);
    row("role", AssignRole{u"scribe"_s, bob}, AssignRole{u"scribe"_s, carol}, u"role/scribe: 1:0+1 over 2+1"_s);
    row("two roles", AssignRole{u"scribe"_s, bob}, AssignRole{u"incident-commander"_s, bob}, u"nothing"_s);
    row("two holders", AssignRole{u"on-call"_s, bob}, AssignRole{u"on-call"_s, carol}, u"nothing"_s);
    row("milestone", SetMilestone{Milestone::Mitigated, {}}, SetMilestone{Milestone::Mitigated, {}},
        u"milestone/mitigated: 1:0 over 2"_s);
    row("section", WriteSection{u"lessons"_s, u"a"_s}, WriteSection{u"lessons"_s, u"b"_s},
        u"section/lessons: 1:0 over 2"_s);
    row("action", MarkAction{Story::act(1), Mark::Done}, dropped(Story::act(1)),
        u"action/%1: 1:0 over 2"_s.arg(Story::act(1).text()));
    row("owner", ChangeOwner{Story::act(1), bob}, ChangeOwner{Story::act(1), carol},
        u"owner/%1: 1:0+1 over 2+1"_s.arg(Story::act(1).text()));
    row("value", SetVariable{u"<pod>"_s, u"a"_s}, SetVariable{u"<pod>"_s, u"b"_s}, u"variable/<pod>: 1:0 over 2"_s);
    row("what is done and by whom", MarkAction{Story::act(1), Mark::Done}, ChangeOwner{Story::act(1), bob},
        u"nothing"_s);
    row("flag", FlagEntry{Story::act(1), Flag::Pinned, true}, FlagEntry{Story::act(1), Flag::Pinned, true},
        u"flag/%1/pinned: 1:0 over 2"_s.arg(Story::act(1).text()));
    row("two flags", FlagEntry{Story::act(1), Flag::Pinned, true}, FlagEntry{Story::act(1), Flag::Sensitive, true},
        u"nothing"_s);
    row("two fields", severity("P0"), Retitle{u"b"_s}, u"nothing"_s);
    row("two notes", Note{NoteKind::Note, u"a"_s, false}, Note{NoteKind::Note, u"b"_s, false}, u"nothing"_s);
}

void TstConflicts::whoDidNotSeeTheOtherIsInConflict()
{
    QFETCH(Command, here);
    QFETCH(Command, there);
    QFETCH(QString, then);
    Apart stores(here, there, {AssignAction{{}, {}, u"drain"_s}});
    QCOMPARE(stores.inConflict(), u"the stores differ"_s);
    stores.meet();
    QCOMPARE(stores.inConflict(), then);
}

void TstConflicts::oneStoreIsNeverInConflictWithItself()
{
    Story story = Story::declared();
    for (const char* label : {"P0", "P2", "P1", "P0"})
        story.says(severity(label));
    tell(story,
        {{u"14:20"_s, severity("P2"), u"13:00"_s}, {u"14:21"_s, severity("P1")}, {u"14:22"_s, Resolve{}},
            {u"14:23"_s, ChangeStatus{u"Mitigating"_s, {}}}, {u"14:24"_s, Resolve{}},
            {u"14:25"_s, AssignRole{u"scribe"_s, named(u"Bob"_s)}}, {u"14:26"_s, ReleaseRole{u"scribe"_s, {}}},
            {u"14:27"_s, AssignRole{u"scribe"_s, named(u"Bob"_s)}}});
    QCOMPARE(conflicts(story.state()), u"nothing"_s);
}

void TstConflicts::theLaterOneIsInForceInWhicheverStore()
{
    Apart stores(severity("P0"), severity("P2"));
    stores.meet();
    QCOMPARE(stores.inConflict(), u"severity: 1:0 over 1"_s);
    QCOMPARE(stores.one.state().severity.value, u"P2"_s);
    // Here what was typed first is about the later moment.
    Story one = Story::declared();
    Story two = one;
    tell(one, {{u"14:10"_s, severity("P0")}});
    tell(two.inStore(1), {{u"14:12"_s, severity("P2"), u"14:05"_s}});
    one.merge(two);
    QCOMPARE(conflicts(one.state()), u"severity: 1 over 1:0"_s);
    QCOMPARE(one.state().severity.value, u"P0"_s);
}

void TstConflicts::sayingItAgainSettlesIt_data()
{
    QTest::addColumn<Command>("here");
    QTest::addColumn<Command>("there");
    const auto row = [](const char* field, const Command& here, const Command& there) {
        QTest::newRow(field) << here << there;
    };
    const PersonRef alice = onRoster(u"alice"_s, u"Alice Chen"_s);
    const PersonRef bob = named(u"Bob"_s);
    row("severity", severity("P0"), severity("P2"));
    row("status", ChangeStatus{u"Mitigating"_s, {}}, ChangeStatus{u"Monitoring"_s, {}});
    row("resolution", ChangeStatus{u"Mitigating"_s, {}}, Resolve{});
    row("title", Retitle{u"a"_s}, Retitle{u"b"_s});
    row("impact", DescribeImpact{u"a"_s}, DescribeImpact{u"b"_s});
    row("cadence", SetCadence{{}, 5min}, SetCadence{{}, 6min});
    row("role", AssignRole{u"scribe"_s, bob}, AssignRole{u"scribe"_s, alice});
    row("section", WriteSection{u"lessons"_s, u"a"_s}, WriteSection{u"lessons"_s, u"b"_s});
    row("action", MarkAction{Story::act(1), Mark::Done}, MarkAction{Story::act(1), Mark::Dropped});
    row("owner", ChangeOwner{Story::act(1), bob}, ChangeOwner{Story::act(1), alice});
    row("pinned", FlagEntry{Story::act(1), Flag::Pinned, true}, FlagEntry{Story::act(1), Flag::Pinned, true});
    row("sensitive", FlagEntry{Story::act(1), Flag::Sensitive, true}, FlagEntry{Story::act(1), Flag::Sensitive, true});
    row("milestone", SetMilestone{Milestone::Mitigated, {}}, SetMilestone{Milestone::Mitigated, {}});
}

void TstConflicts::sayingItAgainSettlesIt()
{
    QFETCH(Command, here);
    QFETCH(Command, there);
    Apart stores(here, there, {AssignAction{{}, {}, u"drain"_s}});
    stores.meet();
    QCOMPARE(stores.one.state().conflicts.size(), 1u);
    stores.one.at(u"14:20"_s);
    if (std::holds_alternative<SetMilestone>(there))
        stores.one.happened(u"14:12"_s); // of the same moment: only that it is in conflict makes it news
    const Outcome again = stores.one.say(there);
    QCOMPARE(again.written.size(), 1u);
    QCOMPARE(conflicts(stores.one.state()), u"nothing"_s);
    if (!std::holds_alternative<SetMilestone>(there))
        QVERIFY(stores.one.say(there).written.empty());
    stores.meet();
    QCOMPARE(stores.inConflict(), u"nothing"_s);
}

void TstConflicts::whatIsTypedLateSettlesNothing()
{
    Apart stores(severity("P0"), severity("P2"));
    stores.meet();
    tell(stores.one, {{u"14:20"_s, severity("P0"), u"13:00"_s}});
    QCOMPARE(conflicts(stores.one.state()), u"severity: 1:0 over 1"_s);
}

void TstConflicts::aThirdThatSawOneOfThemKeepsItOpen()
{
    Apart stores(severity("P0"), severity("P2"));
    stores.one.at(u"14:14"_s).says(severity("P1"));
    stores.meet();
    QCOMPARE(stores.inConflict(), u"severity: 2 over 1:0"_s);
    QCOMPARE(stores.one.state().severity.value, u"P1"_s);
}

void TstConflicts::retractingOneSettlesIt()
{
    for (const EntryId& one : {Story::act(1), Story::act(0, 1)}) {
        Apart stores(severity("P0"), severity("P2"));
        stores.meet();
        stores.one.says(RetractAct{one, {}});
        QCOMPARE(conflicts(stores.one.state()), u"nothing"_s);
    }
}

void TstConflicts::aRetractedBasisCountsAsItsOwnBasis()
{
    Story story = Story::declared();
    story.says(severity("P0"));
    story.says(severity("P2"));
    story.says(severity("P1"));
    story.says(RetractAct{Story::act(2), {}});
    story.says(RetractAct{Story::act(1), {}});
    QCOMPARE(conflicts(story.state()), u"nothing"_s);
    // But what neither of them had seen is still in conflict.
    Story other = Story::declared();
    other.inStore(1).at(u"14:05"_s).says(severity("P2"));
    story.merge(other);
    QVERIFY(conflicts(story.state()) != u"nothing"_s);
}

void TstConflicts::aValueThatCameBackIsNoNews()
{
    Story story = Story::declared();
    tell(story,
        {{u"14:10"_s, severity("P0")}, {u"14:20"_s, severity("P2")}, {u"14:30"_s, severity("P1")},
            {u"14:40"_s, AmendEntry{Story::act(2), tests::at(u"14:05"_s), {}}}});
    QCOMPARE(conflicts(story.state()), u"nothing"_s);
}

void TstConflicts::aBasisThatIsNotThereIsAConflict()
{
    Story story = Story::declared();
    story.write(SeverityChanged{u"P0"_s, {}}, Story::act(99));
    QCOMPARE(conflicts(story.state()), u"severity: 1 over 0"_s);
    story.write(SeverityChanged{u"P2"_s, {}});
    QCOMPARE(conflicts(story.state()), u"severity: 2 over 1"_s);
}

void TstConflicts::basesThatGoInACircleEnd()
{
    Story story = Story::declared();
    story.write(SeverityChanged{u"P0"_s, {}}, Story::act(1)); // itself
    story.write(SeverityChanged{u"P2"_s, {}}, Story::act(3)); // each other
    story.write(SeverityChanged{u"P1"_s, {}}, Story::act(2));
    for (int act = 1; act <= 3; ++act)
        story.write(EntryRetracted{Story::act(act), {}});
    story.write(SeverityChanged{u"P2"_s, {}}, Story::act(3));
    QCOMPARE(story.state().severity.value, u"P2"_s);
}

void TstConflicts::anActIsNotInConflictWithItself()
{
    Story story = Story::declared();
    story.write(SeverityChanged{u"P0"_s, {}}, Story::act(0));
    story.write(SeverityChanged{u"P2"_s, {}}, Story::act(0));
    QCOMPARE(conflicts(story.state()), u"severity: 2 over 1"_s);
    std::vector<Event> events = story.events();
    events.back().envelope.act = Story::act(1);
    QCOMPARE(conflicts(fold(events)), u"nothing"_s);
}

QTEST_APPLESS_MAIN(TstConflicts)
#include "tst_conflicts.moc"
