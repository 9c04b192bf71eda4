// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/quiettest.h"
#include "views/timelinefilter.h"
#include "views/timelinemodel.h"
#include "words/told.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>

using namespace warroom;
using namespace warroom::incident;
using tests::Told;
using views::TimelineFilter;
using views::TimelineModel;

/// Some rows of the timeline.
class TimelineFilterTest : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void everySortIsCountedAsItIsShown();
    void stepsOfRunbooksAreASort();
    void alertsAreASort();
    void keyIsWhatThePostMortemTells();
    void whatComesLateIsShownWhereItBelongs();
    void theRowThatStaysKeepsItsIndex();
    void everyWordIsLookedFor();
    void aRowIsFoundByWhatItSaysNow();
    void aHeadingIsAboutTheRowsThatAreShown();

private:
    QStringList kinds() const;
    void show() { m_model->show(m_told.state()); }

    Told m_told;
    std::unique_ptr<TimelineModel> m_model;
    std::unique_ptr<TimelineFilter> m_filter;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TimelineFilterTest::init()
{
    m_tester.reset();
    m_filter.reset();
    m_told = Told::declared();
    m_model = std::make_unique<TimelineModel>();
    m_filter = std::make_unique<TimelineFilter>(m_model.get(), TimelineModel::KindRole, nullptr);
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_filter.get(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    m_told.note(QStringLiteral("14:30"), QStringLiteral("a"));
    m_told.say(QStringLiteral("14:31"), Noted{NoteKind::Decision, QStringLiteral("b")});
    const EntryId action = m_told.say(QStringLiteral("14:32"), ActionAssigned{{}, {}, QStringLiteral("c")});
    m_told.say(QStringLiteral("14:33"), ActionMarked{action, Mark::Done});
    m_told.say(QStringLiteral("14:34"), FollowUpProposed{{}, {}, {}, QStringLiteral("d")});
    m_told.say(QStringLiteral("14:35"), UpdateSent{{}, {}, QStringLiteral("e")});
    show();
}

QStringList TimelineFilterTest::kinds() const
{
    QStringList result;
    for (int row = 0; row < m_filter->rowCount(); ++row)
        result << m_filter->index(row, 0).data(TimelineModel::KindRole).toString();
    return result;
}

void TimelineFilterTest::everySortIsCountedAsItIsShown()
{
    QCOMPARE(m_filter->counts(), (std::array{7, 4, 1, 3, 1, 0, 0}));
    for (int sort = TimelineFilter::All; sort < TimelineFilter::sorts; ++sort) {
        m_filter->showOnly(TimelineFilter::Sort(sort));
        QCOMPARE(m_filter->rowCount(), m_filter->counts()[std::size_t(sort)]);
    }
    m_filter->showOnly(TimelineFilter::Actions);
    QCOMPARE(
        kinds(), (QStringList{QStringLiteral("action"), QStringLiteral("action-done"), QStringLiteral("follow-up")}));
}

void TimelineFilterTest::stepsOfRunbooksAreASort()
{
    const EntryId runbook = m_told.say(QStringLiteral("14:36"),
        RunbookAttached{QStringLiteral("c0"), 1, {}, QStringLiteral("f"), {}, QStringLiteral("look")});
    m_told.say(QStringLiteral("14:37"), StepNoted{runbook, 0, true, QStringLiteral("ready")});
    m_told.say(QStringLiteral("14:38"), StepMarked{runbook, 0, StepMark::Done, {}, {}});
    show();
    QCOMPARE(m_filter->counts()[TimelineFilter::Steps], 3);
    m_filter->showOnly(TimelineFilter::Steps);
    QCOMPARE(m_filter->rowCount(), 3);
}

void TimelineFilterTest::alertsAreASort()
{
    for (const AlertState state : {AlertState::Firing, AlertState::Suppressed, AlertState::Resolved})
        m_told.say(QStringLiteral("14:36"), AlertChanged{QStringLiteral("a1"), {}, state, QStringLiteral("DiskFull")});
    show();
    QCOMPARE(m_filter->counts()[TimelineFilter::Alerts], 3);
    m_filter->showOnly(TimelineFilter::Alerts);
    QCOMPARE(
        kinds(), (QStringList{QStringLiteral("alert"), QStringLiteral("alert-over"), QStringLiteral("alert-over")}));
    // That it is silenced says nothing of the incident.
    m_filter->showOnly(TimelineFilter::Key);
    QCOMPARE(kinds().filter(QStringLiteral("alert")).size(), 2);
}

void TimelineFilterTest::keyIsWhatThePostMortemTells()
{
    m_filter->showOnly(TimelineFilter::Key);
    const QStringList key{QStringLiteral("declared"), QStringLiteral("decision"), QStringLiteral("action-done"),
        QStringLiteral("update")};
    QCOMPARE(kinds(), key);
    const EntryId note = m_told.note(QStringLiteral("14:30"), QStringLiteral("pinned"));
    show();
    QCOMPARE(kinds(), key);
    m_told.say(QStringLiteral("14:36"), EntryFlagged{note, Flag::Pinned, true});
    show();
    QCOMPARE(kinds().at(1), QStringLiteral("note"));
    m_told.say(QStringLiteral("14:37"), EntryRetracted{note, {}});
    show();
    QCOMPARE(kinds(), key);
}

void TimelineFilterTest::whatComesLateIsShownWhereItBelongs()
{
    m_filter->showOnly(TimelineFilter::Updates);
    m_told.note(QStringLiteral("14:20"), QStringLiteral("late"));
    m_told.say(QStringLiteral("14:21"), UpdateSent{{}, {}, QStringLiteral("late")});
    show();
    QCOMPARE(kinds(), (QStringList{QStringLiteral("update"), QStringLiteral("update")}));
    QCOMPARE(m_filter->index(0, 0).data(TimelineModel::NumberRole).toInt(), 2);
}

void TimelineFilterTest::theRowThatStaysKeepsItsIndex()
{
    const QPersistentModelIndex decision = m_filter->index(2, 0);
    m_filter->showOnly(TimelineFilter::Key);
    QCOMPARE(decision.row(), 1);
    m_filter->showOnly(TimelineFilter::All);
    QCOMPARE(decision.row(), 2);
}

void TimelineFilterTest::everyWordIsLookedFor()
{
    m_filter->search(QStringLiteral("ACTION"));
    QCOMPARE(m_filter->rowCount(), 2);
    m_filter->search(QStringLiteral("action done "));
    QCOMPARE(kinds(), QStringList{QStringLiteral("action-done")});
    m_filter->showOnly(TimelineFilter::Updates);
    QCOMPARE(m_filter->rowCount(), 0);
    m_filter->search({});
    QCOMPARE(m_filter->rowCount(), 1);
}

void TimelineFilterTest::aRowIsFoundByWhatItSaysNow()
{
    const EntryId note = m_told.note(QStringLiteral("14:36"), QStringLiteral("from Carol"));
    show();
    m_tester.reset();
    m_filter = std::make_unique<TimelineFilter>(m_model.get(), TimelineModel::TimeRole, nullptr);
    m_filter->search(QStringLiteral("14:36"));
    QCOMPARE(m_filter->rowCount(), 1);
    m_told.say(QStringLiteral("14:37"), EntryAmended{note, tests::at(QStringLiteral("14:38")), {}});
    show();
    QCOMPARE(m_filter->rowCount(), 0);
    m_filter->search(QStringLiteral("14:38"));
    QCOMPARE(m_filter->rowCount(), 1);
}

void TimelineFilterTest::aHeadingIsAboutTheRowsThatAreShown()
{
    const auto heads = [this] {
        QString result;
        for (int row = 0; row < m_filter->rowCount(); ++row)
            result += m_filter->index(row, 0).data(TimelineModel::NewDayRole).toBool() ? u'|' : u'.';
        return result;
    };
    const EntryId note = m_told.note(QStringLiteral("14:40"), QStringLiteral("the first of another day"));
    const EntryId update = m_told.say(QStringLiteral("14:41"), UpdateSent{{}, {}, QStringLiteral("f")});
    const Instant nextDay = tests::at(QStringLiteral("14:40")) + std::chrono::hours(24);
    m_told.say(QStringLiteral("14:42"), EntryAmended{note, nextDay, {}});
    m_told.say(QStringLiteral("14:42"), EntryAmended{update, nextDay + std::chrono::minutes(1), {}});
    show();
    QCOMPARE(heads(), QStringLiteral(".......|."));
    m_filter->showOnly(TimelineFilter::Updates);
    QCOMPARE(heads(), QStringLiteral(".|"));
    m_filter->showOnly(TimelineFilter::All);
    QCOMPARE(heads(), QStringLiteral(".......|."));
}

QTEST_GUILESS_MAIN(TimelineFilterTest)
#include "tst_timelinefilter.moc"
