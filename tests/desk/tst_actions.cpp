// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/desktest.h"
#include "desk/panel.h"
#include "desk/paneldelegate.h"
#include "views/actionsmodel.h"

#include <algorithm>

using namespace warroom;
using namespace Qt::Literals::StringLiterals;
using desk::Act;
using incident::ActionState;
using namespace std::chrono_literals;

/// Actions and follow-ups of the desk, by the keyboard.
class ActionsTest : public tests::DeskTest
{
    Q_OBJECT

private Q_SLOTS:
    void aKeyStartsDoesAndDrops_data();
    void aKeyStartsDoesAndDrops();
    void oGivesItToSomebodyInTheLine();
    void aCapitalLetterIsTheSameKey();
    void whatIsOverEndsNoOtherWay();
    void aMarkIsTakenBackWhereItWasMade();
    void anyOtherLetterGoesIntoTheLine();
    void anActionIsFollowedUp();
    void aRowOfTheTimelineIsFollowedUp();
    void whatHasNoWordsIsNotFollowedUp();
    void anOverdueOneSaysSo();
    void aTimerIsCountedDown();
    void aTimerThatRunsOutIsNotedInTheHeading();
    void aTimerTicksWithoutMovingAnything();
    void aLongActionIsWrappedAndSpaceShowsAllOfIt();

private:
    EntryId assign(const QString& text, const QString& owner = {});
    void timed(const QString& text, std::chrono::minutes timer) { act(incident::AssignAction{{}, timer, text}); }
    QString spoken(int row = 0) const
    {
        return actions().model()->index(row, 0).data(Qt::AccessibleTextRole).toString();
    }
    QRect place(int row) const { return actions().visualRect(actions().model()->index(row, 0)); }
    void toActions() const;
    desk::PanelList& actions() const;
    ActionState stateOf(std::size_t action) const { return state().actions[action].state.value; }
};

EntryId ActionsTest::assign(const QString& text, const QString& owner)
{
    const auto person = owner.isEmpty() ? std::nullopt : std::optional(incident::PersonRef{{}, {}, owner, {}});
    act(incident::AssignAction{person, {}, text});
    return state().actions.back().entry;
}

desk::PanelList& ActionsTest::actions() const
{
    const auto lists = m_window->findChildren<desk::PanelList*>();
    return **std::ranges::find(lists, u"Actions"_s, &QWidget::accessibleName);
}

void ActionsTest::toActions() const { actions().setFocus(); }

void ActionsTest::aKeyStartsDoesAndDrops_data()
{
    QTest::addColumn<int>("act");
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("state");
    QTest::newRow("S") << int(Act::StartAction) << u"/start 2"_s << int(ActionState::Started);
    QTest::newRow("D") << int(Act::DoneAction) << u"/done 2"_s << int(ActionState::Done);
    QTest::newRow("X") << int(Act::DropAction) << u"/drop 2"_s << int(ActionState::Dropped);
}

void ActionsTest::aKeyStartsDoesAndDrops()
{
    QFETCH(int, act);
    QFETCH(QString, line);
    QFETCH(int, state);
    declare();
    assign(u"Roll back"_s);
    assign(u"Drain prod-3"_s);
    toActions();
    press(Qt::Key_Down);
    press(Act(act));
    QCOMPARE(m_session->pending().front().line, line);
    QVERIFY(saves());
    QCOMPARE(int(stateOf(1)), state);
    QCOMPARE(stateOf(0), ActionState::Open);
    QCOMPARE(focusedName(), u"Actions"_s);
    QCOMPARE(this->line()->toPlainText(), QString());
}

void ActionsTest::oGivesItToSomebodyInTheLine()
{
    declare();
    assign(u"Roll back"_s);
    toActions();
    press(Act::GiveAction);
    QCOMPARE(line()->toPlainText(), u"/owner 1 @"_s);
    type(u"dave"_s);
    press(Qt::Key_Return);
    QVERIFY(saves());
    const auto& owner = m_session->state().actions.front().owner.value;
    QVERIFY(owner);
    QCOMPARE(m_session->state().person(*owner)->handle, u"dave"_s);
    QCOMPARE(actions().model()->index(0, 0).data(views::ActionsModel::OwnerRole).toString(),
        m_session->state().person(*owner)->name);
}

void ActionsTest::aCapitalLetterIsTheSameKey()
{
    declare();
    assign(u"Roll back"_s);
    assign(u"Drain prod-3"_s);
    toActions();
    press(Qt::Key_S, Qt::ShiftModifier);
    QVERIFY(saves());
    QCOMPARE(stateOf(0), ActionState::Started);
    press(Qt::Key_D, Qt::ShiftModifier);
    QVERIFY(saves());
    QCOMPARE(stateOf(0), ActionState::Done);
    press(Qt::Key_Home); // the one that is still open
    press(Qt::Key_X, Qt::ShiftModifier);
    QVERIFY(saves());
    QCOMPARE(stateOf(1), ActionState::Dropped);
    press(Qt::Key_F, Qt::ShiftModifier);
    QVERIFY(line()->toPlainText().startsWith(u"/followup"_s));
}

void ActionsTest::whatIsOverEndsNoOtherWay()
{
    declare();
    assign(u"Roll back"_s);
    toActions();
    press(Act::DoneAction);
    QVERIFY(saves());
    press(Act::DropAction);
    QVERIFY(m_session->pending().empty());
    QVERIFY(shows(u"It is done already; S starts it again."_s));
    press(Act::StartAction);
    QVERIFY(saves());
    press(Act::DropAction);
    QVERIFY(saves());
    QCOMPARE(stateOf(0), ActionState::Dropped);
    press(Act::DoneAction);
    QVERIFY(m_session->pending().empty());
    QVERIFY(shows(u"It was dropped; S starts it again."_s));
    press(Qt::Key_Return);
    QCOMPARE(line()->toPlainText(), u"/start 1"_s);
}

void ActionsTest::aMarkIsTakenBackWhereItWasMade()
{
    declare();
    assign(u"Roll back"_s);
    toActions();
    press(Act::DoneAction);
    QVERIFY(saves());
    press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(saves());
    QCOMPARE(stateOf(0), ActionState::Open);
}

void ActionsTest::anyOtherLetterGoesIntoTheLine()
{
    declare();
    assign(u"Roll back"_s);
    toActions();
    type(u"p"_s); // the keyboard is in the line then
    type(u"ool"_s);
    QCOMPARE(line()->toPlainText(), u"pool"_s);
    QVERIFY(m_session->pending().empty());
}

void ActionsTest::anActionIsFollowedUp()
{
    declare();
    assign(u"Roll back\nby hand"_s, u"Eve"_s);
    type(u"half a line"_s);
    toActions();
    press(Act::FollowUp);
    QCOMPARE(focused(), line());
    const QDate due = toDateTime(m_room->clock.wall, state().zone()).date().addDays(7);
    const QString asked = u"/followup @\"Eve\" due %1 prio SEV1 Roll back"_s.arg(due.toString(Qt::ISODate));
    QCOMPARE(line()->toPlainText(), asked);
    press(Qt::Key_Return);
    QVERIFY(saves());
    QCOMPARE(state().followUps.size(), std::size_t(1));
    QCOMPARE(state().followUps.front().text, u"Roll back"_s);
    QCOMPARE(state().followUps.front().due, due);
    QCOMPARE(state().followUps.front().priority, u"SEV1"_s);
    QCOMPARE(state().followUps.front().owner.value, state().actions.front().owner.value);
    QCOMPARE(line()->toPlainText(), QString());
    press(Qt::Key_Escape);
    QCOMPARE(line()->toPlainText(), u"half a line"_s);
}

void ActionsTest::aRowOfTheTimelineIsFollowedUp()
{
    declare();
    note(u"no alert fired"_s);
    press(Act::NextPanel);
    QCOMPARE(focusedName(), u"Timeline"_s);
    press(Qt::Key_F);
    QVERIFY(line()->toPlainText().endsWith(u" prio SEV1 no alert fired"_s));
    press(Qt::Key_Return);
    QVERIFY(saves());
    QCOMPARE(state().followUps.front().text, u"no alert fired"_s);
    QVERIFY(!state().followUps.front().owner.value);
}

void ActionsTest::whatHasNoWordsIsNotFollowedUp()
{
    declare();
    act(incident::SetMilestone{incident::Milestone::Acknowledged, {}, true});
    press(Act::NextPanel);
    press(Qt::Key_F);
    QVERIFY(shows(u"no words in this entry to follow up"_s));
    QCOMPARE(line()->toPlainText(), QString());
}

void ActionsTest::aTimerIsCountedDown()
{
    declare();
    timed(u"drain prod-3"_s, 10min);
    QVERIFY(spoken().endsWith(u", 10:00 left"_s));
    m_room->clock.wall += 8min;
    QTRY_VERIFY(spoken().endsWith(u", 02:00 left, due soon"_s));
    m_room->clock.wall += 5min;
    QTRY_VERIFY(spoken().endsWith(u", over by 3 min"_s));
    toActions();
    press(Act::DoneAction);
    QVERIFY(saves());
    QVERIFY(!spoken().contains(u"over"_s));
}

void ActionsTest::aTimerThatRunsOutIsNotedInTheHeading()
{
    declare();
    timed(u"drain prod-3"_s, 5min);
    timed(u"call the vendor"_s, 10min);
    assign(u"roll back"_s);
    type(u"half a line"_s);
    m_room->clock.wall += 6min;
    QTRY_VERIFY(shows(u"1 timer over"_s));
    QCOMPARE(actions().accessibleDescription(), u"1 timer over"_s);
    m_room->clock.wall += 5min;
    QTRY_VERIFY(shows(u"2 timers over"_s));
    QCOMPARE(focused(), line());
    QCOMPARE(line()->toPlainText(), u"half a line"_s);
    toActions();
    press(Act::DropAction);
    QVERIFY(saves());
    QVERIFY(shows(u"1 timer over"_s));
    press(Qt::Key_Home);
    press(Act::DoneAction);
    QVERIFY(saves());
    QVERIFY(!shows(u"timer"_s));
}

void ActionsTest::aTimerTicksWithoutMovingAnything()
{
    declare();
    timed(u"drain prod-3"_s, 3min);
    assign(u"roll back"_s);
    QTRY_COMPARE(place(1).width(), actions().width());
    const QRect before = place(1);
    const QRect list = actions().geometry();
    for (const auto step : {1min, 1min, 2min}) {
        const QString said = spoken();
        m_room->clock.wall += step;
        QTRY_VERIFY(spoken() != said);
        QCOMPARE(place(1), before);
        QCOMPARE(actions().geometry(), list);
    }
}

void ActionsTest::aLongActionIsWrappedAndSpaceShowsAllOfIt()
{
    declare();
    assign(u"roll back"_s);
    assign(u"take prod-3 out of the balancer"_s);
    assign(QString(u"wait for the vendor "_s).repeated(20));
    toActions();
    QTRY_VERIFY(place(2).height() > place(1).height());
    QVERIFY(place(1).height() > place(0).height());
    const int cut = place(2).height();
    QVERIFY(cut < place(0).height() + 60);
    press(Qt::Key_End);
    press(Act::Details);
    QTRY_VERIFY(place(2).height() > 2 * cut);
    press(Act::Details);
    QTRY_COMPARE(place(2).height(), cut);
    QCOMPARE(line()->toPlainText(), QString());
}

void ActionsTest::anOverdueOneSaysSo()
{
    struct Delegate : desk::ActionDelegate {
        using ActionDelegate::ActionDelegate;
        Look of(const QModelIndex& index) const { return look(index); }
    };
    declare();
    const QDate due = toDateTime(m_room->clock.wall, state().zone()).date();
    act(incident::ProposeFollowUp{{}, due, u"P1"_s, u"add an alert"_s});
    const style::Theme theme = style::Theme::dark();
    const Delegate delegate(theme, nullptr);
    const auto row = [&] { return delegate.of(actions().model()->index(0, 0)); };
    QCOMPARE(row().detail, u"#1 · due 31 Jan · P1 · unassigned"_s);
    QVERIFY(row().icon != u"over"_s);
    m_room->clock.wall += std::chrono::hours(24);
    QTRY_COMPARE(row().detail, u"#1 · overdue 31 Jan · P1 · unassigned"_s); // with the next tick of the clocks
    QCOMPARE(row().icon, u"over"_s);
    QCOMPARE(row().detailColour, theme.bad);
    toActions();
    press(Act::DoneAction);
    QVERIFY(saves());
    QCOMPARE(row().icon, u"action-done"_s);
}

QTEST_MAIN(ActionsTest)
#include "tst_actions.moc"
