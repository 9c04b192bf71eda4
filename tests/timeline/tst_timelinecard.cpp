// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/windowtest.h"
#include "timeline/timelinecard.h"
#include "timeline/timelinenotice.h"
#include "timeline/timelineview.h"
#include "words/told.h"

#include <QLabel>
#include <QPushButton>

#include <algorithm>

using namespace warroom;
using session::Pending;
using tests::Told;

/// The timeline, what is not saved yet, and the line together.
class TimelineCardTest : public tests::WindowTest
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_card.reset(); }

    void theNextPanelIsTheTimelineAndThenNoneOfTheCard();
    void beforeTheDeclarationSomethingElseStandsThere();
    void theButtonsOfWhatIsNotSavedAreReachedFirst();
    void aChipShowsItsRowsAndHowMany();
    void aSortThatThereIsNothingOfIsNotOffered();
    void aClickOnAChipLeavesTheFocusInTheLine();
    void whatOneLookedAtIsThereAgainWhenAllIsShown();
    void aSearchShowsWhatHoldsItsWords();
    void escLeavesTheSearchAndKeepsTheRowThatWasFound();
    void whatIsSavedOutOfTheFilterIsSaidAndShown();
    void whatCameWithTheFilterIsNoNews();

private:
    void tell(int notes);
    void show();
    QAbstractButton* chip(const QString& start) const;
    QWidget* focus() const { return QApplication::focusWidget(); }
    QStringList rows() const;
    QString current() const { return text(m_view->currentIndex()); }
    static QString text(const QModelIndex& row);
    QString notice() const;
    void fail();
    QString focused() const;

    Told m_told;
    incident::IncidentState m_state;
    playbook::Playbook m_book = tests::team();
    std::unique_ptr<timeline::TimelineCard> m_card;
    timeline::TimelineView* m_view = nullptr;
};

void TimelineCardTest::init()
{
    failOnWarnings();
    m_told = Told::declared();
    m_state = m_told.state();
    const timeline::TimelineWords::Source source{[this]() -> const incident::IncidentState& { return m_state; },
        [this]() -> const playbook::Playbook& { return m_book; }};
    const auto situation = [this] {
        capture::Situation now;
        now.now = tests::at(QStringLiteral("14:45:41"));
        now.playbook = &m_book;
        now.state = m_state.declared() ? &m_state : nullptr;
        return now;
    };
    m_card = std::make_unique<timeline::TimelineCard>(
        style::Theme::dark(), source, situation, new QLabel(QStringLiteral("before")), nullptr);
    m_view = m_card->findChild<timeline::TimelineView*>();
    m_card->resize(900, 500);
    m_card->show(m_state);
    m_card->QWidget::show();
    m_card->activateWindow();
    m_card->focusLine();
    QVERIFY(QTest::qWaitForWindowActive(m_card.get()));
}

void TimelineCardTest::show()
{
    m_state = m_told.state();
    m_card->show(m_state);
    m_view->executeLayout();
}

void TimelineCardTest::tell(int notes)
{
    for (int i = 0; i < notes; ++i) {
        const QString time = QTime(14, 30).addSecs(i).toString(QStringLiteral("HH:mm:ss"));
        const auto kind = i % 10 == 5 ? incident::NoteKind::Decision : incident::NoteKind::Note;
        m_told.say(time, incident::Noted{kind, QStringLiteral("said %1.").arg(i)});
    }
    show();
}

QAbstractButton* TimelineCardTest::chip(const QString& start) const
{
    const auto buttons = m_card->findChildren<QAbstractButton*>();
    const auto found = std::ranges::find_if(
        buttons, [&](const QAbstractButton* b) { return b->isVisible() && b->text().startsWith(start); });
    return found == buttons.end() ? nullptr : *found;
}

QString TimelineCardTest::text(const QModelIndex& row)
{
    return row.data(timeline::TimelineWords::SentenceRole).value<words::Sentence>().text;
}

QStringList TimelineCardTest::rows() const
{
    QStringList result;
    for (int row = 0; row < m_view->model()->rowCount(); ++row)
        result << text(m_view->model()->index(row, 0));
    return result;
}

QString TimelineCardTest::notice() const
{
    const auto* notice = m_card->findChild<timeline::TimelineNotice*>();
    return notice->isVisible() ? notice->text() : QString();
}

void TimelineCardTest::aChipShowsItsRowsAndHowMany()
{
    tell(30);
    QVERIFY(chip(QStringLiteral("All 31")));
    QVERIFY(chip(QStringLiteral("Key 4")));
    chip(QStringLiteral("Decisions 3"))->click();
    QCOMPARE(rows(), (QStringList{QStringLiteral("said 5."), QStringLiteral("said 15."), QStringLiteral("said 25.")}));
    m_told.say(QStringLiteral("14:30:07"), incident::Noted{incident::NoteKind::Decision, QStringLiteral("late")});
    m_told.note(QStringLiteral("14:30:08"), QStringLiteral("late too"));
    show();
    QVERIFY(chip(QStringLiteral("Decisions 4")));
    QVERIFY(chip(QStringLiteral("All 33")));
    QCOMPARE(rows().at(1), QStringLiteral("late"));
    QCOMPARE(rows().size(), 4);
}

void TimelineCardTest::aSortThatThereIsNothingOfIsNotOffered()
{
    QVERIFY(chip(QStringLiteral("All 1")));
    QVERIFY(!chip(QStringLiteral("Actions")));
    m_told.say(QStringLiteral("14:30"), incident::ActionAssigned{{}, {}, QStringLiteral("drain")});
    show();
    QVERIFY(chip(QStringLiteral("Actions 1")));
}

void TimelineCardTest::aClickOnAChipLeavesTheFocusInTheLine()
{
    tell(30);
    const QString line = focused();
    QTest::mouseClick(chip(QStringLiteral("Key")), Qt::LeftButton);
    QCOMPARE(rows().size(), 4);
    QCOMPARE(focused(), line);
}

void TimelineCardTest::whatOneLookedAtIsThereAgainWhenAllIsShown()
{
    tell(200);
    m_view->showRow(100);
    const QPersistentModelIndex current = m_view->currentIndex();
    const QString said = text(current);
    const QRect before = m_view->visualRect(current);
    QVERIFY(!m_view->isAtEnd());
    chip(QStringLiteral("Decisions"))->click();
    QVERIFY(!m_view->currentIndex().isValid());
    chip(QStringLiteral("All"))->click();
    QCOMPARE(this->current(), said);
    QCOMPARE(m_view->visualRect(m_view->currentIndex()), before);
    QVERIFY(!m_view->isAtEnd());
}

void TimelineCardTest::aSearchShowsWhatHoldsItsWords()
{
    tell(30);
    m_card->search();
    QCOMPARE(focused(), QStringLiteral("Search in this incident"));
    QTest::keyClicks(focus(), QStringLiteral("5. SAID"));
    QCOMPARE(rows(), (QStringList{QStringLiteral("said 5."), QStringLiteral("said 15."), QStringLiteral("said 25.")}));
    m_told.note(QStringLiteral("14:31"), QStringLiteral("said 35."));
    m_told.note(QStringLiteral("14:31"), QStringLiteral("said 36."));
    show();
    QCOMPARE(rows().size(), 4);
    QTest::keyClick(focus(), Qt::Key_Escape);
    QCOMPARE(rows().size(), 33);
    QCOMPARE(focused(), QStringLiteral("Line: say what happened"));
    QVERIFY(m_view->isAtEnd());
}

void TimelineCardTest::escLeavesTheSearchAndKeepsTheRowThatWasFound()
{
    tell(200);
    m_card->search();
    QTest::keyClicks(focus(), QStringLiteral("said 142."));
    QTest::keyClick(focus(), Qt::Key_Return);
    QCOMPARE(focused(), QStringLiteral("Timeline"));
    QCOMPARE(current(), QStringLiteral("said 142."));
    QTest::keyClick(focus(), Qt::Key_Escape);
    QCOMPARE(rows().size(), 201);
    QCOMPARE(current(), QStringLiteral("said 142."));
    QVERIFY(m_view->isInView(m_view->currentIndex().row()));
}

void TimelineCardTest::whatIsSavedOutOfTheFilterIsSaidAndShown()
{
    tell(30);
    chip(QStringLiteral("Decisions"))->click();
    const EntryId saved = m_told.note(QStringLiteral("14:31"), QStringLiteral("mine"));
    show();
    m_card->tellSaved(saved);
    QVERIFY(notice().startsWith(QLatin1String("Saved at 14:31, not among these rows")));
    m_card->showLast();
    QCOMPARE(rows().size(), 32);
    QCOMPARE(current(), QStringLiteral("mine"));
}

void TimelineCardTest::whatCameWithTheFilterIsNoNews()
{
    tell(200);
    chip(QStringLiteral("Decisions"))->click();
    m_view->showRow(0);
    chip(QStringLiteral("All"))->click();
    QCOMPARE(m_view->unseen(), 0);
    QCOMPARE(notice(), QString());
}

void TimelineCardTest::fail()
{
    Pending pending;
    pending.line = QStringLiteral("pool full");
    pending.submission.command = incident::Note{incident::NoteKind::Note, {}, false};
    pending.stage = Pending::Stage::Failed;
    m_card->show({pending}, QTimeZone::utc());
}

QString TimelineCardTest::focused() const
{
    const QWidget* focus = QApplication::focusWidget();
    return focus ? focus->accessibleName() : QString();
}

void TimelineCardTest::theNextPanelIsTheTimelineAndThenNoneOfTheCard()
{
    QVERIFY(m_card->focusNextPanel());
    QCOMPARE(focused(), QStringLiteral("Timeline"));
    QVERIFY(!m_card->focusNextPanel());
    QCOMPARE(focused(), QStringLiteral("Timeline"));
}

void TimelineCardTest::theButtonsOfWhatIsNotSavedAreReachedFirst()
{
    const QString line = focused();
    fail();
    m_card->focusNextPanel();
    QCOMPARE(focused(), QStringLiteral("Retry saving"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(focused(), QStringLiteral("Copy the lines that are not saved"));
    m_card->focusNextPanel();
    QCOMPARE(focused(), QStringLiteral("Timeline"));
    QVERIFY(!m_card->focusNextPanel());
    m_card->focusLine();
    QCOMPARE(focused(), line);
    m_card->focusNextPanel();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QCOMPARE(focused(), line);
}

void TimelineCardTest::beforeTheDeclarationSomethingElseStandsThere()
{
    const auto shown = [this] {
        const auto labels = m_card->findChildren<QLabel*>();
        return std::ranges::any_of(
            labels, [](const QLabel* label) { return label->isVisible() && label->text() == QLatin1String("before"); });
    };
    QVERIFY(!shown());
    m_card->show(incident::IncidentState());
    QVERIFY(shown());
    m_card->show(m_state);
    QVERIFY(!shown());
}

QTEST_MAIN(TimelineCardTest)
#include "tst_timelinecard.moc"
