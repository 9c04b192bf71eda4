// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/desktest.h"
#include "incident/rolehistory.h"

#include <QAbstractButton>
#include <QListView>

#include <algorithm>

using namespace warroom;
using namespace Qt::Literals::StringLiterals;
using desk::Act;

/// The roles of the desk, by the keyboard.
class RolesTest : public tests::DeskTest
{
    Q_OBJECT

private Q_SLOTS:
    void spaceShowsWhatTheRoleHasToDo();
    void theFormTellsWhoHeldIt();
    void aFreeRoleIsNotGivenAway();
    void theFormFollowsTheLog();
    void theFormGivesTheRoleAway();
    void theFormReleasesItsHolder();
    void delReleasesTheMarkedHolder();
    void delReleasesOneOfSeveral();
    void whatNobodyHoldsIsNotReleased();
    void aReleaseIsTakenBackWhereItWasSaid();
    void whoTakesARoleHearsItsDuties();
    void whoGivesARoleAwayHearsNothing();
    void whoIsLateHearsWhoHasTheRole_data();
    void whoIsLateHearsWhoHasTheRole();
    void declaringTellsTheDutiesOfTheRole();

private:
    const playbook::Role& commander() const { return playbook().roles.front(); }
    void take(const playbook::Role& role, const QString& name)
    {
        act(incident::AssignRole{role.id, {{}, {}, name, {}}});
    }
    QStringList holders(const playbook::Role& role) const;
    void mark(int row) { qobject_cast<QListView*>(focused())->setCurrentIndex(rows()->index(row, 0)); }
    QAbstractItemModel* rows() const { return qobject_cast<QListView*>(focused())->model(); }
};

QStringList RolesTest::holders(const playbook::Role& role) const
{
    QStringList names;
    for (const PersonId& holder : state().holders(role.id))
        names << state().person(holder)->shown();
    return names;
}

void RolesTest::spaceShowsWhatTheRoleHasToDo()
{
    declare();
    press(Act::Roles);
    press(Act::Details);
    QCOMPARE(sheetName(), commander().name);
    QVERIFY(shows(commander().duties.last()));
    QVERIFY(shows(commander().authority.last()));
    QVERIFY(shows(u"nobody"_s));
    press(Qt::Key_Escape);
    QCOMPARE(focused(), line());
}

void RolesTest::theFormTellsWhoHeldIt()
{
    declare();
    take(commander(), u"Bob"_s);
    m_room->clock.wall += std::chrono::minutes(7);
    take(commander(), u"Eve"_s);
    m_room->clock.wall += std::chrono::minutes(5);
    press(Act::Roles);
    mark(0);
    press(Act::Details);
    const auto time = [this](int ago) {
        return toDateTime(m_room->clock.wall - std::chrono::minutes(ago), state().zone()).toString(u"HH:mm"_s);
    };
    QVERIFY(shows(u"Eve, since %1 (5 min)"_s.arg(time(5))));
    QVERIFY(shows(u"Bob, %1 – %2"_s.arg(time(12), time(5))));
}

void RolesTest::aFreeRoleIsNotGivenAway()
{
    const auto says = [this](const QString& text) {
        const auto buttons = sheet()->findChildren<QAbstractButton*>();
        return std::ranges::any_of(buttons, [&](const QAbstractButton* each) { return each->text() == text; });
    };
    declare();
    press(Act::Roles);
    press(Act::Details);
    QVERIFY(says(u"Give it to somebody"_s));
    press(Qt::Key_Escape);
    take(commander(), u"Bob"_s);
    press(Act::Roles);
    mark(0);
    press(Act::Details);
    QVERIFY(says(u"Give it to somebody else"_s));
}

void RolesTest::theFormFollowsTheLog()
{
    declare();
    press(Act::Roles);
    press(Act::Details);
    QVERIFY(shows(u"nobody"_s));
    take(commander(), u"Bob"_s);
    QVERIFY(shows(u"Bob, since"_s));
}

void RolesTest::theFormGivesTheRoleAway()
{
    declare();
    press(Act::Roles);
    press(Act::Details);
    press(Qt::Key_Return);
    QCOMPARE(focused(), line());
    type(u"bob"_s);
    press(Qt::Key_Return);
    QVERIFY(saves());
    QCOMPARE(holders(commander()), QStringList{u"bob"_s});
}

void RolesTest::theFormReleasesItsHolder()
{
    declare();
    take(commander(), u"Bob"_s);
    press(Act::Roles);
    mark(0);
    press(Act::Details);
    press(Act::ReleaseRole);
    QVERIFY(saves());
    QCOMPARE(holders(commander()), QStringList());
    QCOMPARE(focused(), line());
}

void RolesTest::delReleasesTheMarkedHolder()
{
    declare();
    take(commander(), u"Bob"_s);
    press(Act::Roles);
    mark(0);
    press(Act::ReleaseRole);
    QCOMPARE(m_session->pending().front().line, u"/role %1 -"_s.arg(commander().name));
    QVERIFY(saves());
    QCOMPARE(holders(commander()), QStringList());
    QCOMPARE(focusedName(), u"Roles"_s);
    QCOMPARE(qobject_cast<QListView*>(focused())->currentIndex().row(), 0); // once more releases nobody else
}

void RolesTest::delReleasesOneOfSeveral()
{
    declare();
    const auto several = std::ranges::find_if(playbook().roles, &playbook::Role::several);
    QVERIFY(several != playbook().roles.end());
    take(*several, u"Bob"_s);
    m_room->clock.wall += std::chrono::minutes(1);
    take(*several, u"Eve"_s);
    press(Act::Roles);
    mark(int(several - playbook().roles.begin()));
    press(Act::ReleaseRole);
    QVERIFY(saves());
    QCOMPARE(holders(*several), QStringList{u"Eve"_s});
}

void RolesTest::whatNobodyHoldsIsNotReleased()
{
    declare();
    press(Act::Roles);
    press(Act::ReleaseRole);
    QVERIFY(m_session->pending().empty());
    QVERIFY(shows(u"Nobody has the role"_s));
}

void RolesTest::aReleaseIsTakenBackWhereItWasSaid()
{
    declare();
    take(commander(), u"Bob"_s);
    press(Act::Roles);
    mark(0);
    press(Act::ReleaseRole);
    QVERIFY(saves());
    press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(saves());
    QCOMPARE(holders(commander()), QStringList{u"Bob"_s});
    press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(saves());
    QCOMPARE(holders(commander()), QStringList());
}

void RolesTest::whoTakesARoleHearsItsDuties()
{
    declare();
    type(u"/role %1 @Ana"_s.arg(commander().name));
    press(Qt::Key_Return);
    QVERIFY(saves());
    QCOMPARE(holders(commander()), QStringList{u"Ana"_s});
    QVERIFY(shows(u"You are Incident Commander: keep the whole picture"_s));
    type(u"x"_s);
    QVERIFY(!shows(u"You are"_s));
}

void RolesTest::whoGivesARoleAwayHearsNothing()
{
    declare();
    type(u"/role %1 @bob"_s.arg(commander().name));
    press(Qt::Key_Return);
    QVERIFY(saves());
    QVERIFY(!shows(u"You are"_s));
}

void RolesTest::whoIsLateHearsWhoHasTheRole_data()
{
    QTest::addColumn<QString>("person");
    QTest::newRow("for oneself") << u"Ana"_s;
    QTest::newRow("for somebody else") << u"carol"_s;
}

void RolesTest::whoIsLateHearsWhoHasTheRole()
{
    QFETCH(QString, person);
    declare();
    type(u"/role %1 @%2"_s.arg(commander().name, person));
    m_room->clock.wall += std::chrono::seconds(5);
    act(incident::AssignRole{commander().id, incident::PersonRef{{}, {}, u"Bob"_s, {}}});
    press(Qt::Key_Return);
    QVERIFY(saves());
    QCOMPARE(holders(commander()), QStringList{u"Bob"_s});
    QVERIFY(!shows(u"You are"_s));
    QVERIFY(shows(u"Logged as history: Bob took the role Incident Commander after you began the line."_s));
}

void RolesTest::declaringTellsTheDutiesOfTheRole()
{
    press(Act::Declare);
    QVERIFY(!shows(u"Duties:"_s));
    for (QAbstractButton* button : m_window->findChildren<QAbstractButton*>()) {
        if (button->text() == playbook().roles[1].name)
            button->click();
    }
    QVERIFY(shows(u"Duties: lead the work on the systems"_s));
}

QTEST_MAIN(RolesTest)
#include "tst_roles.moc"
