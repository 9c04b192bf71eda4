// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/desktest.h"
#include "desk/severitycard.h"
#include "style/chip.h"

#include <algorithm>

using namespace warroom;
using namespace Qt::Literals::StringLiterals;
using desk::Act;

/// The playbook that one declares with.
class PlaybooksTest : public tests::DeskTest
{
    Q_OBJECT

private Q_SLOTS:
    void oneAloneIsNoChoice();
    void theFirstOneIsChosen();
    void theNextOneFillsTheFormAnewAndKeepsWhatIsTyped();
    void tabStillGoesAsOneReads();
    void theIncidentAdoptsTheChosenOne();
    void whatIsChosenIsKeptForTheNextTime();
    void whatNobodyChoseIsNotKept();
    void whoeverDeclaresIsWhoThatPlaybookKnows();
    void oneThatCannotBeReadIsShownWithTheReason();
    void oneThatCannotBeReadIsPassedOver();
    void noneThatCanBeReadIsNoHindrance();
    void thoseThatHaveNoRoomAreReachedByTheKey();
    void longNamesAreWhole();
    void criteriaAreWhole();
    void nothingIsReadBeforeSomebodyDeclares();
    void rolesThatHaveNoRoomAreLeftToTheLine();

private:
    void openWith(const QStringList& names);
    style::Chip* chip(const QString& name) const;
    QStringList shownChips() const;
};

void PlaybooksTest::openWith(const QStringList& names)
{
    m_shelf.order = names;
    press(Act::Declare);
}

style::Chip* PlaybooksTest::chip(const QString& name) const
{
    const auto chips = m_window->findChildren<style::Chip*>();
    const auto found =
        std::ranges::find_if(chips, [&](const style::Chip* each) { return each->accessibleName() == name; });
    return found == chips.end() ? nullptr : *found;
}

QStringList PlaybooksTest::shownChips() const
{
    QStringList names;
    for (const QString& name : m_shelf.order) {
        if (chip(name) && chip(name)->isVisible())
            names << name;
    }
    return names;
}

void PlaybooksTest::oneAloneIsNoChoice()
{
    openWith({u"standard"_s});
    QVERIFY(!shows(u"Playbook"_s));
    QCOMPARE(shownChips(), QStringList());
}

void PlaybooksTest::theFirstOneIsChosen()
{
    openWith({u"web"_s, u"standard"_s});
    QVERIFY(chip(u"web"_s)->isChecked());
    QVERIFY(shows(u"playbook web"_s));
    QCOMPARE(focusedName(), u"What is wrong"_s);
}

void PlaybooksTest::theNextOneFillsTheFormAnewAndKeepsWhatIsTyped()
{
    openWith({u"standard"_s, u"web"_s});
    type(u"Pool is full"_s);
    QVERIFY(chip(u"Operations Lead"_s));
    press(Act::NextPlaybook);
    QVERIFY(chip(u"web"_s)->isChecked());
    QVERIFY(chip(u"Captain"_s));
    QVERIFY(!chip(u"Operations Lead"_s));
    QVERIFY(shows(u"playbook web"_s));
    QCOMPARE(focusedName(), u"What is wrong"_s);
    QCOMPARE(field(focusedName())->toPlainText(), u"Pool is full"_s);
    press(Act::NextPlaybook);
    QVERIFY(chip(u"standard"_s)->isChecked());
    QVERIFY(chip(u"Operations Lead"_s));
}

void PlaybooksTest::tabStillGoesAsOneReads()
{
    openWith({u"standard"_s, u"web"_s});
    press(Act::NextPlaybook);
    QStringList names;
    while (names.size() < 9 && (names.isEmpty() || focusedName() != u"What is wrong"_s)) {
        names << focusedName();
        press(Qt::Key_Tab);
    }
    QCOMPARE(names.mid(0, 4), (QStringList{u"What is wrong"_s, u"Who is hit"_s, u"Since"_s, u"no role"_s}));
    QCOMPARE(names.value(6), u"web"_s); // after the buttons from above again
    QVERIFY2(names.value(7).startsWith(u"P1"_s), qPrintable(names.join(u" · "_s)));
    QCOMPARE(names.size(), 8);
}

void PlaybooksTest::theIncidentAdoptsTheChosenOne()
{
    openWith({u"standard"_s, u"web"_s});
    type(u"Pool is full"_s);
    press(Act::NextPlaybook);
    press(Qt::Key_1, Qt::AltModifier);
    press(Act::Confirm);
    QVERIFY(saves());
    QCOMPARE(state().severity.value, u"P1"_s);
    QCOMPARE(state().playbook.value.name, u"web"_s);
    QCOMPARE(m_session->playbookBytes(), m_shelf.load(u"web"_s)->bytes);
}

void PlaybooksTest::whatIsChosenIsKeptForTheNextTime()
{
    openWith({u"standard"_s, u"web"_s});
    type(u"Pool is full"_s);
    chip(u"web"_s)->click();
    QCOMPARE(m_shelf.kept, QStringList());
    press(Act::Confirm);
    QVERIFY(saves());
    QCOMPARE(m_shelf.kept, QStringList{u"web"_s});
}

void PlaybooksTest::whatNobodyChoseIsNotKept()
{
    openWith({u"standard"_s, u"web"_s});
    type(u"Pool is full"_s);
    press(Act::Confirm);
    QVERIFY(saves());
    QCOMPARE(m_shelf.kept, QStringList());
}

void PlaybooksTest::whoeverDeclaresIsWhoThatPlaybookKnows()
{
    openWith({u"standard"_s, u"web"_s});
    QVERIFY(shows(u"Ana takes"_s));
    type(u"Pool is full"_s);
    press(Act::NextPlaybook);
    QVERIFY(shows(u"Ana Lopez takes"_s));
    press(Act::Confirm);
    QVERIFY(saves());
    note(u"said by the same"_s);
    QCOMPARE(state().people.size(), 1);
    QCOMPARE(state().people.begin()->rosterKey, u"ana"_s);
}

void PlaybooksTest::oneThatCannotBeReadIsShownWithTheReason()
{
    m_shelf.damaged = QStringList{u"broken"_s};
    openWith({u"standard"_s, u"broken"_s, u"web"_s});
    QTRY_VERIFY(shows(u"broken.yaml:3:1: unknown key"_s));
    QVERIFY(chip(u"broken"_s)->isVisible());
    QVERIFY(!chip(u"broken"_s)->isEnabled());
    QVERIFY(chip(u"web"_s)->isEnabled());
}

void PlaybooksTest::oneThatCannotBeReadIsPassedOver()
{
    m_shelf.damaged = QStringList{u"broken"_s};
    openWith({u"broken"_s, u"standard"_s, u"web"_s});
    QVERIFY(chip(u"standard"_s)->isChecked());
    press(Act::NextPlaybook);
    QVERIFY(chip(u"web"_s)->isChecked());
    press(Act::NextPlaybook);
    QVERIFY(chip(u"standard"_s)->isChecked());
}

void PlaybooksTest::noneThatCanBeReadIsNoHindrance()
{
    m_shelf.damaged = QStringList{u"broken"_s, u"lost"_s};
    openWith({u"broken"_s, u"lost"_s});
    type(u"Pool is full"_s);
    press(Act::NextPlaybook);
    press(Act::Confirm);
    QVERIFY(saves());
    QCOMPARE(state().playbook.value.name, u"standard"_s); // what the session was opened with
}

void PlaybooksTest::thoseThatHaveNoRoomAreReachedByTheKey()
{
    openWith({u"standard"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s, u"f"_s, u"g"_s});
    QCOMPARE(shownChips(), (QStringList{u"standard"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s}));
    QVERIFY(shows(u"and 2 more"_s));
    for (int i = 0; i < 5; ++i)
        press(Act::NextPlaybook);
    QVERIFY(chip(u"f"_s)->isChecked());
    QCOMPARE(shownChips(), (QStringList{u"standard"_s, u"b"_s, u"c"_s, u"d"_s, u"f"_s}));
}

void PlaybooksTest::longNamesAreWhole()
{
    const QStringList names{u"standard"_s, u"payments-incident-response-europe"_s, u"payments-incident-response-asia"_s,
        u"payments-incident-response-africa"_s};
    openWith(names);
    m_window->resize(1280, 720);
    for (const QString& name : names) {
        QVERIFY(chip(name));
        QCOMPARE(chip(name)->text(), name);
        QTRY_COMPARE(chip(name)->width(), chip(name)->sizeHint().width());
    }
}

void PlaybooksTest::criteriaAreWhole()
{
    m_shelf.first.playbook.severities.front().criteria = {QString(u"customers cannot pay "_s).repeated(7)};
    press(Act::Declare);
    const auto cards = m_window->findChildren<desk::SeverityCard*>();
    QVERIFY(cards.size() > 1);
    for (const desk::SeverityCard* card : cards) {
        QTRY_VERIFY(card->height() >= cards.front()->heightForWidth(cards.front()->width()));
        QVERIFY(card->height() > 80);
    }
}

void PlaybooksTest::nothingIsReadBeforeSomebodyDeclares()
{
    m_shelf.order = QStringList{u"standard"_s, u"web"_s};
    QCOMPARE(m_shelf.opened, QStringList());
    press(Act::Declare);
    QCOMPARE(m_shelf.opened, QStringList{u"standard"_s});
    QTRY_COMPARE(m_shelf.opened, (QStringList{u"standard"_s, u"web"_s}));
}

void PlaybooksTest::rolesThatHaveNoRoomAreLeftToTheLine()
{
    openWith({u"standard"_s, u"many"_s});
    press(Act::NextPlaybook);
    QVERIFY(chip(u"Helper 1"_s)->isVisible());
    QVERIFY(!chip(u"Helper 39"_s));
    QVERIFY(chip(u"My own"_s)->isChecked()); // the last one, and mine
    const QRect inSheet(QPoint(), sheet()->size());
    for (const style::Chip* each : m_window->findChildren<style::Chip*>()) {
        if (!each->isVisible() || !sheet()->isAncestorOf(each))
            continue;
        QVERIFY(each->width() >= each->sizeHint().width());
        QVERIFY(inSheet.contains(QRect(each->mapTo(sheet(), QPoint()), each->size())));
    }
}

QTEST_MAIN(PlaybooksTest)
#include "tst_playbooks.moc"
