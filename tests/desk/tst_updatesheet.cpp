// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/desktest.h"

#include "desk/incidentbar.h"
#include "desk/sheet.h"
#include "playbook/loader.h"

#include <QAbstractButton>
#include <QLabel>
#include <QPlainTextEdit>

using namespace warroom;
using namespace Qt::Literals::StringLiterals;
using desk::Act;

/// The form of the status update.
class UpdateSheetTest : public tests::DeskTest
{
    Q_OBJECT

private Q_SLOTS:
    void whatItWasFilledInFromIsSaidInWords();
    void eachAudienceKeepsWhatWasTypedForIt();
    void whatWasTypedForAnotherAudienceComesNext();
    void theAudienceThatWaitsComesFirst();
    void nothingChangedIsSaidToWhoHeardBefore();
    void theFactsOfTheIncidentStayInSight();
    void whatWasToldOfAFormEndsWithIt();

private:
    void openDeskOfTwoAudiences();
    QString audience() const;
    void choose(const QString& text) const;
};

void UpdateSheetTest::openDeskOfTwoAudiences()
{
    session::LoadedPlaybook loaded = support::standardPlaybook();
    loaded.bytes += "audiences:\n  - name: Internal\n  - name: Customers\n";
    loaded.playbook = *playbook::load(loaded.bytes, u"standard"_s);
    openDesk(loaded);
    declare();
}

QString UpdateSheetTest::audience() const
{
    for (const auto* chip : sheet()->findChildren<QAbstractButton*>()) {
        if (chip->isChecked() && (chip->text() == u"Internal"_s || chip->text() == u"Customers"_s))
            return chip->text();
    }
    return {};
}

void UpdateSheetTest::choose(const QString& text) const
{
    for (auto* chip : sheet()->findChildren<QAbstractButton*>()) {
        if (chip->text() == text)
            chip->click();
    }
}

void UpdateSheetTest::whatItWasFilledInFromIsSaidInWords()
{
    declare();
    press(Act::Update);
    QVERIFY(shows(u"Logged so far: 1 entry"_s));
    note(u"pool at 96 %"_s);
    note(u"pool at 97 %"_s);
    act(incident::AssignAction{{}, {}, u"Roll back"_s});
    QVERIFY(shows(u"Logged so far: 2 notes, 1 action, 1 other entry"_s));
}

void UpdateSheetTest::whatWasTypedForAnotherAudienceComesNext()
{
    openDeskOfTwoAudiences();
    press(Act::Update);
    choose(u"Customers"_s);
    field(u"Impact"_s)->setFocus();
    type(u"you cannot log in"_s);
    choose(u"Internal"_s);
    field(u"Impact"_s)->setFocus();
    type(u"the pool is full"_s);
    press(Act::Confirm);
    QVERIFY(saves());
    QVERIFY(sheet() && sheet()->isVisible());
    QCOMPARE(audience(), u"Customers"_s);
    QCOMPARE(field(u"Impact"_s)->toPlainText(), u"you cannot log in"_s);
    QVERIFY(!shows(u"logged meanwhile"_s)); // it is one's own
    const auto labels = sheet()->findChildren<QLabel*>();
    const auto preview = std::ranges::find(labels, u"Preview"_s, &QWidget::accessibleName);
    QVERIFY((*preview)->accessibleDescription().contains(u"you cannot log in"_s));
    press(Act::Confirm);
    QVERIFY(saves());
    QTRY_VERIFY(!sheet());
    QCOMPARE(state().updates.size(), std::size_t(2));
    QVERIFY(state().updates[0].text.contains(u"the pool is full"_s));
    QCOMPARE(state().updates[1].audience, u"Customers"_s);
    QVERIFY(state().updates[1].text.contains(u"you cannot log in"_s));
}

void UpdateSheetTest::theAudienceThatWaitsComesFirst()
{
    openDeskOfTwoAudiences();
    press(Act::Update);
    QCOMPARE(audience(), u"Internal"_s);
    choose(u"Customers"_s);
    press(Act::Confirm); // with the next one promised as usual
    QVERIFY(saves());
    QVERIFY(state().updates[0].nextDue);
    m_room->clock.wall += std::chrono::minutes(1);
    press(Act::Update);
    QCOMPARE(audience(), u"Internal"_s); // nobody told them yet
    press(Act::Confirm);
    QVERIFY(saves());
    press(Act::Update);
    QCOMPARE(audience(), u"Customers"_s);
    // However that was promised.
    for (auto* chip : sheet()->findChildren<QAbstractButton*>()) {
        if (chip->text().startsWith(u"5 min"_s) || chip->text() == u"every time from now on"_s)
            chip->click();
    }
    press(Act::Confirm);
    QVERIFY(saves());
    QCOMPARE(incident::cadence(state(), u"Customers"_s), std::chrono::minutes(5));
    QVERIFY(state().updates.back().nextDue);
    press(Act::Update);
    QCOMPARE(audience(), u"Customers"_s);
}

void UpdateSheetTest::nothingChangedIsSaidToWhoHeardBefore()
{
    openDeskOfTwoAudiences();
    press(Act::Update);
    choose(u"Customers"_s);
    press(Act::Confirm);
    QVERIFY(saves());
    press(Act::NoChange);
    QCOMPARE(audience(), u"Customers"_s);
    QVERIFY(field(u"Done since the last one"_s)->toPlainText().startsWith(u"No change since"_s));
}

void UpdateSheetTest::theFactsOfTheIncidentStayInSight()
{
    declare();
    m_window->resize(1280, 720);
    const auto covers = [this] {
        const auto* bar = m_window->findChild<desk::IncidentBar*>();
        return sheet()->y() < bar->mapTo(m_window.get(), QPoint(0, bar->height())).y();
    };
    press(Act::Update);
    QVERIFY(!covers());
    press(Qt::Key_Escape);
    press(Act::Declare);
    QVERIFY(!covers());
    type(u"Login is slow"_s);
    press(Qt::Key_Escape);
    press(Act::StartPage);
    press(Act::Declare);
    QTRY_COMPARE(sheet()->y(), 0);
}

void UpdateSheetTest::whatWasToldOfAFormEndsWithIt()
{
    declare();
    press(Act::Update);
    type(u"drain prod-3"_s);
    press(Qt::Key_Escape);
    QVERIFY(shows(u"What you typed into the form is kept"_s));
    press(Act::Update);
    press(Act::Confirm);
    QVERIFY(saves());
    QVERIFY(!shows(u"What you typed into the form is kept"_s));
}

void UpdateSheetTest::eachAudienceKeepsWhatWasTypedForIt()
{
    openDeskOfTwoAudiences();
    press(Act::Update);
    const auto write = [this](const QString& name, const QString& text) {
        field(name)->setFocus();
        type(text);
    };
    write(u"Next steps"_s, u"drain prod-3"_s);
    choose(u"5 min → 14:28"_s);
    choose(playbook().statuses[2].word);
    choose(u"Customers"_s);
    QCOMPARE(field(u"Next steps"_s)->toPlainText(), QString());
    write(u"Impact"_s, u"you cannot log in"_s);
    choose(u"Internal"_s);
    QCOMPARE(field(u"Next steps"_s)->toPlainText(), u"drain prod-3"_s);
    QCOMPARE(field(u"Impact"_s)->toPlainText(), QString());
    QVERIFY(shows(u"14:28"_s)); // in the preview
    QVERIFY(shows(playbook().statuses[2].word));
    // And what was typed for the one that is not in view is kept with the form
    choose(u"Customers"_s);
    press(Qt::Key_Escape);
    press(Act::Update);
    choose(u"Internal"_s);
    choose(u"Customers"_s);
    QCOMPARE(field(u"Impact"_s)->toPlainText(), u"you cannot log in"_s);
}

QTEST_MAIN(UpdateSheetTest)
#include "tst_updatesheet.moc"
