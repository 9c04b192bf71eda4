// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/desktest.h"

#include <QListView>

using namespace warroom;
using namespace Qt::Literals::StringLiterals;
using desk::Act;

/// What is under Ctrl+K.
class PaletteTest : public tests::DeskTest
{
    Q_OBJECT

private Q_SLOTS:
    void thePaletteFindsACommand();
    void thePaletteLeavesTheLineAlone();
    void thePaletteTypesAPerson();
    void thePaletteBeginsARole();
    void thePaletteBeginsAVerb();
    void thePaletteShowsAnIncident();
    void openIncidentsStandBeforePastOnes();
    void thePaletteFinishesAnAction();
    void thePaletteSaysWhyNot();
    void thePaletteFindsNothing();
};

void PaletteTest::thePaletteFindsACommand()
{
    declare();
    press(Act::Everything);
    QCOMPARE(sheetName(), u"Everything"_s);
    type(u"ackn"_s);
    press(Qt::Key_Return);
    QVERIFY(saves());
    QVERIFY(state().milestone(incident::Milestone::Acknowledged));
    press(desk::keyRow(Act::Everything).keys.at(1));
    type(u"stat up"_s);
    press(Qt::Key_Return);
    QVERIFY(sheetName().startsWith(u"Status update"_s));
}

void PaletteTest::thePaletteLeavesTheLineAlone()
{
    declare();
    type(u"half a line"_s);
    press(Act::Everything);
    type(u"seve"_s);
    press(Qt::Key_Escape);
    QCOMPARE(focused(), line());
    QCOMPARE(line()->toPlainText(), u"half a line"_s);
}

void PaletteTest::thePaletteTypesAPerson()
{
    declare();
    act(incident::AssignRole{playbook().roles.front().id, {{}, {}, u"Bob Smith"_s, u"bob"_s}});
    QVERIFY(saves());
    press(Act::Everything);
    type(u"smith"_s);
    press(Qt::Key_Return);
    QCOMPARE(line()->toPlainText(), u"@bob "_s);
    QCOMPARE(focused(), line());
}

void PaletteTest::thePaletteBeginsARole()
{
    declare();
    type(u"half a line"_s);
    press(Act::Everything);
    type(playbook().roles.front().name);
    press(Qt::Key_Return);
    QCOMPARE(line()->toPlainText(), u"/role %1 @"_s.arg(playbook().roles.front().name));
    type(u"bob"_s);
    press(Qt::Key_Return);
    QVERIFY(saves());
    QVERIFY(state().commander());
    QVERIFY(line()->toPlainText().isEmpty());
    press(Qt::Key_Escape);
    QCOMPARE(line()->toPlainText(), u"half a line"_s);
}

void PaletteTest::thePaletteBeginsAVerb()
{
    declare();
    press(Act::Everything);
    type(u"/dec"_s);
    press(Qt::Key_Return);
    QCOMPARE(line()->toPlainText(), u"/decision "_s);
    press(Act::Everything);
    press(Qt::Key_Down);
    press(Qt::Key_Up);
    press(Qt::Key_Up);
    press(Qt::Key_Return);
    QCOMPARE(sheetName(), u"Declare an incident"_s);
}

void PaletteTest::thePaletteShowsAnIncident()
{
    declare(u"Pool is full"_s);
    const QString label = state().label;
    press(Act::Declare);
    type(u"Login is slow"_s);
    press(Act::Confirm);
    QVERIFY(saves());
    QVERIFY(QTest::qWaitFor([this] { return m_board->incidents().size() == 2; }));
    type(u"half a line"_s);
    press(Act::Everything);
    type(u"pool full"_s);
    press(Qt::Key_Return);
    QCOMPARE(m_window->windowTitle(), u"SEV1 Pool is full — Warroom"_s);
    QCOMPARE(focused(), line());
    press(Act::Everything);
    type(u"login"_s);
    press(Qt::Key_Return);
    QCOMPARE(line()->toPlainText(), u"half a line"_s);
    press(Act::Everything);
    type(label);
    press(Qt::Key_Return);
    QCOMPARE(m_window->windowTitle(), u"SEV1 Pool is full — Warroom"_s);
}

void PaletteTest::openIncidentsStandBeforePastOnes()
{
    declare(u"Pool is full"_s);
    m_room->clock.wall += std::chrono::minutes(1);
    press(Act::Declare);
    type(u"Pool is empty"_s);
    press(Act::Confirm);
    QVERIFY(saves());
    QVERIFY(QTest::qWaitFor([this] { return m_board->incidents().size() == 2; }));
    const auto found = [this] {
        press(Act::Everything);
        type(u"incident pool"_s);
        QStringList names;
        const auto* list = sheet()->findChild<QListView*>();
        for (int row = 0; row < list->model()->rowCount(); ++row)
            names << list->model()->index(row, 0).data().toString();
        press(Qt::Key_Escape);
        return names;
    };
    QCOMPARE(found(), (QStringList{u"Pool is empty"_s, u"Pool is full"_s})); // the newest first
    act(incident::Resolve{});
    act(incident::Close{});
    const IncidentId over = state().id;
    QVERIFY(QTest::qWaitFor([&] { return m_board->state(over).closed(); }));
    QCOMPARE(found(), (QStringList{u"Pool is full"_s, u"Pool is empty"_s}));
}

void PaletteTest::thePaletteFinishesAnAction()
{
    declare();
    act(incident::AssignAction{{}, {}, u"Roll back"_s});
    act(incident::AssignAction{{}, {}, u"Drain prod-3"_s});
    press(Act::Everything);
    type(u"drain"_s);
    press(Qt::Key_Return);
    QCOMPARE(line()->toPlainText(), u"/done 2"_s);
    press(Qt::Key_Return);
    QVERIFY(saves());
    QCOMPARE(state().actions[1].state.value, incident::ActionState::Done);
    press(Act::Everything);
    type(u"drain"_s);
    QVERIFY(shows(u"Nothing is called that"_s));
}

void PaletteTest::thePaletteSaysWhyNot()
{
    press(Act::Everything);
    type(u"acknowledge"_s);
    press(Qt::Key_Return);
    QVERIFY(shows(u"No incident is open yet"_s));
    QVERIFY(m_session->pending().empty());
}

void PaletteTest::thePaletteFindsNothing()
{
    press(Act::Everything);
    type(u"zzzz"_s);
    QVERIFY(shows(u"Nothing is called that"_s));
    press(Qt::Key_Return);
    QCOMPARE(sheetName(), u"Everything"_s);
}

QTEST_MAIN(PaletteTest)
#include "tst_palette.moc"
