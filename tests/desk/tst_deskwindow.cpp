// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/desktest.h"
#include "desk/panel.h"
#include "desk/sheet.h"

#include "incident/clocks.h"
#include "incident/people.h"
#include "words/duration.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QPlainTextEdit>

#include <algorithm>

using namespace warroom;
using namespace warroom::support;
using namespace Qt::Literals::StringLiterals;

/// The desk by its keys, over a session on a real disk.
class TestDeskWindow : public tests::DeskTest
{
    Q_OBJECT

private Q_SLOTS:
    void declaringTakesTwoKeysAndTheText();
    void aSeverityIsChosenByItsDigit();
    void everythingThatIsKnownIsDeclared();
    void aDeclarationThatSaysNothingStays();
    void aTimeThatIsNoneStays();
    void escLeavesAFormAndNothingIsLogged();
    void anUpdateIsCopiedAndLogged();
    void anUpdateChangesStatusAndImpact();
    void theNextUpdateIsPromisedForOnce();
    void aRoleIsTakenFromThePanel();
    void anActionIsMarkedFromThePanel();
    void severalIncidentsAreSwitchedByOneKey();
    void aRowIsPinnedAmendedAndTakenBackByItsKeys();
    void whatChangedARowIsTakenBackBeforeTheRow();
    void theTimeOfARowIsCorrected();
    void aRowThatIsGoneIsNotCorrectedBack();
    void whatIsSaidRightBehindADeclarationIsAboutIt();
    void theLastActIsTakenBackAndSaidAgain();
    void theWordsOfAnEntryAreErasedAfterTheQuestion();
    void whatQuotesThemIsErasedWithThem();
    void ctrlFSearchesFromAFormToo();
    void f6GoesRound();
    void anotherLookKeepsWhatIsTyped();
    void anotherLookWaitsForAForm();
    void anotherLookDoesNotWaitForAKeptForm();
};

void TestDeskWindow::declaringTakesTwoKeysAndTheText()
{
    press(Qt::Key_D, Qt::ControlModifier);
    QVERIFY(sheet());
    type(u"Pool is full"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(saves());
    QCOMPARE(state().title.value, u"Pool is full"_s);
    QCOMPARE(state().severity.value, m_session->playbook().severities.front().label);
    QCOMPARE(focusedName(), u"Line: say what happened"_s);
}

void TestDeskWindow::aSeverityIsChosenByItsDigit()
{
    press(Qt::Key_D, Qt::ControlModifier);
    type(u"Pool is full"_s);
    press(Qt::Key_3, Qt::AltModifier);
    press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(saves());
    QCOMPARE(state().severity.value, u"SEV3"_s);
    QCOMPARE(state().title.value, u"Pool is full"_s);
}

void TestDeskWindow::everythingThatIsKnownIsDeclared()
{
    press(Qt::Key_D, Qt::ControlModifier);
    type(u"Pool is full"_s);
    press(Qt::Key_Tab);
    type(u"5,000 users"_s);
    press(Qt::Key_Tab);
    type(u"-8m"_s);
    press(Qt::Key_Tab); // the role: none, then the commander's
    press(Qt::Key_Right);
    press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(saves());
    QCOMPARE(state().impact.value, u"5,000 users"_s);
    QCOMPARE(*state().milestone(incident::Milestone::ImpactStarted), m_room->clock.wall - std::chrono::minutes(8));
    QVERIFY(state().commander());
    QCOMPARE(state().person(*state().commander())->shown(), u"Ana"_s);
}

void TestDeskWindow::aDeclarationThatSaysNothingStays()
{
    press(Qt::Key_D, Qt::ControlModifier);
    press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(sheet() && sheet()->isVisible());
    QVERIFY(m_session->pending().empty());
    QCOMPARE(focusedName(), u"What is wrong"_s);
}

void TestDeskWindow::aTimeThatIsNoneStays()
{
    press(Qt::Key_D, Qt::ControlModifier);
    type(u"Pool is full"_s);
    field(u"Since"_s)->setFocus();
    type(u"soon"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(sheet() && sheet()->isVisible());
    QVERIFY(m_session->pending().empty());
    QCOMPARE(field(u"What is wrong"_s)->toPlainText(), u"Pool is full"_s);
}

void TestDeskWindow::escLeavesAFormAndNothingIsLogged()
{
    press(Qt::Key_D, Qt::ControlModifier);
    type(u"Pool is full"_s);
    press(Qt::Key_Escape);
    QVERIFY(!sheet()->isVisible());
    QVERIFY(m_session->pending().empty());
    QCOMPARE(focusedName(), u"Line: say what happened"_s);
}

void TestDeskWindow::anUpdateIsCopiedAndLogged()
{
    declare();
    press(Qt::Key_U, Qt::ControlModifier);
    QVERIFY(sheet());
    press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(saves());
    QCOMPARE(state().updates.size(), std::size_t(1));
    QVERIFY(state().updates.front().text.contains(u"Pool is full"_s));
    QCOMPARE(QApplication::clipboard()->text(), state().updates.front().text);
}

void TestDeskWindow::anUpdateChangesStatusAndImpact()
{
    declare();
    press(Qt::Key_U, Qt::ControlModifier);
    field(u"Impact"_s)->setPlainText(u"half of the users"_s);
    auto* status = m_window->findChildren<QAbstractButton*>().at(0);
    for (QAbstractButton* button : m_window->findChildren<QAbstractButton*>()) {
        if (button->text() == m_session->playbook().statuses[1].word)
            status = button;
    }
    status->click();
    press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(saves());
    QCOMPARE(state().impact.value, u"half of the users"_s);
    QCOMPARE(state().status.value, m_session->playbook().statuses[1].word);
    QVERIFY(state().updates.front().text.contains(u"half of the users"_s));
}

void TestDeskWindow::theNextUpdateIsPromisedForOnce()
{
    declare();
    const std::chrono::minutes every = incident::cadence(state());
    press(Qt::Key_U, Qt::ControlModifier);
    for (QAbstractButton* button : m_window->findChildren<QAbstractButton*>()) {
        if (button->text().startsWith(u"5 min"_s))
            button->click();
    }
    press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(saves());
    QCOMPARE(incident::nextUpdate(state(), m_room->clock.wall)->due, m_room->clock.wall + std::chrono::minutes(5));
    QCOMPARE(incident::cadence(state()), every);
}

void TestDeskWindow::aRoleIsTakenFromThePanel()
{
    declare();
    press(Qt::Key_R, Qt::ControlModifier);
    QCOMPARE(focusedName(), u"Roles"_s);
    press(Qt::Key_Return);
    type(u"bob"_s);
    press(Qt::Key_Return);
    QVERIFY(saves());
    QVERIFY(state().commander());
    QCOMPARE(state().person(*state().commander())->shown(), u"bob"_s);
}

void TestDeskWindow::anActionIsMarkedFromThePanel()
{
    declare();
    act(incident::AssignAction{{}, {}, u"Roll back"_s});
    const auto lists = m_window->findChildren<desk::PanelList*>();
    const auto actions = std::ranges::find(lists, u"Actions"_s, &QWidget::accessibleName);
    QVERIFY(actions != lists.end() && (*actions)->isVisible());
    for (const auto state : {incident::ActionState::Started, incident::ActionState::Done}) {
        (*actions)->setFocus();
        press(Qt::Key_Return);
        press(Qt::Key_Return);
        QVERIFY(saves());
        QCOMPARE(this->state().actions.front().state.value, state);
    }
}

void TestDeskWindow::severalIncidentsAreSwitchedByOneKey()
{
    declare(u"Pool is full"_s);
    type(u"half a line"_s);
    press(Qt::Key_D, Qt::ControlModifier);
    type(u"Login is slow"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(saves());
    QCOMPARE(m_window->windowTitle(), u"SEV1 Login is slow — Warroom"_s);
    QVERIFY(QTest::qWaitFor([this] { return m_board->incidents().size() == 2; }));
    press(Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(m_window->windowTitle(), u"SEV1 Pool is full — Warroom"_s);
    QCOMPARE(qobject_cast<QPlainTextEdit*>(focused())->toPlainText(), u"half a line"_s);
    press(Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(m_window->windowTitle(), u"SEV1 Login is slow — Warroom"_s);
    press(Qt::Key_3, Qt::ControlModifier);
    QCOMPARE(m_window->windowTitle(), u"SEV1 Login is slow — Warroom"_s);
    press(Qt::Key_Home, Qt::AltModifier);
    QCOMPARE(m_window->windowTitle(), u"Warroom"_s);
}

void TestDeskWindow::aRowIsPinnedAmendedAndTakenBackByItsKeys()
{
    declare();
    const EntryId note = this->note(u"pool at 96 %"_s);
    press(Qt::Key_F6);
    press(Qt::Key_Asterisk);
    QVERIFY(saves());
    QVERIFY(state().entry(note)->pinned);
    press(Qt::Key_S);
    QVERIFY(saves());
    QVERIFY(state().entry(note)->sensitive);
    press(Qt::Key_E);
    type(u" on prod-1"_s);
    press(Qt::Key_Return);
    QVERIFY(saves());
    QCOMPARE(std::get<incident::Noted>(state().entry(note)->body).text, u"pool at 96 % on prod-1"_s);
    press(Qt::Key_F6);
    press(Qt::Key_Delete);
    QVERIFY(saves());
    QVERIFY(state().entry(note)->retracted);
    press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(saves());
    const incident::Entry& again = *state().entries.back();
    QCOMPARE(std::get<incident::Noted>(again.body).text, u"pool at 96 % on prod-1"_s);
    QVERIFY(again.pinned && again.sensitive && !again.retracted);
}

void TestDeskWindow::whatChangedARowIsTakenBackBeforeTheRow()
{
    declare();
    const EntryId note = this->note(u"pool at 96 %"_s);
    const auto takesBack = [&] {
        press(desk::Act::Line);
        press(Qt::Key_Z, Qt::ControlModifier);
        return saves();
    };
    const auto text = [&] { return std::get<incident::Noted>(state().entry(note)->body).text; };
    press(Qt::Key_F6);
    press(Qt::Key_Asterisk);
    QVERIFY(saves());
    press(Qt::Key_E);
    type(u" on prod-1"_s);
    press(Qt::Key_Return);
    QVERIFY(saves());
    QVERIFY(takesBack());
    QCOMPARE(text(), u"pool at 96 %"_s);
    QVERIFY(state().entry(note)->pinned);
    press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(saves());
    QCOMPARE(text(), u"pool at 96 % on prod-1"_s);
    QVERIFY(takesBack());
    QVERIFY(takesBack());
    QVERIFY(!state().entry(note)->pinned);
    QVERIFY(!state().entry(note)->retracted);
    const EntryId later = this->note(u"later"_s);
    QVERIFY(takesBack());
    QVERIFY(state().entry(later)->retracted);
    QVERIFY(takesBack());
    QVERIFY(state().entry(note)->retracted);
}

void TestDeskWindow::theTimeOfARowIsCorrected()
{
    declare();
    const EntryId note = this->note(u"pool at 96 %"_s);
    press(Qt::Key_F6);
    press(Qt::Key_T);
    QCOMPARE(focusedName(), u"When it happened"_s);
    type(u"soon"_s);
    press(Qt::Key_Return);
    QCOMPARE(focusedName(), u"When it happened"_s);
    press(Qt::Key_A, Qt::ControlModifier);
    type(u"14:05"_s);
    press(Qt::Key_Return);
    QVERIFY(saves());
    QCOMPARE(words::timeOfDay(state().entry(note)->occurredAt(), state().zone()), u"14:05"_s);
    press(desk::Act::Jump);
    type(u"14:23"_s);
    press(Qt::Key_Return);
    QVERIFY(m_session->pending().empty()); // goes there, and corrects nothing
}

void TestDeskWindow::aRowThatIsGoneIsNotCorrectedBack()
{
    declare();
    const EntryId cause = note(u"cause"_s);
    const EntryId late = note(u"late"_s);
    const auto presses = [this](int key) {
        press(key);
        return saves();
    };
    press(Qt::Key_F6);
    press(Qt::Key_Up);
    QVERIFY(presses(Qt::Key_Asterisk));
    press(Qt::Key_Down);
    QVERIFY(presses(Qt::Key_Asterisk));
    QVERIFY(state().entry(cause)->pinned && state().entry(late)->pinned);
    QVERIFY(presses(Qt::Key_Delete));
    QVERIFY(state().entry(late)->retracted);
    // What was done to the row that is gone went with it; what was done to the other one is the last of all.
    press(desk::Act::Line);
    press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(saves());
    QVERIFY(!state().entry(cause)->pinned);
    QVERIFY(!state().entry(cause)->retracted);
}

void TestDeskWindow::whatIsSaidRightBehindADeclarationIsAboutIt()
{
    // However slow the disk is, nobody waits for it.
    for (const QString& each : {u"/incident declare SEV1 Pool is full"_s, u"-5m /began"_s, u"looking at the pool"_s}) {
        type(each);
        press(Qt::Key_Return);
        QCOMPARE(line()->toPlainText(), QString());
    }
    QVERIFY(!m_session->state().declared());
    QVERIFY(saves());
    QCOMPARE(notes(), QStringList{u"looking at the pool"_s});
    QVERIFY(state().milestone(incident::Milestone::ImpactStarted));
}

void TestDeskWindow::theLastActIsTakenBackAndSaidAgain()
{
    declare();
    type(u"pool full"_s);
    press(Qt::Key_Return);
    QVERIFY(saves());
    const EntryId note = state().entries.back()->id;
    press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(saves());
    QVERIFY(state().entry(note)->retracted);
    press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(saves());
    QCOMPARE(notes(), (QStringList{u"pool full"_s, u"pool full"_s}));
    press(Qt::Key_Up);
    type(u"!"_s);
    press(Qt::Key_Return);
    QVERIFY(saves());
    QCOMPARE(notes(), (QStringList{u"pool full"_s, u"pool full!"_s}));
    m_room->clock.wall += std::chrono::minutes(11);
    press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(m_session->pending().empty());
}

void TestDeskWindow::theWordsOfAnEntryAreErasedAfterTheQuestion()
{
    declare();
    const EntryId note = this->note(u"the password is hunter2"_s);
    press(Qt::Key_F6);
    press(Qt::Key_R);
    QVERIFY(sheet());
    press(Qt::Key_Escape);
    QTRY_VERIFY(!sheet());
    QVERIFY(m_session->pending().empty());
    press(Qt::Key_F6);
    press(Qt::Key_R);
    press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(!m_session->pending().empty());
    QVERIFY(!m_session->pending().front().line.contains(u"hunter2"_s));
    QVERIFY(saves());
    QVERIFY(state().entry(note)->redacted);
}

void TestDeskWindow::whatQuotesThemIsErasedWithThem()
{
    declare();
    const EntryId quoting = note(u"hunter2 works, says Dave"_s);
    const EntryId other = note(u"connections are back"_s);
    const EntryId secret = note(u"the password is hunter2"_s);
    press(Qt::Key_F6);
    press(Qt::Key_R);
    QVERIFY(shows(u"These hold words of it, too"_s));
    press(Qt::Key_Tab);
    while (!focusedName().contains(u"hunter2 works"_s))
        press(Qt::Key_Tab);
    press(Qt::Key_Space);
    press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(saves());
    QVERIFY(state().entry(secret)->redacted);
    QVERIFY(state().entry(quoting)->redacted);
    QVERIFY(!state().entry(other)->redacted);
}

void TestDeskWindow::ctrlFSearchesFromAFormToo()
{
    declare();
    press(Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(focusedName(), u"Search in this incident"_s);
    press(Qt::Key_Escape);
    QCOMPARE(focusedName(), u"Line: say what happened"_s);
    press(Qt::Key_G, Qt::ControlModifier);
    QCOMPARE(focusedName(), u"Go to a time"_s);
    press(Qt::Key_Escape);
    press(Qt::Key_U, Qt::ControlModifier);
    press(Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(focusedName(), u"Search in this incident"_s);
}

void TestDeskWindow::f6GoesRound()
{
    declare();
    const QString line = focusedName();
    QStringList seen;
    do {
        press(Qt::Key_F6);
        seen << focusedName();
    } while (seen.size() < 6 && seen.last() != line);
    QCOMPARE(seen, (QStringList{u"Timeline"_s, u"Roles"_s, line}));
}

void TestDeskWindow::anotherLookKeepsWhatIsTyped()
{
    declare();
    const style::Theme light = style::Theme::light();
    type(u"half a line"_s);
    m_window->setTheme(light);
    QTRY_COMPARE(m_window->palette().color(QPalette::Window), light.background);
    QCOMPARE(focusedName(), u"Line: say what happened"_s);
    QCOMPARE(field(focusedName())->toPlainText(), u"half a line"_s);
    QCOMPARE(m_window->grab().toImage().pixelColor(5, 995), light.surface); // the status line
    type(u" and the rest"_s);
    press(Qt::Key_Return);
    QVERIFY(saves());
    QCOMPARE(notes(), QStringList{u"half a line and the rest"_s});
    press(Qt::Key_U, Qt::ControlModifier);
    QVERIFY(sheet());
}

void TestDeskWindow::anotherLookWaitsForAForm()
{
    const style::Theme light = style::Theme::light();
    press(Qt::Key_D, Qt::ControlModifier);
    type(u"Pool is full"_s);
    m_window->setTheme(light);
    QCoreApplication::processEvents();
    QCOMPARE(field(u"What is wrong"_s)->toPlainText(), u"Pool is full"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(saves());
    QTRY_COMPARE(m_window->palette().color(QPalette::Window), light.background);
    QCOMPARE(state().title.value, u"Pool is full"_s);
    style::Theme::dark().apply(*qApp);
}

void TestDeskWindow::anotherLookDoesNotWaitForAKeptForm()
{
    declare();
    press(Qt::Key_U, Qt::ControlModifier);
    type(u"drain prod-3"_s);
    press(Qt::Key_Escape);
    const style::Theme light = style::Theme::light();
    m_window->setTheme(light);
    QTRY_COMPARE(m_window->palette().color(QPalette::Window), light.background);
    QVERIFY(!sheet());
    press(Qt::Key_Escape); // it stands above the line
    QCOMPARE(line()->toPlainText(), u"drain prod-3"_s);
    style::Theme::dark().apply(*qApp);
}

QTEST_MAIN(TestDeskWindow)
#include "tst_deskwindow.moc"
