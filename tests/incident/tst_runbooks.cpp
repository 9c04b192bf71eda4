// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/table.h"
#include "support/quiettest.h"

#include <algorithm>

using namespace warroom;
using namespace warroom::incident;
using namespace warroom::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

const Command pool =
    AttachRunbook{u"Pool exhausted"_s, u"pool.md"_s, {u"Check the pool"_s, u"Kill  stale\n ones"_s}, {}, "{}"};
const EntryId attached = Story::act(1);
const EntryId nobodys = Story::act(77);

/// A question, two ways of two steps and of one, and what comes behind them.
const Command cases = AttachRunbook{u"Cases"_s, {},
    {u"Full?\tyes\tno"_s, u"Kill stale ones"_s, u"Wait"_s, u"Look elsewhere"_s, u"Watch"_s}, {{0, {1, 3}}, {2, {4}}},
    "{\"cases\"}"};

Command answer(int which)
{
    return MarkStep{attached, 0, StepMark::Done, which, QStringList{u"yes"_s, u"no"_s}.value(which)};
}

Command mark(StepMark as, const QString& text = {}) { return MarkStep{attached, 0, as, {}, text}; }

} // namespace

/// Runbooks that are followed in an incident.
class TstRunbooks : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void decisions_data();
    void decisions() { compareDecision(); }
    void stepsAreFollowed();
    void theWayGoesByTheAnswers();
    void aDrawingMayLeadBack();
    void checklistsAreTakenUpWhenItIsTheirTime();
    void whatIsTakenBackIsFollowedNoMore();
    void aRedactedRunbookHasNoWords();
};

void TstRunbooks::decisions_data()
{
    addDecisionColumns();
    const auto row = addDecision;
    row("taken up", {}, pool, u"runbook of 2 'Pool exhausted' from pool.md:Check the pool|Kill stale ones"_s);
    row("taken up twice", {pool}, pool, u"nothing"_s);
    row("without a title", {}, AttachRunbook{u" "_s, {}, {u"x"_s}, {}, "{}"}, u"refused: EmptyText"_s);
    row("without steps", {}, AttachRunbook{u"x"_s, {}, {}, {}, "{}"}, u"refused: EmptyText"_s);
    row("with a step that says nothing", {}, AttachRunbook{u"x"_s, {}, {u"look"_s, u"\n"_s}, {}, "{}"},
        u"refused: EmptyText"_s);
    row("with more steps than anybody follows", {},
        AttachRunbook{u"x"_s, {}, QStringList(maxSteps + 1, u"x"_s), {}, "{}"}, u"refused: TextTooLong 10001"_s);

    row("begun", {pool}, mark(StepMark::Started), u"step 0 of 1 started"_s);
    row("done", {pool}, mark(StepMark::Done), u"step 0 of 1 done"_s);
    row("done, and what was seen", {pool}, mark(StepMark::Done, u"125 s old "_s), u"step 0 of 1 done '125 s old'"_s);
    row("done again", {pool, mark(StepMark::Done)}, mark(StepMark::Done), u"nothing"_s);
    row("skipped", {pool}, mark(StepMark::Skipped, u"no access"_s), u"step 0 of 1 skipped 'no access'"_s);
    row("open again", {pool, mark(StepMark::Done)}, mark(StepMark::Open), u"step 0 of 1 open"_s);
    row("open as it was", {pool}, mark(StepMark::Open), u"nothing"_s);
    row("answered", {cases}, answer(1), u"step 0 of 1 done answer 1 'no'"_s);
    row("answered otherwise", {cases, answer(1)}, answer(0), u"step 0 of 1 done answer 0 'yes'"_s);
    row("an answer that there is not", {cases}, answer(2), u"refused: UnknownAnswer yes, no"_s);
    row("a question done without an answer", {cases}, mark(StepMark::Done), u"refused: UnknownAnswer yes, no"_s);
    row("a question skipped", {cases}, mark(StepMark::Skipped, u"unclear"_s), u"step 0 of 1 skipped 'unclear'"_s);
    row("an answer to no question", {pool}, answer(0), u"refused: UnknownAnswer"_s);
    row("a way that leads nowhere", {}, AttachRunbook{u"x"_s, {}, {u"look"_s, u"act"_s}, {{1, {3}}}, "{}"},
        u"refused: UnknownStep 2"_s);
    row("a way from nowhere", {}, AttachRunbook{u"x"_s, {}, {u"look"_s}, {{1, {0}}}, "{}"},
        u"refused: UnknownStep 2"_s);
    row("a question without as many answers", {},
        AttachRunbook{u"x"_s, {}, {u"look\tyes"_s, u"act"_s}, {{0, {1, 2}}}, "{}"}, u"refused: UnknownStep 1"_s);
    row("an answer that says nothing", {},
        AttachRunbook{u"x"_s, {}, {u"look\tyes\t "_s, u"act"_s}, {{0, {1, 2}}}, "{}"}, u"refused: EmptyText"_s);
    row("a step behind the last", {pool}, MarkStep{attached, 2}, u"refused: UnknownStep 3"_s);
    row("a step before the first", {pool}, MarkStep{attached, -1}, u"refused: UnknownStep 0"_s);
    row("a step of nothing", {pool}, MarkStep{nobodys}, u"refused: UnknownEntry "_s + nobodys.text());

    row("output", {pool}, NoteStep{attached, 1, true, u"ok"_s}, u"output at step 1 of 1 'ok'"_s);
    row("a note", {pool}, NoteStep{attached, 1, false, u"slow"_s}, u"note at step 1 of 1 'slow'"_s);
    row("a note of nothing", {pool}, NoteStep{attached, 1, false, u" "_s}, u"refused: EmptyText"_s);
    row("a note at no step", {pool}, NoteStep{attached, 2, false, u"x"_s}, u"refused: UnknownStep 3"_s);

    row("a value", {}, SetVariable{u"<pod>"_s, u"prod-3 "_s}, u"<pod> is 'prod-3'"_s);
    row("the same value", {SetVariable{u"<pod>"_s, u"prod-3"_s}}, SetVariable{u"<pod>"_s, u"prod-3"_s}, u"nothing"_s);
    row("a value of nothing", {}, SetVariable{u" "_s, u"prod-3"_s}, u"refused: EmptyText"_s);
    row("no value", {}, SetVariable{u"<pod>"_s, {}}, u"refused: EmptyText"_s);
}

void TstRunbooks::stepsAreFollowed()
{
    Story story = Story::declared();
    story.says(pool);
    story.says(mark(StepMark::Done, u"full"_s));
    story.says(SetVariable{u"<pod>"_s, u"prod-3"_s});
    const Runbook& runbook = story.state().runbooks.front();
    QCOMPARE(runbook.title, u"Pool exhausted"_s);
    QCOMPARE(runbook.steps, (QStringList{u"Check the pool"_s, u"Kill stale ones"_s}));
    QCOMPARE(runbook.done(), 1);
    QCOMPARE(runbook.marks[0].value.text, u"full"_s);
    QVERIFY(!runbook.marks[1].set());
    QCOMPARE(story.state().variables.value(u"<pod>"_s).value, u"prod-3"_s);
    // Said late about an earlier moment it changes what was, not what is.
    story.happened(u"14:01:30"_s).says(mark(StepMark::Skipped));
    QCOMPARE(story.state().runbooks.front().done(), 1);
    story.says(mark(StepMark::Open));
    QCOMPARE(story.state().runbooks.front().done(), 0);
}

void TstRunbooks::theWayGoesByTheAnswers()
{
    Story story = Story::declared();
    story.says(cases);
    const auto way = [&] { return story.state().runbooks.front().way(); };
    QCOMPARE(way(), std::vector<int>{0});
    QCOMPARE(story.state().runbooks.front().answers.value(0), (QStringList{u"yes"_s, u"no"_s}));
    QCOMPARE(story.state().runbooks.front().steps.value(0), u"Full?"_s);
    story.says(answer(0));
    QCOMPARE(way(), (std::vector<int>{0, 1, 2, 4}));
    story.says(MarkStep{attached, 1});
    QCOMPARE(story.state().runbooks.front().done(), 2);
    // Another answer is another way; what was done on the first one stays done there.
    story.says(answer(1));
    QCOMPARE(way(), (std::vector<int>{0, 3, 4}));
    QCOMPARE(story.state().runbooks.front().done(), 1);
    story.says(mark(StepMark::Open));
    QCOMPARE(way(), std::vector<int>{0});
}

void TstRunbooks::aDrawingMayLeadBack()
{
    Story story = Story::declared();
    story.says(AttachRunbook{u"Round"_s, {}, {u"look"_s, u"wait"_s}, {{1, {0}}}, "{}"});
    QCOMPARE(story.state().runbooks.front().way(), (std::vector<int>{0, 1}));
}

void TstRunbooks::checklistsAreTakenUpWhenItIsTheirTime()
{
    Declare declare = Story::declaration();
    declare.playbook.checklists = {{u"During"_s, Milestone::Declared, {u"roles given"_s, u"room open"_s}},
        {u"After"_s, Milestone::Resolved, {u"written down"_s}}};
    Story story;
    story.says(declare);
    const auto titles = [&] {
        QStringList all;
        for (const Runbook& runbook : story.state().runbooks)
            all << runbook.title + u" of "_s + runbook.source;
        return all;
    };
    QCOMPARE(titles(), QStringList{u"During of drill"_s});
    QCOMPARE(story.state().runbooks.front().steps, (QStringList{u"roles given"_s, u"room open"_s}));
    QCOMPARE(story.state().runbooks.front().content, QString());
    story.says(Resolve{false, u"it was the pool"_s});
    QCOMPARE(titles(), (QStringList{u"During of drill"_s, u"After of drill"_s}));
    // Once is enough, however often it ends.
    story.says(ChangeStatus{u"Mitigating"_s, {}});
    story.says(Resolve{false, u"now it was"_s});
    QCOMPARE(titles().size(), 2);
}

void TstRunbooks::whatIsTakenBackIsFollowedNoMore()
{
    Story story = Story::declared();
    story.says(pool);
    story.says(mark(StepMark::Done));
    story.says(RetractAct{attached, {}});
    QVERIFY(story.state().runbooks.empty());
    QVERIFY(story.state().anomalies.empty());
    story.says(pool);
    QCOMPARE(story.state().runbooks.front().done(), 0);
}

void TstRunbooks::aRedactedRunbookHasNoWords()
{
    Story story = Story::declared();
    story.says(pool);
    story.says(mark(StepMark::Done));
    story.says(RedactEntries{{attached}, {}});
    const Runbook& runbook = story.state().runbooks.front();
    QVERIFY(runbook.redacted);
    QCOMPARE(runbook.title + runbook.source + runbook.steps.join(QString()), QString());
    QCOMPARE(runbook.done(), 1);
    QCOMPARE(runbook.marks.size(), 2u);
}

QTEST_GUILESS_MAIN(TstRunbooks)
#include "tst_runbooks.moc"
