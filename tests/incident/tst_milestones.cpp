// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/steps.h"
#include "support/quiettest.h"

using namespace warroom;
using namespace warroom::incident;
using namespace warroom::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

Command reached(Milestone milestone, const QString& text = {}) { return SetMilestone{milestone, text}; }
Command status(const QString& word, const QString& text = {}) { return ChangeStatus{word, text}; }
const Command detected = reached(Milestone::Detected);
const Command resolve = Resolve{};

} // namespace

/// When it began, was seen, was over: said, corrected, taken back.
class TstMilestones : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void milestonesAreSaidAndCorrected_data();
    void milestonesAreSaidAndCorrected();
    void anIncidentEndsAndRunsAgain_data();
    void anIncidentEndsAndRunsAgain();
    void correctingTheDeclarationLeavesTheTitle();
    void aPlaybookWithoutAnEndCannotResolve();
    void whatItBeginsAsReachesNoMilestone();
    void twoClosesLeaveTheFirst();
};

void TstMilestones::milestonesAreSaidAndCorrected_data()
{
    QTest::addColumn<Steps>("steps");
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("then");
    const auto row = [](const char* sentence, const Steps& steps, const QString& written, const QString& then) {
        QTest::newRow(sentence) << steps << written << then;
    };
    const Step at1355{u"14:10"_s, detected, u"13:55"_s};
    const Step at1358{u"14:11"_s, detected, u"13:58"_s};
    row("said", {at1355}, u"milestone detected"_s, u"detected 13:55, declared 14:00"_s);
    row("said again", {at1355, at1355}, u"nothing"_s, u"detected 13:55, declared 14:00"_s);
    row("said again with a word about it",
        {at1355, {u"14:12"_s, reached(Milestone::Detected, u"by pager"_s), u"13:55"_s}},
        u"milestone detected 'by pager'"_s, u"detected 13:55, declared 14:00"_s);
    const Command justNow = SetMilestone{Milestone::Detected, {}, true};
    row("said again without a time", {at1355, {u"14:12"_s, justNow}}, u"nothing"_s,
        u"detected 13:55, declared 14:00"_s);
    row("said again without a time, with a word about it",
        {at1355, {u"14:12"_s, SetMilestone{Milestone::Detected, u"by pager"_s, true}}},
        u"refused: MilestoneStands 2026-01-31T13:55:00Z"_s, u"detected 13:55, declared 14:00"_s);
    row("said first without a time", {{u"14:12"_s, justNow}}, u"milestone detected"_s,
        u"detected 14:12, declared 14:00"_s);
    row("a later time corrects it", {at1355, at1358}, u"amended 1 to 13:58"_s, u"detected 13:58, declared 14:00"_s);
    const Step pager{u"14:11"_s, reached(Milestone::Detected, u"by pager"_s), u"13:55"_s};
    row("two words about it, corrected", {at1355, pager, {u"14:12"_s, detected, u"13:57"_s}}, u"amended 2 to 13:57"_s,
        u"detected 13:57, declared 14:00"_s);
    row("an earlier time corrects it", {at1358, at1355}, u"amended 1 to 13:55"_s, u"detected 13:55, declared 14:00"_s);
    row("earlier than all that was said before", {at1355, pager, {u"14:12"_s, detected, u"13:40"_s}},
        u"amended 1 to 13:40; amended 2 to 13:40"_s, u"detected 13:40, declared 14:00"_s);
    row("earlier, and later again", {at1358, at1355, at1358}, u"amended 1 to 13:58"_s,
        u"detected 13:58, declared 14:00"_s);
    row("earlier with a word about it", {at1358, {u"14:12"_s, reached(Milestone::Detected, u"by pager"_s), u"13:55"_s}},
        u"amended 1 to 13:55 'by pager'"_s, u"detected 13:55, declared 14:00"_s);
    row("earlier with a word, the entry being redacted",
        {at1358, {u"14:12"_s, RedactEntries{{Story::act(1)}, {}}},
            {u"14:13"_s, reached(Milestone::Detected, u"by pager"_s), u"13:55"_s}},
        u"amended 1 to 13:55; note 'by pager'"_s, u"detected 13:55, declared 14:00"_s);
    row("a retracted one needs no correction",
        {at1355, at1358, {u"14:12"_s, RetractAct{Story::act(2), {}}}, {u"14:13"_s, detected, u"13:40"_s}},
        u"amended 1 to 13:40"_s, u"detected 13:40, declared 14:00"_s);
    row("another milestone stays", {at1355, {u"14:12"_s, reached(Milestone::ImpactStarted), u"13:30"_s}},
        u"milestone impact_started"_s, u"impact_started 13:30, detected 13:55, declared 14:00"_s);
    row("later than a status reached it",
        {{u"14:20"_s, status(u"Monitoring"_s)}, {u"14:40"_s, reached(Milestone::Mitigated), u"14:35"_s}},
        u"milestone mitigated"_s, u"declared 14:00, mitigated 14:35"_s);
    row("a status reaches it", {{u"14:20"_s, status(u"Monitoring"_s)}}, u"status Monitoring"_s,
        u"declared 14:00, mitigated 14:20"_s);
    row("reached by a status, corrected",
        {{u"14:20"_s, status(u"Monitoring"_s)}, {u"14:21"_s, reached(Milestone::Mitigated), u"14:15"_s}},
        u"amended 1 to 14:15"_s, u"declared 14:00, mitigated 14:15"_s);
    row("reached by a status, corrected with a word",
        {{u"14:20"_s, status(u"Monitoring"_s, u"errors fall"_s)},
            {u"14:21"_s, reached(Milestone::Mitigated, u"by roll-back"_s), u"14:15"_s}},
        u"amended 1 to 14:15; note 'by roll-back'"_s, u"declared 14:00, mitigated 14:15"_s);
    row("reached by a status that is said twice, corrected",
        {{u"14:20"_s, status(u"Monitoring"_s)}, {u"14:30"_s, status(u"Monitoring"_s, u"errors fall"_s)},
            {u"14:31"_s, reached(Milestone::Mitigated), u"14:15"_s}},
        u"amended 1 to 14:15"_s, u"declared 14:00, mitigated 14:15"_s);
    row("a status before it stays history",
        {{u"14:20"_s, status(u"Monitoring"_s)}, {u"14:25"_s, reached(Milestone::Mitigated)},
            {u"14:26"_s, reached(Milestone::Mitigated), u"14:15"_s}},
        u"amended 1 to 14:15; amended 2 to 14:15"_s, u"declared 14:00, mitigated 14:15"_s);
}

void TstMilestones::milestonesAreSaidAndCorrected()
{
    QFETCH(Steps, steps);
    QFETCH(QString, written);
    QFETCH(QString, then);
    Story story = Story::declared();
    const Outcome last = tell(story, steps);
    // What is written by a correction is said about the corrected moment.
    QCOMPARE(said(last, story.state()), written);
    QCOMPARE(milestones(story.state()), then);
    QVERIFY(story.state().conflicts.empty());
    QVERIFY(story.state().anomalies.empty());
}

void TstMilestones::anIncidentEndsAndRunsAgain_data()
{
    QTest::addColumn<Steps>("steps");
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("then");
    const auto row = [](const char* sentence, const Steps& steps, const QString& written, const QString& then) {
        QTest::newRow(sentence) << steps << written << then;
    };
    const Step resolved{u"14:30"_s, resolve};
    const Step falseAlarm{u"14:30"_s, Resolve{true, u"a test"_s}};
    const Step closed{u"14:40"_s, Close{}};
    const Step again{u"14:50"_s, status(u"Mitigating"_s)};
    const QString running = u"Mitigating: declared 14:00"_s;
    row("resolved", {resolved}, u"status Resolved"_s, u"Resolved: declared 14:00, resolved 14:30"_s);
    row("resolved twice", {resolved, resolved}, u"nothing"_s, u"Resolved: declared 14:00, resolved 14:30"_s);
    row("resolved, and one more word about it", {resolved, {u"14:35"_s, Resolve{false, u"by a restart"_s}}},
        u"status Resolved 'by a restart'"_s, u"Resolved: declared 14:00, resolved 14:30"_s);
    row("resolved before it was declared", {{u"15:00"_s, resolve, u"13:50"_s}}, u"status Resolved"_s,
        u"Resolved: declared 14:00, resolved 13:50"_s);
    row("resolved by its status", {{u"14:30"_s, status(u"Resolved"_s)}}, u"status Resolved"_s,
        u"Resolved: declared 14:00, resolved 14:30"_s);
    row("a false alarm", {falseAlarm}, u"status Resolved as false alarm 'a test'"_s,
        u"Resolved (false alarm): declared 14:00, resolved 14:30"_s);
    row("no false alarm after all", {falseAlarm, resolved}, u"status Resolved"_s,
        u"Resolved: declared 14:00, resolved 14:30"_s);
    row("a false alarm after all", {resolved, falseAlarm}, u"status Resolved as false alarm 'a test'"_s,
        u"Resolved (false alarm): declared 14:00, resolved 14:30"_s);
    row("a false alarm that runs again", {falseAlarm, again}, u"status Mitigating"_s, running);
    row("closed too early", {closed}, u"refused: NotResolved"_s, u"Investigating: declared 14:00"_s);
    row("closed too early by its milestone", {{u"14:40"_s, reached(Milestone::Closed)}}, u"refused: NotResolved"_s,
        u"Investigating: declared 14:00"_s);
    row("closed", {resolved, closed}, u"milestone closed"_s,
        u"Resolved: declared 14:00, resolved 14:30, closed 14:40"_s);
    row("closed by a status", {resolved, {u"14:40"_s, status(u"Archived"_s)}}, u"status Archived"_s,
        u"Archived: declared 14:00, resolved 14:30, closed 14:40"_s);
    row("runs again", {resolved, again}, u"status Mitigating"_s, running);
    row("runs again after it was closed", {resolved, closed, again}, u"status Mitigating"_s, running);
    row("runs again and cannot be closed", {resolved, again, {u"14:51"_s, Close{}}}, u"refused: NotResolved"_s,
        running);
    row("ends a second time", {resolved, closed, again, {u"15:00"_s, resolve}}, u"status Resolved"_s,
        u"Resolved: declared 14:00, resolved 15:00"_s);
    row("the resolution is retracted", {resolved, {u"14:35"_s, RetractAct{Story::act(1), {}}}}, u"retracted 1"_s,
        u"Investigating: declared 14:00"_s);
    row("the re-opening is retracted", {resolved, closed, again, {u"14:55"_s, RetractAct{Story::act(3), {}}}},
        u"retracted 3"_s, u"Resolved: declared 14:00, resolved 14:30, closed 14:40"_s);
    row("the resolution is moved past the re-opening",
        {resolved, again, {u"15:00"_s, AmendEntry{Story::act(1), tests::at(u"14:55"_s), {}}}}, u"amended 1 to 14:55"_s,
        u"Resolved: declared 14:00, resolved 14:55"_s);

    row("resolved earlier than was said", {resolved, {u"15:00"_s, resolve, u"14:25"_s}}, u"status Resolved"_s,
        u"Resolved: declared 14:00, resolved 14:25"_s);

    // Typed late: it changes history, not the present.
    row("an end before the present status", {again, {u"15:00"_s, resolve, u"14:45"_s}}, u"status Resolved"_s, running);
    row("an end's milestone before the present status", {again, {u"15:00"_s, reached(Milestone::Resolved), u"14:45"_s}},
        u"milestone resolved"_s, running);
    row("a re-opening before the present end",
        {resolved, closed, {u"15:00"_s, Resolve{false, u"again"_s}}, {u"15:10"_s, again.command, u"14:50"_s}},
        u"status Mitigating"_s, u"Resolved: declared 14:00, resolved 15:00"_s);
    row("a close before the re-opening", {resolved, again, {u"15:00"_s, resolve}, {u"15:10"_s, Close{}, u"14:40"_s}},
        u"milestone closed"_s, u"Resolved: declared 14:00, resolved 15:00"_s);
    row("a status before the end", {resolved, {u"15:00"_s, status(u"Monitoring"_s), u"14:20"_s}},
        u"status Monitoring"_s, u"Resolved: declared 14:00, mitigated 14:20, resolved 14:30"_s);
}

void TstMilestones::anIncidentEndsAndRunsAgain()
{
    QFETCH(Steps, steps);
    QFETCH(QString, written);
    QFETCH(QString, then);
    Story story = Story::declared();
    const Outcome last = tell(story, steps);
    QCOMPARE(said(last, story.state()), written);
    const IncidentState& state = story.state();
    QCOMPARE(state.status.value + (state.falseAlarm ? u" (false alarm): "_s : u": "_s) + milestones(state), then);
    QCOMPARE(state.closed(), then.contains(u"closed"_s));
    QVERIFY(state.conflicts.empty());
}

void TstMilestones::correctingTheDeclarationLeavesTheTitle()
{
    Story story = Story::declared();
    const Outcome outcome = tell(story, {{u"14:10"_s, reached(Milestone::Declared, u"by telephone"_s), u"13:30"_s}});
    QCOMPARE(said(outcome, story.state()), u"amended 0 to 13:30; note 'by telephone'"_s);
    QCOMPARE(milestones(story.state()), u"declared 13:30"_s);
    QCOMPARE(story.state().title.value, u"Sockets drop"_s);
    QCOMPARE(story.state().severity.since(), tests::at(u"13:30"_s));
}

void TstMilestones::aPlaybookWithoutAnEndCannotResolve()
{
    Declare declare = Story::declaration();
    declare.playbook.statuses.resize(3);
    Story story;
    story.says(declare);
    QCOMPARE(said(story.say(Resolve{}), story.state()), u"refused: UnknownStatus resolved"_s);
}

void TstMilestones::whatItBeginsAsReachesNoMilestone()
{
    Declare declare = Story::declaration();
    declare.playbook.statuses.front().milestone = Milestone::Acknowledged;
    Story story;
    story.says(declare);
    QCOMPARE(milestones(story.state()), u"declared 14:00"_s);
}

void TstMilestones::twoClosesLeaveTheFirst()
{
    Story story = Story::declared();
    const Outcome last = tell(story, {{u"14:30"_s, resolve}, {u"14:40"_s, Close{}}, {u"14:45"_s, Close{}}});
    QCOMPARE(said(last, story.state()), u"nothing"_s);
    QCOMPARE(milestones(story.state()), u"declared 14:00, resolved 14:30, closed 14:40"_s);
}

QTEST_APPLESS_MAIN(TstMilestones)
#include "tst_milestones.moc"
