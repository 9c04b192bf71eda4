// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/desktest.h"
#include "incident/clocks.h"

#include <QClipboard>
#include <QGuiApplication>

using namespace warroom;
using namespace warroom::tests;
using namespace Qt::Literals::StringLiterals;
using desk::Act;
using incident::Milestone;

/// What is set right, and how an incident ends.
class TestEnding : public DeskTest
{
    Q_OBJECT

private Q_SLOTS:
    void titleImpactAndTimesAreSetRight();
    void onlyWhatWasTypedIsSaid();
    void whatSomebodySaidMeanwhileIsNotReplacedUnseen();
    void whatDoesNotLookRightIsSaidWhileOneTypes();
    void aTimeThatIsNoneStaysInTheForm();
    void aTimeIsNotTakenBackHere();
    void doubtsStandInTheBar();
    void itIsResolvedAndTheUpdateFollows();
    void aFalseAlarmNeedsNoUpdate();
    void whatIsOpenIsSaidBeforeItIsResolved();
    void anEndIsRefusedWithTheWayOn();
    void itIsClosedAndOpenedAgain();
    void whoClosesSecondIsTold();
    void whoTypesOnClosesNothing();
    void noChangeIsNotSaidOfTheEnd();
    void noChangeIsOneKey();
    void aCadenceCountsFromNowOn();
    void aCadenceCountsOnce();
};

void TestEnding::titleImpactAndTimesAreSetRight()
{
    declare();
    press(Act::Facts);
    QCOMPARE(focusedName(), u"Title"_s);
    press(Qt::Key_A, Qt::ControlModifier);
    type(u"Pool leaks"_s);
    press(Qt::Key_Tab);
    type(u"5,000 users"_s);
    press(Qt::Key_Tab);
    QCOMPARE(focusedName(), u"Impact started"_s);
    type(u"-9m"_s);
    press(Qt::Key_Tab);
    press(Qt::Key_Tab, Qt::ShiftModifier);
    type(u"-8m"_s); // instead
    press(Act::Confirm);
    QVERIFY(saves());
    QCOMPARE(state().title.value, u"Pool leaks"_s);
    QCOMPARE(state().impact.value, u"5,000 users"_s);
    QCOMPARE(*state().milestone(Milestone::ImpactStarted), m_room->clock.wall - std::chrono::minutes(8));
    QCOMPARE(focusedName(), u"Line: say what happened"_s);
}

void TestEnding::onlyWhatWasTypedIsSaid()
{
    declare();
    const std::size_t before = state().entries.size();
    press(Act::Facts);
    // Somebody else says it anew while the form is open.
    act(incident::Retitle{u"From elsewhere"_s});
    press(Act::Confirm);
    QVERIFY(saves());
    QCOMPARE(state().title.value, u"From elsewhere"_s);
    QCOMPARE(state().entries.size(), before + 1);
}

void TestEnding::whatSomebodySaidMeanwhileIsNotReplacedUnseen()
{
    declare();
    press(Act::Facts);
    field(u"Who is hit"_s)->setFocus();
    type(u"half of the users"_s);
    act(incident::DescribeImpact{u"everybody in Europe"_s});
    QVERIFY(shows(u"Somebody changed who is hit meanwhile: “everybody in Europe”. What you typed replaces it."_s));
    press(Act::Confirm);
    QVERIFY(saves());
    QCOMPARE(state().impact.value, u"half of the users"_s);
}

void TestEnding::whatDoesNotLookRightIsSaidWhileOneTypes()
{
    declare();
    act(incident::SetMilestone{Milestone::Acknowledged, {}});
    press(Act::Facts);
    field(u"Acknowledged"_s)->setFocus();
    press(Qt::Key_A, Qt::ControlModifier);
    type(u"14:00"_s);
    QVERIFY(!shows(u"is before"_s));
    field(u"Detected"_s)->setFocus();
    type(u"14:10"_s);
    QVERIFY(shows(u"Acknowledged 14:00 is before Detected 14:10"_s));
}

void TestEnding::aTimeThatIsNoneStaysInTheForm()
{
    declare();
    press(Act::Facts);
    field(u"Detected"_s)->setFocus();
    type(u"soon"_s);
    press(Act::Confirm);
    QVERIFY(sheet() && sheet()->isVisible());
    QVERIFY(m_session->pending().empty());
    QCOMPARE(focusedName(), u"Detected"_s);
}

void TestEnding::aTimeIsNotTakenBackHere()
{
    declare();
    act(incident::SetMilestone{Milestone::Acknowledged, {}});
    press(Act::Facts);
    field(u"Acknowledged"_s)->setFocus();
    press(Qt::Key_A, Qt::ControlModifier);
    press(Qt::Key_Delete);
    press(Act::Confirm);
    QVERIFY(shows(u"is taken back in the timeline"_s));
    QVERIFY(state().milestone(Milestone::Acknowledged));
}

void TestEnding::doubtsStandInTheBar()
{
    declare();
    QVERIFY(!shows(u"to check"_s));
    act(incident::SetMilestone{Milestone::Mitigated, {}});
    QVERIFY(shows(u"1 time to check, Alt I"_s));
}

void TestEnding::itIsResolvedAndTheUpdateFollows()
{
    declare();
    press(Act::Resolve);
    QCOMPARE(focusedName(), u"What fixed it"_s);
    type(u"Rolled back"_s);
    press(Act::Confirm);
    QVERIFY(saves());
    QVERIFY(state().milestone(Milestone::Resolved));
    QTRY_VERIFY(sheetName().startsWith(u"Status update"_s));
    QCOMPARE(field(u"Done since the last one"_s)->toPlainText(), u"Rolled back"_s);
    press(Act::Confirm);
    QVERIFY(saves());
    QCOMPARE(state().updates.size(), std::size_t(1));
    QVERIFY(!state().updates.front().nextDue);
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"RESOLVED"_s));
}

void TestEnding::aFalseAlarmNeedsNoUpdate()
{
    declare();
    press(Act::Resolve);
    type(u"A test page"_s);
    press(Qt::Key_Tab);
    type(u"-2m"_s);
    press(Qt::Key_Tab);
    press(Qt::Key_Space); // false alarm
    press(Qt::Key_Tab);
    press(Qt::Key_Space); // no update
    press(Act::Confirm);
    QVERIFY(saves());
    QVERIFY(state().falseAlarm);
    QCOMPARE(*state().milestone(Milestone::Resolved), m_room->clock.wall - std::chrono::minutes(2));
    QTest::qWait(50);
    QVERIFY(sheetName().isEmpty());
}

void TestEnding::whatIsOpenIsSaidBeforeItIsResolved()
{
    declare();
    act(incident::AssignAction{{}, {}, u"Drain prod-3"_s});
    press(Act::Resolve);
    QVERIFY(shows(u"1 action is open: #1 Drain prod-3"_s));
    QVERIFY(shows(u"Acknowledged has no time"_s));
    QVERIFY(!shows(u"Declared"_s + u" has no time"_s));
}

void TestEnding::anEndIsRefusedWithTheWayOn()
{
    declare();
    press(Act::Close);
    QVERIFY(!sheet());
    QVERIFY(shows(u"It is not resolved yet; Alt R resolves it."_s));
    act(incident::Resolve{});
    press(Act::Resolve);
    QVERIFY(!sheet());
    QVERIFY(shows(u"It is resolved. Alt C closes it, Alt T to an earlier status opens it again."_s));
}

void TestEnding::itIsClosedAndOpenedAgain()
{
    declare();
    act(incident::ChangeStatus{playbook().statuses[1].word, {}});
    act(incident::Resolve{});
    act(incident::ProposeFollowUp{{}, {}, {}, u"Alert on saturation"_s});
    press(Act::Close);
    QVERIFY(shows(u"No update has said that it is over"_s));
    QVERIFY(shows(u"A follow-up without owner or due date: #1 Alert on saturation"_s));
    QVERIFY(shows(u"0 of "_s));
    QVERIFY(shows(u"The post-mortem is due 5 Feb"_s));
    press(Act::Confirm);
    QVERIFY(saves());
    QVERIFY(state().closed());
    press(Act::Everything);
    type(u"open it again"_s);
    press(Qt::Key_Return);
    QVERIFY(saves());
    QVERIFY(!state().closed());
    QVERIFY(!state().milestone(Milestone::Resolved));
    QCOMPARE(state().status.value, playbook().statuses[1].word);
}

void TestEnding::whoClosesSecondIsTold()
{
    declare();
    act(incident::Resolve{});
    press(Act::Close);
    act(incident::Close{});
    QTRY_VERIFY_WITH_TIMEOUT(shows(u"Somebody closed it meanwhile"_s), 2000);
    const std::size_t entries = state().entries.size();
    press(Act::Confirm);
    QVERIFY(saves());
    QCOMPARE(state().entries.size(), entries);
}

void TestEnding::whoTypesOnClosesNothing()
{
    declare();
    act(incident::Resolve{});
    press(Act::Close);
    press(Qt::Key_Space);
    press(Qt::Key_Return);
    QVERIFY(sheet() && sheet()->isVisible());
    QVERIFY(m_session->pending().empty());
    press(Act::Confirm);
    QVERIFY(saves());
    QVERIFY(state().closed());
}

void TestEnding::noChangeIsNotSaidOfTheEnd()
{
    declare();
    act(incident::SendUpdate{{}, {}, {}, u"We look into it."_s});
    press(Act::NoChange);
    type(u"will retry"_s);
    press(Act::Line); // the form is kept
    press(Act::Resolve);
    type(u"Pool enlarged"_s);
    press(Act::Confirm);
    QVERIFY(saves());
    QTRY_VERIFY(sheetName().startsWith(u"Status update"_s));
    QCOMPARE(field(u"Done since the last one"_s)->toPlainText(), u"Pool enlarged"_s);
    QCOMPARE(field(u"Next steps"_s)->toPlainText(), u"will retry"_s);
}

void TestEnding::noChangeIsOneKey()
{
    declare();
    press(Act::NoChange);
    QVERIFY(shows(u"There was no update yet; Ctrl U writes the first."_s));
    act(incident::SendUpdate{{}, {}, {}, u"We look into it."_s});
    m_room->clock.wall += std::chrono::minutes(15);
    press(Act::NoChange);
    QTRY_VERIFY(sheetName().startsWith(u"Status update #2"_s));
    press(Act::Confirm);
    QVERIFY(saves());
    QCOMPARE(state().updates.size(), std::size_t(2));
    QVERIFY(state().updates.back().text.contains(u"No change since 14:23 UTC."_s));
}

void TestEnding::aCadenceCountsFromNowOn()
{
    declare();
    const std::chrono::minutes usual = incident::cadence(state());
    press(Act::Update);
    QVERIFY(!shows(u"every time from now on"_s));
    press(Qt::Key_Tab); // the next update
    press(Qt::Key_Right);
    press(Qt::Key_Tab); // once
    press(Qt::Key_Right);
    press(Act::Confirm);
    QVERIFY(saves());
    QVERIFY(incident::cadence(state()) > usual);
    QVERIFY(!state().updates.back().nextDue);
}

void TestEnding::aCadenceCountsOnce()
{
    declare();
    const std::chrono::minutes usual = incident::cadence(state());
    press(Act::Update);
    press(Qt::Key_Tab);
    press(Qt::Key_Right);
    press(Act::Confirm);
    QVERIFY(saves());
    QCOMPARE(incident::cadence(state()), usual);
    QVERIFY(*state().updates.back().nextDue > m_room->clock.wall + usual);
}

QTEST_MAIN(TestEnding)
#include "tst_ending.moc"
