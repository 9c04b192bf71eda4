// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/windowtest.h"
#include "timeline/timelinecard.h"
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

private:
    void fail();
    QString focused() const;

    incident::IncidentState m_state = Told::declared().state();
    playbook::Playbook m_book = tests::team();
    std::unique_ptr<timeline::TimelineCard> m_card;
};

void TimelineCardTest::init()
{
    failOnWarnings();
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
    m_card->resize(900, 500);
    m_card->show(m_state);
    m_card->QWidget::show();
    m_card->activateWindow();
    m_card->focusLine();
    QVERIFY(QTest::qWaitForWindowActive(m_card.get()));
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
